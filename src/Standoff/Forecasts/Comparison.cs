using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Reading.Mentions;

namespace Standoff.Forecasts;

/// <summary>One of two forecasts of a crisis that are compared, with what it was made of.</summary>
public sealed record ComparisonSide(Crisis Crisis, Ledger Ledger, Forecast Forecast)
{
    /// <summary>Whether a person edited the crisis: only then is what its claims do not give called edited.</summary>
    public bool IsEdited { get; init; }

    /// <summary>Who plays a part, as the crisis was proposed with.</summary>
    public CastList? Cast { get; init; }
}

/// <summary>What changed between two forecasts of a crisis, and what made the change.</summary>
public sealed record Comparison
{
    /// <summary>The day from which the earlier forecast counts.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The day from which the later one counts.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Weeks that each looks ahead.</summary>
    public required int HorizonWeeks { get; init; }

    /// <summary>Each headline outcome then and now, the largest change first.</summary>
    public required ImmutableArray<ThenAndNow> Outcomes { get; init; }

    /// <summary>What made the change, the largest first. For each outcome the shares sum to the change.</summary>
    public required ImmutableArray<ChangePart> Parts { get; init; }

    /// <summary>Common draws on which the shares were found.</summary>
    public required int Draws { get; init; }

    /// <summary>Whether every set of parts was forecast; else the shares come from random orders and carry a standard error.</summary>
    public required bool IsExact { get; init; }

    /// <summary>The comparison the other way round.</summary>
    public Comparison Reversed() => this with
    {
        From = To,
        To = From,
        Outcomes = [.. Outcomes.Select(o => o with { Then = o.Now, Now = o.Then })],
        Parts = [.. Parts.Select(p => p.Reversed())],
    };
}

/// <summary>An outcome in two forecasts.</summary>
/// <param name="Key">Key of the outcome.</param>
/// <param name="Name">As printed.</param>
/// <param name="Then">In the earlier one; 0 where its demand does not know the outcome.</param>
/// <param name="Now">In the later one.</param>
public sealed record ThenAndNow(string Key, string Name, Estimate Then, Estimate Now)
{
    /// <summary>Now less then.</summary>
    public double Change => Now.Mean - Then.Mean;
}

/// <summary>A part of what changed.</summary>
/// <param name="Kind">
/// <c>added</c>, <c>withdrawn</c> or <c>revised</c> (claims of an item, with all that they move: rung, flags, beginning, parameters, classes, covariates, third parties),
/// <c>time</c> (days that passed), <c>sides</c> (the two parties), <c>classes</c> and <c>covariates</c> (set otherwise than the claims give them), <c>edits</c> (what an
/// analyst set), <c>rest</c> (what neither claims nor an analyst set: claims left out by hand, or another version of the program), <c>horizon</c> (weeks looked ahead),
/// <c>draws</c> (the finite number of common draws).
/// </param>
/// <param name="Key">Alias of the item, or the kind.</param>
/// <param name="Name">As printed.</param>
/// <param name="Claims">Aliases of the claims, in the ledger that holds them.</param>
/// <param name="Shares">Its share in the change of each outcome.</param>
public sealed record ChangePart(string Kind, string Key, string Name, ImmutableArray<string> Claims, ImmutableArray<ChangeShare> Shares)
{
    /// <summary>The largest absolute share.</summary>
    public double Largest => Shares.IsDefaultOrEmpty ? 0 : Shares.Max(s => Math.Abs(s.Change));

    internal ChangePart Reversed() => this with
    {
        Kind = Kind switch { "added" => "withdrawn", "withdrawn" => "added", _ => Kind },
        Shares = [.. Shares.Select(s => s with { Change = -s.Change })],
    };
}

/// <summary>A part's share in one outcome's change.</summary>
/// <param name="Outcome">Key of the outcome.</param>
/// <param name="Change">What it added or took.</param>
/// <param name="Error">Standard error from the random orders; 0 where all sets were forecast.</param>
public sealed record ChangeShare(string Outcome, double Change, double Error);
