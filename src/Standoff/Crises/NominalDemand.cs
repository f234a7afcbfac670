namespace Standoff.Crises;

/// <summary>A demand named as a thing: "Northland's demand that Southland hand over the pilots", "its ultimatum to Southland".</summary>
/// <param name="From">Whose it is.</param>
/// <param name="To">Of whom it is made.</param>
/// <param name="Text">What is demanded.</param>
internal sealed record NominalDemand(string From, string To, string Text)
{
    private static readonly int BeforeIt = (int)CrisisSettings.Of("reach.demand-owner");
    private static readonly string[] Nouns = ["demand that ", "demands that ", "demand for ", "ultimatum to ", "ultimatum that ", "order to ", "order that "];

    /// <summary>The first that a text holds, if both sides are named.</summary>
    public static NominalDemand? In(string text, ActorRegister register)
    {
        foreach (var noun in Nouns)
        {
            var at = text.IndexOf(noun, StringComparison.Ordinal);
            if (at < BeforeIt || !IsOwned(text.AsSpan(0, at).TrimEnd())) continue;
            var after = text[(at + noun.Length)..];
            if (ListedSides.In(text[..at], register) is [.., var from] && ListedSides.In(after, register) is [var to, ..] && from != to) return new NominalDemand(from, to, after);
        }
        return null;
    }

    private static bool IsOwned(ReadOnlySpan<char> before) => before.EndsWith("'s", StringComparison.Ordinal) || before.EndsWith("’s", StringComparison.Ordinal);
}
