using Standoff.Crises;

namespace Standoff.Briefs;

/// <summary>The letters that name a number's grounds.</summary>
public static class GroundsLetter
{
    /// <summary>S sourced, I inferred, A analyst, D default, C computed.</summary>
    public static char Of(Grounds grounds) => grounds switch
    {
        Grounds.Sourced => 'S',
        Grounds.Inferred => 'I',
        Grounds.Analyst => 'A',
        Grounds.Default => 'D',
        _ => 'C',
    };

    /// <summary>What the letter stands for.</summary>
    public static string Meaning(Grounds grounds) => grounds switch
    {
        Grounds.Sourced => "sourced",
        Grounds.Inferred => "inferred from the text",
        Grounds.Analyst => "set by an analyst",
        Grounds.Default => "a default or past rate",
        _ => "computed",
    };
}
