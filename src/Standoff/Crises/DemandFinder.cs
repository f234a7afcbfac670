using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;
using Standoff.Reading.Times;

namespace Standoff.Crises;

/// <summary>Finds the core demand, its kind and its deadline.</summary>
internal sealed class DemandFinder(ImmutableArray<ItemView> items, ImmutableArray<Act> acts, ActorRegister register, Pair pair)
{
    private static readonly string[] Leaving = ["leave", "withdraw", "evacuate", "vacate", "quit"];

    private static readonly WordPattern DeadlineWords = new("deadline|ultimatum|expire*|time limit");

    // "Will not", "cannot", "never": not "has not".
    private static readonly WordPattern Unwilling = new("will|would|shall|never|can|cannot|could|won|wouldn");

    private static readonly ImmutableArray<(DemandKind Kind, WordPattern Words, bool NeedsLeader)> Kinds =
    [
        .. ResourceTable.Load("Crises", "demand-kinds.tsv").Rows.Select(r => (Enum.Parse<DemandKind>(r["kind"]), new WordPattern(r["words"]), r["patient"] == "leader")),
    ];

    private readonly string _challenger = pair.Challenger!;
    private readonly string _target = pair.Target!;
    private readonly Dictionary<string, LedgerItem> _items = items.SelectMany(i => i.Item.Claims.Select(c => (c, i.Item))).ToDictionary(p => p.c, p => p.Item);

    /// <summary>Whether words ask for more than another policy: forces out, power or weapons given up.</summary>
    public static bool IsGrave(ContentWords words) => Kinds.Any(k => !k.NeedsLeader && k.Words.Fits(words));

    /// <summary>Whether something is asked or threatened of the target by name; what names nobody makes no crisis of two sides that are only guessed.</summary>
    public bool IsAddressed => acts.Any(IsDemand) || Threatened() is not null;

    /// <summary>The demand; <see langword="null"/> if the challenger is not said to demand anything of the target.</summary>
    public Demand? Find()
    {
        var demands = acts.Where(IsDemand).Concat(Open()).Select(a => (Act: a, Item: _items[a.Claim.Alias], Kind: KindOf(a)))
            .OrderByDescending(d => Clearness(d.Act, d.Item)).ThenBy(d => d.Act.Claim.DocumentDate).ThenBy(d => d.Item.Alias, StringComparer.Ordinal).ToList();
        if (demands.Count == 0) return Threatened() ?? Refused();
        var core = Core(demands);
        var same = demands.Where(d => d.Kind == core.Kind).SelectMany(d => d.Item.Claims).Distinct().Order(StringComparer.Ordinal);
        return new Demand(core.Act.Text ?? core.Act.Claim.Claim.Exact, core.Kind, Deadline(demands.Select(d => d.Act)), [.. same]);
    }

    private IEnumerable<Act> Open() => items.Where(i => !i.IsHistory && !i.Item.IsOpinion).SelectMany(i => i.Claims, (i, c) => OpenDemand.Of(c, i.Weight, pair)).OfType<Act>();

    // A threat that names what must not be done, and forces or another threat behind it, asks for that.
    private Demand? Threatened()
    {
        var hostile = acts.Where(a => a.From.Contains(_challenger) && (a.To.IsEmpty || a.To.Contains(_target)) && a.Sort is ActSort.Threat or ActSort.Force or ActSort.Closure).ToList();
        var threat = hostile.Where(a => a.Sort == ActSort.Threat && a.To.Contains(_target)).OrderByDescending(a => a.Weight).ThenBy(a => a.Claim.Alias, StringComparer.Ordinal).FirstOrDefault();
        return threat is null || hostile.Count < 2 ? null : new Demand($"No demand was spoken. {Articles.Sentence("{c} threatens {t}", ("{c}", _challenger), ("{t}", _target))}: “{threat.Claim.Claim.Exact}”", DemandKind.PolicyChange, null, _items[threat.Claim.Alias].Claims);
    }

    // What the target will not do, the challenger wants of it.
    private Demand? Refused()
    {
        var refused = acts.Where(a => a.Sort == ActSort.Response && a.From.Contains(_target) && (a.To.Contains(_challenger) || a.Claim.ActorSides.Contains(_challenger)) && !a.From.Contains(_challenger) && IsRefusal(a.Claim))
            .OrderByDescending(a => a.Weight).ThenBy(a => a.Claim.Alias, StringComparer.Ordinal).FirstOrDefault();
        return refused is null ? null : new Demand($"No demand was spoken. {Articles.Sentence(_target)} resists: “{refused.Claim.Claim.Exact}”", KindOf(refused), null, _items[refused.Claim.Alias].Claims);
    }

    private static bool IsRefusal(ClaimView claim) => ActSorts.IsRefusal(claim) && ((claim.IsNegative && Unwilling.Fits(claim.Words)) || claim.Claim.Predicate.Lemma is "refuse" or "reject" or "rebuff" or "decline" or "resist");

