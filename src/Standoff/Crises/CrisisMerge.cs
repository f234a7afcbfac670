using System.Collections.Immutable;

namespace Standoff.Crises;

/// <summary>A place where an analyst and a new proposal both changed the last proposal, and differently.</summary>
/// <param name="Path">What is in conflict, as the file names it: <c>parameters/audience-cost</c>.</param>
/// <param name="Kept">What the analyst wrote; it stands.</param>
/// <param name="Proposed">What the new proposal would have put there.</param>
public sealed record MergeConflict(string Path, string Kept, string Proposed);

/// <summary>A merged crisis and the conflicts that a person should look at.</summary>
public sealed record MergeResult(Crisis Crisis, ImmutableArray<MergeConflict> Conflicts);

/// <summary>Brings a new proposal into a file that an analyst edited.</summary>
public static class CrisisMerge
{
    /// <summary>
    /// Three-way: what the analyst left as it was follows the new proposal, what he changed stays; where both changed it, his stays and the
    /// conflict is listed.
    /// </summary>
    /// <param name="last">The proposal from which the file was edited.</param>
    /// <param name="edited">The file as it is now.</param>
    /// <param name="proposed">The proposal from the ledger as it is now.</param>
    public static MergeResult Merge(Crisis last, Crisis edited, Crisis proposed)
    {
        ArgumentNullException.ThrowIfNull(last);
        ArgumentNullException.ThrowIfNull(edited);
        ArgumentNullException.ThrowIfNull(proposed);
        var pieces = new Pieces();
        var crisis = proposed with
        {
            Title = pieces.Choose("title", last.Title, edited.Title, proposed.Title, t => t),
            // Without a day of its own a file goes by the documents': to know less of the day helps nobody.
            AsOf = pieces.Choose("as-of", last.AsOf, edited.AsOf, proposed.AsOf, Day) ?? proposed.AsOf,
            Began = pieces.Choose("began", last.Began, edited.Began, proposed.Began, Day),
            UltimatumOn = pieces.Choose("ultimatum-on", last.UltimatumOn, edited.UltimatumOn, proposed.UltimatumOn, Day),
            Challenger = pieces.Choose("challenger", last.Challenger, edited.Challenger, proposed.Challenger, p => Text(w => w.Side("challenger", p))),
            Target = pieces.Choose("target", last.Target, edited.Target, proposed.Target, p => Text(w => w.Side("target", p))),
            Demand = pieces.Choose("demand", last.Demand, edited.Demand, proposed.Demand, d => Text(w => w.Demand(d))),
            Offers = pieces.Choose("offers", last.Offers, edited.Offers, proposed.Offers, s => Text(w => w.Statements("offers", s))),
            Threats = pieces.Choose("threats", last.Threats, edited.Threats, proposed.Threats, s => Text(w => w.Statements("threats", s))),
            Present = pieces.Choose("present", last.Present, edited.Present, proposed.Present, p => Text(w => w.Present(p))),
            Flags = pieces.Choose("flags", last.Flags, edited.Flags, proposed.Flags, f => Text(w => w.Flags(f))),
            ThirdParties = pieces.Choose("third-parties", last.ThirdParties, edited.ThirdParties, proposed.ThirdParties, t => Text(w => w.ThirdParties(t))),
            Covariates = pieces.Choose("covariates", last.Covariates, edited.Covariates, proposed.Covariates, c => Text(w => w.Covariates(c))),
            Classes = pieces.Choose("classes", last.Classes, edited.Classes, proposed.Classes, c => Text(w => w.Classes(c))),
            Parameters = [.. proposed.Parameters.Select(p => pieces.Parameter(last, edited, p))],
        };
        return new MergeResult(EachOnce(crisis, edited), pieces.Conflicts);
    }

    // Where one piece is the analyst's and another the proposal's, a name may come to play two parts; the sides go before third parties.
    private static Crisis EachOnce(Crisis crisis, Crisis edited)
    {
        if (StateNames.Standing(crisis.Challenger.Name) == StateNames.Standing(crisis.Target.Name)) crisis = crisis with { Challenger = edited.Challenger, Target = edited.Target };
        var (challenger, target) = (StateNames.Standing(crisis.Challenger.Name), StateNames.Standing(crisis.Target.Name));
        var first = Without(crisis.Challenger, [challenger, target]);
        var second = Without(crisis.Target, [challenger, target, .. first.Members.Select(StateNames.Standing)]);
        return crisis with { Challenger = first, Target = second, ThirdParties = [.. crisis.ThirdParties.Where(p => StateNames.Standing(p.Name) is var name && name != challenger && name != target)] };
    }

    private static Party Without(Party party, ImmutableArray<string> others) =>
        party.Members.Any(m => others.Contains(StateNames.Standing(m))) ? party with { Members = [.. party.Members.Where(m => !others.Contains(StateNames.Standing(m)))] } : party;

    private static string Day(DateOnly? day) => day?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static string Text(Action<CrisisYamlWriter> write) => CrisisYamlWriter.Piece(write);

    // Pieces are compared by the text that the file has for them.
    private sealed class Pieces
    {
        private readonly ImmutableArray<MergeConflict>.Builder _conflicts = ImmutableArray.CreateBuilder<MergeConflict>();

        public ImmutableArray<MergeConflict> Conflicts => _conflicts.ToImmutable();

        public T Choose<T>(string path, T last, T edited, T proposed, Func<T, string> text)
        {
            var (was, mine, theirs) = (text(last), text(edited), text(proposed));
            if (mine == was) return proposed;
            if (theirs != was && theirs != mine) _conflicts.Add(new MergeConflict(path, mine.Trim(), theirs.Trim()));
            return edited;
        }

        public Parameter Parameter(Crisis last, Crisis edited, Parameter proposed)
        {
            var (was, mine) = (Find(last, proposed.Name), Find(edited, proposed.Name));
            return mine is null ? proposed : Choose("parameters/" + proposed.Name, was ?? mine, mine, proposed, p => Text(w => w.Parameter(p)));
        }

        private static Parameter? Find(Crisis crisis, string name) => crisis.Parameters.FirstOrDefault(p => p.Name == name);
    }
}
