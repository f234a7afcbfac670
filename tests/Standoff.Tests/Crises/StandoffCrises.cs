using FsCheck;
using FsCheck.Fluent;
using Standoff.Crises;

namespace Standoff.Tests.Crises;

/// <summary>Random crises.</summary>
internal static class StandoffCrises
{
    /// <summary>Each number anywhere in its 90 % range, any place to start from.</summary>
    public static Gen<StandoffParameters> Any(Rung lowest = Rung.Rhetoric) =>
        from shares in Gen.Choose(0, 1000).Select(i => i / 1000.0).ArrayOf(StandoffParameters.Names.Length)
        from rung in Gen.Choose((int)lowest, (int)Rung.LimitedStrikes)
        from flags in Gen.Choose(0, 15)
        let values = StandoffPriors.All.Select((p, i) => p.Low + (shares[i] * (p.High - p.Low))).ToArray()
        select StandoffParameters.FromValues(
            values,
            new StandoffState((Rung)rung, (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0 ? Cohesion.Cracked : Cohesion.Firm),
            (flags & 8) != 0);
}
