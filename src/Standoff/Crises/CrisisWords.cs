using System.Text;

namespace Standoff.Crises;

/// <summary>The closed lists of a crisis as <c>crisis.yaml</c> writes them: lower case with hyphens.</summary>
public static class CrisisWords
{
    /// <summary>A value of a closed list: <c>show-of-force</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        var words = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && words.Length > 0) words.Append('-');
            words.Append(char.ToLowerInvariant(c));
        }
        return words.ToString();
    }

    /// <summary>The value that a word names; <see langword="null"/> if none.</summary>
    public static T? Find<T>(string word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Of(value) == word) return value;
        return null;
    }

    /// <summary>All words of a closed list, in order.</summary>
    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Of);

    /// <summary>The letter of grounds: S, I, A, D or C.</summary>
    public static string Letter(Grounds grounds) => grounds.ToString()[..1];

    /// <summary>The grounds of a letter or word; <see langword="null"/> if none.</summary>
    public static Grounds? GroundsOf(string word)
    {
        foreach (var value in Enum.GetValues<Grounds>())
            if (Letter(value) == word || Of(value) == word) return value;
        return null;
    }
}
