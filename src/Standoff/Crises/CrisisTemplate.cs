using System.Collections.Immutable;
using Standoff.Claims;

namespace Standoff.Crises;

/// <summary>A template with the acts that show it.</summary>
internal sealed record TemplateChoice(CrisisTemplate Template, ImmutableArray<Act> Shown);

/// <summary>What kind of crisis it is: an ultimatum, a blockade, a build-up at a border. Chosen from what the challenger does, with defaults of its own.</summary>
internal sealed class CrisisTemplate
{
    private static readonly ImmutableArray<CrisisTemplate> All = [.. ResourceTable.Load("Crises", "templates.tsv").Rows.Select(r => new CrisisTemplate(r))];

    private static readonly ImmutableArray<(string Template, string Parameter, double Factor, string Grounds)> Factors =
        [.. ResourceTable.Load("Crises", "template-parameters.tsv").Rows.Select(r => (r["template"], r["parameter"], r.Number("factor"), r["grounds"]))];

    // Where they fight already, forces at the border are no build-up.
    private static readonly WordPattern Fighting = new("attack*|invad*|invasion|bomb*|shell*|occup*|war|struck|raid*");

    private readonly WordPattern _words;
    private readonly ImmutableArray<ActSort> _sorts;
    private readonly string _unless;
    private readonly string _text;
    private readonly DemandKind _kind;

    private CrisisTemplate(ResourceRow row)
    {
        (Key, _words, _unless, _text) = (row["key"], new WordPattern(row["words"]), row["unless"], row["text"]);
        _sorts = [.. row.List("sorts").Where(s => s != "-").Select(Enum.Parse<ActSort>)];
        (_kind, Rung, Act) = (Enum.Parse<DemandKind>(row["kind"]), Enum.Parse<Rung>(row["rung"]), row["act"]);
    }

    /// <summary>Its name in <c>crisis.yaml</c>.</summary>
    public string Key { get; }

    /// <summary>All names, in the order of the table.</summary>
    public static ImmutableArray<string> Keys { get; } = [.. All.Select(t => t.Key)];

    /// <summary>The one that asks for nothing and changes no default.</summary>
    public static CrisisTemplate Plainest => All[^1];

    /// <summary>The template of a name; <see langword="null"/> where there is none.</summary>
    public static CrisisTemplate? Find(string key) => All.FirstOrDefault(t => t.Key == key);

    /// <summary>How high its acts put the crisis at least.</summary>
    public Rung Rung { get; }

    /// <summary>What its acts are for the choice of classes; "-" for nothing of their own.</summary>
    public string Act { get; }

    /// <summary>The template that fits what the challenger does, and the acts that show it.</summary>
    public static TemplateChoice Choose(ImmutableArray<Act> acts, Pair pair, Demand? demand)
    {
        var own = acts.Where(a => a.From.Contains(pair.Challenger!) && (a.To.IsEmpty || a.To.Contains(pair.Target!)) && !a.Claim.IsNegative && !a.Claim.IsOpen).ToList();
        var given = acts.Any(a => a.Sort == ActSort.Ultimatum && a.From.Contains(pair.Challenger!));
        var fought = acts.Any(a => a.Sort == ActSort.Force && a.From.Contains(pair.Challenger!) && a.To.Contains(pair.Target!) && Fighting.Fits(a.Claim.Words));
        foreach (var template in All)
        {
            var shown = own.Where(a => template._sorts.Contains(a.Sort) && template._words.Fits(a.Claim.Words)).ToImmutableArray();
            var barred = (template._unless is "ultimatum" or "demand" && given) || (template._unless == "demand" && (demand is not null || fought));
            if (!barred && (shown.Length > 0 || template._sorts.IsEmpty)) return new TemplateChoice(template, shown);
        }
        throw new InvalidOperationException("templates.tsv has no row that fits every crisis.");
    }

    /// <summary>What counts as the demand where none was spoken.</summary>
    public Demand Unspoken(string challenger, string target) =>
        new(Articles.Sentence(_text, ("{challenger}", challenger), ("{target}", target)), _kind, null, []);

    /// <summary>A parameter's default under the template, and why it differs; <see langword="null"/> where it does not.</summary>
    public (Distribution Prior, string Reason)? PriorOf(StandoffPrior prior)
    {
        var row = Factors.FirstOrDefault(f => f.Template == Key && f.Parameter == prior.Name);
        return row.Template is not null && prior.Prior is Distribution.LogNormal shape ? (new Distribution.LogNormal(shape.Median * row.Factor, shape.LogDeviation), row.Grounds) : null;
    }
}
