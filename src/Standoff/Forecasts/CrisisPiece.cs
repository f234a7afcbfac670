using System.Collections.Immutable;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>A piece of a crisis that a forecast rests on, and that claims or a person may set.</summary>
/// <param name="Key">As <c>crisis.yaml</c> names it.</param>
/// <param name="Name">As printed.</param>
/// <param name="Same">Whether the forecast takes the same from two crises.</param>
/// <param name="Put">The first crisis with the piece of the second.</param>
internal sealed record CrisisPiece(string Key, string Name, Func<Crisis, Crisis, bool> Same, Func<Crisis, Crisis, Crisis> Put)
{
    private static readonly ImmutableArray<CrisisPiece> Fixed =
    [
        new("demand", "the demand", (a, b) => a.Demand.Kind == b.Demand.Kind, (to, from) => to with { Demand = from.Demand }),
        new("began", "the beginning", (a, b) => (a.Began, a.UltimatumOn) == (b.Began, b.UltimatumOn), (to, from) => to with { Began = from.Began, UltimatumOn = from.UltimatumOn }),
        new("present", "the rung", (a, b) => a.Present.Weights.SequenceEqual(b.Present.Weights), (to, from) => to with { Present = from.Present }),
        new("flags", "the flags", (a, b) => Alike(a.Flags, b.Flags, f => (f.Name, f.Probability)), (to, from) => to with { Flags = from.Flags }),
        new("third-parties", "the third parties", (a, b) => Alike(a.ThirdParties, b.ThirdParties, t => (t.Name, t.Stance, t.Capacity, t.Availability)), (to, from) => to with { ThirdParties = from.ThirdParties }),
        new("classes", "the classes", (a, b) => Alike(a.Classes, b.Classes, c => (c.Name, c.Weight)), (to, from) => to with { Classes = from.Classes }),
        new("covariates", "the covariates", (a, b) => Alike(a.Covariates, b.Covariates, c => (c.Name, c.Value)), (to, from) => to with { Covariates = from.Covariates }),
    ];

    /// <summary>Whether it is a parameter of the game.</summary>
    public bool IsParameter { get; private init; }

    /// <summary>The pieces of a crisis.</summary>
    public static ImmutableArray<CrisisPiece> Of(Crisis crisis) => [.. Fixed, .. crisis.Parameters.Select(p => Parameter(p.Name))];

    private static CrisisPiece Parameter(string name) => new(name, name, (a, b) => Alike(Find(a, name), Find(b, name)), (to, from) => Find(from, name) is { } p
        ? to with { Parameters = [.. to.Parameters.Select(other => other.Name == name ? p : other)] } : to)
    { IsParameter = true };

    private static bool Alike(Parameter? one, Parameter? other) => Equals(one?.Prior, other?.Prior) && Equals(one?.Value, other?.Value);

    private static bool Alike<T, TContent>(ImmutableArray<T> one, ImmutableArray<T> other, Func<T, TContent> content) => one.Select(content).ToHashSet().SetEquals(other.Select(content));

    private static Parameter? Find(Crisis crisis, string name) => crisis.Parameters.FirstOrDefault(p => p.Name == name);
}
