using System.Collections.Immutable;
using System.Globalization;
using Standoff.Claims;
using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Crises;
using Standoff.Envelopes;

namespace Standoff.Cli.Pipelines;

/// <summary>The ledger to the crisis: the program's proposal, with what people have edited put over it.</summary>
internal static class ModelStage
{
    private const string NotEnglish = "No crisis was found: what was read is not English, and was left unread; give English reports, or name the two sides with --challenger and --target.";

    /// <summary>Proposes the crisis, or goes by the edited one.</summary>
    /// <exception cref="FaultException">No crisis was found, or the edited one has a fault.</exception>
    public static Envelope Run(Envelope envelope, LedgerOptions ledger, Progress progress)
    {
        progress.Enter("model");
        var settings = envelope.Settings;
        var edited = settings.Edited is { } file ? Read(file.Text, file.File) : null;
        var options = new ProposalOptions { Challenger = settings.Challenger, Target = settings.Target, AsOf = settings.AsOf, Cast = settings.Cast };
        var proposal = Propose(envelope, ledger, options);
        var (crisis, conflicts) = (proposal, edited) switch
        {
            (CrisisResult.Found found, null) => (found.Crisis, []),
            (CrisisResult.Found found, { } mine) => Merge(settings.Edited!, mine, found.Crisis),
            (CrisisResult.NoCrisis, { } mine) => (mine, ImmutableArray<MergeConflict>.Empty),
            (CrisisResult.NoCrisis none, null) => throw new FaultException(Fault.NoCrisis(IsForeign(envelope) ? NotEnglish : none.Message)),
            _ => throw new InvalidOperationException($"No such result: {proposal}"),
        };
        if (settings.AsOf is { } day) crisis = crisis with { AsOf = day };
        return envelope with { Crisis = crisis, Warnings = [.. Guessed(proposal, edited), .. conflicts.Select(c => Sentence(settings.Edited!.File, c)), .. Later(envelope, settings.AsOf)], Solution = null, Forecast = null };
    }

    // Whoever keeps a file of the crisis has seen its sides.
    private static IEnumerable<string> Guessed(CrisisResult proposal, Crisis? edited)
    {
        if (edited is null && proposal is CrisisResult.Found { Doubt: { } doubt }) yield return doubt.Message;
    }

    private static bool IsForeign(Envelope envelope) => !envelope.Documents.IsEmpty && envelope.Documents.All(d => !d.IsEnglish);

    // Someone who looks back at a day must not take what became known later for foresight.
    private static IEnumerable<string> Later(Envelope envelope, DateOnly? asOf)
    {
        if (envelope.Documents.Count(d => d.Date > asOf) is var later and > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{later} of {envelope.Documents.Length} documents are dated after {asOf:yyyy-MM-dd}, from which the forecast counts; what they tell is used all the same.");
    }

    // Sides, demand and classes come from all claims, so that leaving one out moves only what rests on it.
    private static CrisisResult Propose(Envelope envelope, LedgerOptions ledger, ProposalOptions options)
    {
        if (envelope.Settings.Without.IsEmpty) return CrisisProposal.Propose(envelope.Ledger!, options);
        var whole = LedgerBuilder.Build(envelope.Readings, ledger with { Withdrawn = [] });
        return CrisisProposal.Propose(whole, options) switch
        {
            CrisisResult.Found found => found with { Crisis = CrisisRevision.Without(found.Crisis, whole, envelope.Settings.Without, ledger) },
            var none => none,
        };
    }

    private static (Crisis, ImmutableArray<MergeConflict>) Merge(EditedCrisis file, Crisis mine, Crisis proposed)
    {
        var last = file.Base is { } text ? Read(text, file.File) : proposed;
        var merged = CrisisMerge.Merge(last, mine, proposed);
        return (merged.Crisis, merged.Conflicts);
    }

    private static Crisis Read(string yaml, string file)
    {
        var result = CrisisYaml.Read(yaml, file);
        return result.Crisis ?? throw new FaultException(Fault.BadModels([.. result.Faults.Select(f => f.ToString())]));
    }

    private static string Sentence(string file, MergeConflict conflict) =>
        $"{Path.GetFileName(file)} keeps {conflict.Path} as edited ({Short(conflict.Kept)}); the new proposal has {Short(conflict.Proposed)}.";

    private static string Short(string text)
    {
        var line = string.Join(' ', text.Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 80 ? line : line[..79] + "…";
    }
}
