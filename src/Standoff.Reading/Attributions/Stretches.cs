using System.Collections.Immutable;
using Standoff.Reading.Text;

namespace Standoff.Reading.Attributions;

/// <summary>Stretches of a text in order and apart from each other, found by place.</summary>
internal sealed class Stretches(ImmutableArray<TextSpan> all)
{
    public ImmutableArray<TextSpan> All => all;

    /// <summary>The stretch that a place lies in, if any.</summary>
    public TextSpan? At(int place)
    {
        var (low, high) = (0, all.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (all[middle].End <= place) low = middle + 1;
            else if (all[middle].Start > place) high = middle - 1;
            else return all[middle];
        }
        return null;
    }
}
