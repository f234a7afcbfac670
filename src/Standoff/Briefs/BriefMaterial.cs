using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Forecasts;
using Standoff.Reading.Claims;

namespace Standoff.Briefs;

/// <summary>What the sections write from: the results of all stages, and the numbers made of them.</summary>
internal sealed partial class BriefMaterial
{
    private readonly Dictionary<string, LedgerClaim> _claims;
    private readonly Dictionary<string, LedgerItem> _items;
    private readonly Dictionary<string, ItemUse> _uses;

    public BriefMaterial(Ledger ledger, Crisis crisis, Forecast forecast, BriefOptions options)
    {
        (Ledger, Crisis, Forecast, Options) = (ledger, crisis, forecast, options);
        _claims = ledger.Claims.ToDictionary(c => c.Alias);
        Items = [.. ledger.Items.Where(i => i.Claims.Any(_claims.ContainsKey))];
        _items = Items.ToDictionary(i => i.Alias);
        _uses = crisis.Uses.GroupBy(u => u.Item).ToDictionary(g => g.Key, g => g.First());
        UsedOrigins = [.. Items.Where(IsUsed).SelectMany(i => i.Origins).Select(o => o.Key).Distinct().Order(StringComparer.Ordinal)];
    }

    public Ledger Ledger { get; }

    public Crisis Crisis { get; }

    public Forecast Forecast { get; }

    public BriefOptions Options { get; }

    /// <summary>What a reader must know first: of the inputs, the sides among them, then of the forecast.</summary>
    public IEnumerable<string> Warnings => Options.Warnings.Concat(Forecast.Warnings).Distinct();

    /// <summary>Items that still hold a claim.</summary>
    public ImmutableArray<LedgerItem> Items { get; }

    public NumberRegister Numbers { get; } = new();

    /// <summary>Independent origins behind the items that enter the model.</summary>
    public ImmutableArray<string> UsedOrigins { get; }

    /// <summary>The last day of the forecast.</summary>
    public DateOnly? Until => AsOf?.AddDays(7 * Forecast.HorizonWeeks);

    public DateOnly? AsOf => Forecast.AsOf ?? Crisis.AsOf;

    /// <summary>"by 1 September 2027", or "within 26 weeks" where no day is known.</summary>
    public string ByTheEnd => Until is { } day ? $"by {NumberText.Day(day)}" : $"within {NumberText.Count((long)Forecast.HorizonWeeks)} weeks";

    /// <summary>Outcomes from the likeliest down.</summary>
    public IEnumerable<Outcome> Ranked => Forecast.Headline.OrderByDescending(o => o.Estimate.Mean).ThenBy(o => o.Key, StringComparer.Ordinal);

    public LedgerClaim? Claim(string alias) => _claims.GetValueOrDefault(alias);

    public LedgerItem? Item(string alias) => _items.GetValueOrDefault(alias);

    public ItemUse? Use(string item) => _uses.GetValueOrDefault(item);

    public bool IsUsed(LedgerItem item) => Use(item.Alias) is { Route: not Route.None };

    /// <summary>The claims that the ledger still holds: a withdrawn one has nothing to link to.</summary>
    public ImmutableArray<string> Known(ImmutableArray<string> aliases) =>
        aliases.IsDefaultOrEmpty ? [] : [.. aliases.Where(_claims.ContainsKey).Distinct()];

    /// <summary>Links to claims.</summary>
    public Prose Links(ImmutableArray<string> aliases) => Prose.Claims(Known(aliases));

    /// <summary>Id of the sentence that a claim stands in, such as <c>s1-1204</c>.</summary>
    public string SentenceOf(LedgerClaim claim)
    {
        var document = Ledger.Documents.First(d => d.Alias == claim.Document);
        return SentenceId(document, document.Reading.Sentences[claim.Claim.Sentence]);
    }

    public static string SentenceId(LedgerDocument document, ReadSentence sentence) =>
        $"{document.Alias.Replace("-", "", StringComparison.Ordinal)}-{sentence.Span.Start.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    public static string Title(LedgerDocument document) => document.Document.Title ?? document.Document.Name;
}
