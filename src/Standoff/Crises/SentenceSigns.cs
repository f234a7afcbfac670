using Standoff.Claims;

namespace Standoff.Crises;

/// <summary>What the sentences of a ledger's documents show by the order of names and words alone, where no claim was read.</summary>
internal sealed class SentenceSigns
{
    // How many words behind a name tell whose they are.
    private static readonly int Behind = (int)CrisisSettings.Of("reach.behind-name");

    private static readonly string[] Into = [" into ", " in ", " with ", " against ", " invaded ", " attacked ", " inside ", " from ", " upon ", " near ", " toward ", " towards ", " bombed ", " face ", " over "];

    private readonly Dictionary<string, double> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), double> _together = [];
    private readonly Tally _tally;
    private readonly double _arms;
    private readonly double _two;
    private readonly double _all;

    /// <summary>Adds what the sentences show to a tally.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="register">Who is on whose side.</param>
    /// <param name="tally">Takes up what was found.</param>
    /// <param name="past">Sentences by document and number that tell of what happened long before.</param>
    public SentenceSigns(Ledger ledger, ActorRegister register, Tally tally, HashSet<(string Document, int Sentence)> past)
    {
        _tally = tally;
        foreach (var document in ledger.Documents)
        {
            foreach (var (_, span) in document.Reading.Sentences.Select((s, i) => (i, s.Span)).Where(s => !past.Contains((document.Alias, s.i))))
            {
                var sentence = span.Of(document.Document.Text);
                var (words, named) = (new ContentWords(sentence, []), ListedSides.Named(sentence, register).ToList());
                var sides = named.Select(n => n.Side).Distinct().ToList();
                Count(sides);
                if (named.Count > 0) AddDeeds(sentence, named);
                if (named.Count > 1 && SideSigns.Motion.Fits(words)) AddSoil(sentence, named);
                if (SideSigns.Arms.Fits(words)) _arms++;
                if (sides.Count > 1) _two++;
                _all++;
            }
        }
    }

    /// <summary>In how many sentences each side is named.</summary>
    public IReadOnlyDictionary<string, double> Named => _named;

    /// <summary>Share of the sentences that speak of arms.</summary>
    public double WithArms => _arms / Math.Max(1, _all);

    /// <summary>Share of the sentences that name two sides.</summary>
    public double WithTwo => _two / Math.Max(1, _all);

    /// <summary>In how many sentences both are named.</summary>
    public double Together(string one, string other) => _together.GetValueOrDefault(Key(one, other));

    private static (string, string) Key(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);

    private void Count(List<string> sides)
    {
        foreach (var side in sides) _named[side] = _named.GetValueOrDefault(side) + 1;
        for (var i = 0; i < sides.Count; i++)
            foreach (var other in sides.Skip(i + 1)) _together[Key(sides[i], other)] = _together.GetValueOrDefault(Key(sides[i], other)) + 1;
    }

    private void AddDeeds(string sentence, List<(int Start, int Length, string Side)> named)
    {
        foreach (var (key, pattern) in SideSigns.Deeds)
            if (NameOrder.Of(sentence, named, pattern) is { } order) _tally.Add("~" + key, order.Doing is null ? [] : [order.Doing], order.Suffering is null ? [] : [order.Suffering], 1);
    }

    // "Iraqi divisions on Kuwait's frontier", "Soviet troops crossed into Finland".
    private void AddSoil(string sentence, List<(int Start, int Length, string Side)> named)
    {
        var (forces, soils) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        foreach (var (start, length, side) in named)
        {
            var after = After(sentence[(start + length)..]);
            if (SideSigns.Forces.Fits(after)) forces.Add(side);
            else if (SideSigns.Soil.Fits(after) || IsPlace(sentence[..start])) soils.Add(side);
        }
        foreach (var one in forces)
            foreach (var other in soils.Where(s => !forces.Contains(s))) _tally.Add("soil", [one], [other], 1);
    }

    private static bool IsPlace(string before) => Into.Any(i => before.EndsWith(i, StringComparison.OrdinalIgnoreCase) || before.EndsWith(i + "the ", StringComparison.OrdinalIgnoreCase));

    private static ContentWords After(string rest) =>
        new(string.Join(' ', NameOrder.Words(rest).Select(w => w.Word).Where(w => w != "s").Take(Behind).TakeWhile((w, i) => i == 0 || w != "and")), []);
}
