using Standoff.Crises;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.Briefs;

// What things are called in a brief.
internal sealed partial class BriefMaterial
{
    public static string RungName(Rung rung) => rung switch
    {
        Crises.Rung.Rhetoric => "Words only",
        Crises.Rung.Measures => "Diplomatic and economic measures",
        Crises.Rung.ShowOfForce => "Show of force",
        Crises.Rung.Closure => "Closed airspace or waters",
        Crises.Rung.ForceOffSoil => "Force off the target’s soil",
        Crises.Rung.LimitedStrikes => "Limited strikes on its soil",
        Crises.Rung.Raid => "Raid on its soil",
        _ => "Invasion",
    };

    public static string ForceName(Force force) => force switch
    {
        Force.None => "No force",
        Force.Limited => "Limited strikes or more",
        Force.Raid => "A raid or more",
        _ => "Invasion or war",
    };

    public static string EndingName(Ending ending) => ending switch
    {
        Ending.None => "No ending yet",
        Ending.Compliance => "Compliance",
        Ending.NegotiatedExit => "Negotiated exit",
        Ending.Compromise => "Compromise",
        Ending.Withdrawal => "Demand dropped",
        Ending.InternalExit => "Fall from within",
        Ending.ForcibleRemoval => "Removal by force",
        _ => "Anything else",
    };

    public static string CommitmentName(Factuality factuality) => factuality switch
    {
        Factuality.Certain => "certain",
        Factuality.Probable => "probable",
        Factuality.Possible => "possible",
        Factuality.CertainNot => "certain that not",
        Factuality.ProbableNot => "probably not",
        Factuality.PossibleNot => "possibly not",
        _ => "uncommitted",
    };

    public static string GenreName(Genre genre) => genre switch
    {
        Genre.News => "news report",
        Genre.Opinion => "opinion piece",
        Genre.Official => "official statement",
        Genre.Social => "social media post",
        _ => "genre not known",
    };

    /// <summary>The parts that say something, each ended with a full stop.</summary>
    public static string Sentences(params ReadOnlySpan<string> parts)
    {
        var sentences = new List<string>();
        foreach (var part in parts)
            if (part.Trim().Length > 0) sentences.Add(Capital(part.Trim().TrimEnd('.')) + ".");
        return string.Join(' ', sentences);
    }

    public static string Named(string key) => key.Replace('-', ' ');

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
