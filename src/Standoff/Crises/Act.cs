using System.Collections.Immutable;

namespace Standoff.Crises;

/// <summary>What one side does to another, as far as it tells who challenges whom.</summary>
internal enum ActSort
{
    /// <summary>Anything else that one is said to do to the other.</summary>
    Other,

    /// <summary>Asks something of it.</summary>
    Demand,

    /// <summary>Demands something by a day, or else.</summary>
    Ultimatum,

    /// <summary>Calls for calm, talks or a truce.</summary>
    Appeal,

    /// <summary>Threatens it.</summary>
    Threat,

    /// <summary>Moves or uses forces.</summary>
    Force,

    /// <summary>Closes ways to it.</summary>
    Closure,

    /// <summary>Takes measures.</summary>
    Measure,

    /// <summary>Offers something.</summary>
    Offer,

    /// <summary>Refuses, resists or denounces what it is asked or threatened with.</summary>
    Response,
}

/// <summary>One act, with the sides as far as the claim names them; either may be missing.</summary>
/// <param name="Sort">What is done.</param>
/// <param name="Claim">The claim that tells of it.</param>
/// <param name="Weight">How firmly it is told, 0 … 1.</param>
/// <param name="From">Who does it, or several together.</param>
/// <param name="To">To whom.</param>
/// <param name="IsFirm">Of a demand: whether it is more than a wish.</param>
/// <param name="Text">Of a demand that stands in a condition: its words; else <see langword="null"/>.</param>
internal sealed record Act(ActSort Sort, ClaimView Claim, double Weight, ImmutableArray<string> From, ImmutableArray<string> To, bool IsFirm = false, string? Text = null)
{
    /// <summary>Whether it asks for something that may be refused.</summary>
    public bool Asks => Sort is ActSort.Demand or ActSort.Ultimatum;

    /// <summary>Whether it makes diplomacy a crisis.</summary>
    public bool IsHostile => Sort is ActSort.Threat or ActSort.Force or ActSort.Closure or ActSort.Measure or ActSort.Response or ActSort.Ultimatum;
}