    // The clearest of those that ask for ground, power or weapons, before any for less; unless the texts have left those for a lesser one.
    private (Act Act, LedgerItem Item, DemandKind Kind) Core(List<(Act Act, LedgerItem Item, DemandKind Kind)> demands)
    {
        var grave = demands.Where(d => d.Kind != DemandKind.PolicyChange && d.Item.LogLikelihoodRatio >= CrisisSettings.Of("least-weight")).ToList();
        if (grave.Count == 0) return demands[0];
        var left = grave.Max(d => Told(d.Item).Max())?.AddDays((int)CrisisSettings.Of("demand.left-days"));
        var later = demands.Where(d => d.Kind == DemandKind.PolicyChange && d.Act.IsFirm && d.Act.Claim.Claim.Kind == ClaimKind.Demand).ToList();
        return later.Find(d => Told(d.Item).Min() > left) is { Act: not null } lesser ? lesser : grave[0];
    }

    private IEnumerable<DateOnly?> Told(LedgerItem item) => items.First(i => i.Item == item).Claims.Select(c => c.DocumentDate);

    // A telling more, by whomever, makes no demand clearer: the firmest counts.
    private double Clearness(Act act, LedgerItem item) => item.Origins.Max(o => o.LogLikelihoodRatio)
        + Clearer("at-target", act.To.Contains(_target)) + Clearer("by-challenger", act.From.Contains(_challenger))
        + Clearer("firm", act.IsFirm) + Clearer("read", act.Claim.Claim.Kind == ClaimKind.Demand) + Clearer("within", act.Text is not null);

    private static double Clearer(string sign, bool holds) => holds ? CrisisSettings.Of("demand." + sign) : 0;

    // Whoever speaks for the challenger or its partners may demand, or nobody by name of the target. The target must be meant, or nobody
    // else ("leave power now").
    private bool IsDemand(Act act)
    {
        if (!act.Asks || (act.From.IsEmpty && !act.IsFirm) || IsNoDemand(act)) return false;
        var asks = act.From.IsEmpty || act.From.Contains(_challenger) || act.From.Any(pair.Members.Contains);
        return asks && (act.To.Contains(_target) || (!act.From.IsEmpty && act.To.IsEmpty && act.IsFirm && (act.Text is not null || SpeechAct.IsNarrated(act.Claim.Claim))));
    }

    // What the challenger is to do itself, a turn of speech ("must learn from history"), or a condition that is nothing the target may do.
    private bool IsNoDemand(Act act) => act.Text is null
        ? (!act.Claim.DoerSides.IsEmpty && SpeechAct.IsNarrated(act.Claim.Claim) && act.Claim.DoerSides.All(s => s == _challenger) && !act.Claim.ActorSides.Contains(_target)) || ActWords.NoAct.Fits(act.Claim.Words)
        : act.Claim.Nominal is null && !act.Claim.ConditionSides.Contains(_target) && !ActWords.Undone.Fits(new ContentWords(act.Text, []));

    private DemandKind KindOf(Act act)
    {
        var words = new ContentWords(act.Text ?? OpenDemand.Content(act.Claim), act.Text is null ? act.Claim.Claim.Lemmas.Where(l => !ActWords.Asked.Contains(l)) : []);
        foreach (var (kind, pattern, needsLeader) in Kinds)
            if (pattern.Fits(words) && (!needsLeader || IsToLeader(act, words))) return kind;
        return IsFarFromHome(act.Claim) ? DemandKind.Withdrawal : DemandKind.PolicyChange;
    }

    private bool IsToLeader(Act act, ContentWords words) => act.Claim.Others.Any(o => register.SideOf(o) == _target && register.IsPart(o)) || (act.Text is not null && (words.Holds("he") || words.Holds("she")));

    // To leave a state or place that is not one's own is to withdraw from it.
    private bool IsFarFromHome(ClaimView claim) => Leaving.Contains(claim.Claim.Predicate.Lemma) && (claim.PatientSides.Any(s => s != _target && s != _challenger) || LeavesPlace(claim));

    // "Must leave the Sarn valley": a place, as it is written.
    private bool LeavesPlace(ClaimView claim)
    {
        var words = claim.Claim.Exact.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(words, w => Leaving.Any(l => w.StartsWith(l, StringComparison.Ordinal))) + 1;
        while (at > 0 && at < words.Length && words[at] is ("the" or "from")) at++;
        return at > 0 && at < words.Length && char.IsUpper(words[at][0]) && register.SideOf(words[at].TrimEnd(',', '.')) != _target;
    }

    private Edtf? Deadline(IEnumerable<Act> demands)
    {
        var own = demands.Select(OwnDeadline).FirstOrDefault(t => t is not null);
        return own ?? items.Where(i => !i.IsHistory).SelectMany(i => i.Claims)
            .Where(c => c.Claim.Time is { Latest: not null } && DeadlineWords.Fits(c.Words))
            .Select(c => c.Claim.Time).FirstOrDefault();
    }

    // The claim's own time, or a day by which its condition or content must come about.
    private static Edtf? OwnDeadline(Act act)
    {
        if (act.Claim.Claim.Time is { Earliest: null, Latest: not null } time) return time;
        var text = act.Text ?? (act.Sort == ActSort.Ultimatum ? act.Claim.Claim.Exact : null);
        if (text is null) return null;
        var by = TimeReader.Read(text, new TextSpan(0, text.Length), act.Claim.DocumentDate)
            .FirstOrDefault(t => t.IsDeadline && t.Time?.Latest is { } latest && (act.Claim.DocumentDate is not { } written || latest >= written));
        return by?.Time is { } found ? found with { Earliest = null, Value = found.Earliest is null ? found.Value : "../" + found.Value[(found.Value.IndexOf('/') + 1)..] } : null;
    }
}
