using System.Collections.Immutable;
using Standoff.Crises;
using Standoff.Forecasts;

namespace Standoff.Tests.Briefs;

/// <summary>A made-up forecast of the invented case with curves over 26 weeks.</summary>
internal static class SampleForecast
{
    private const int Horizon = 26;

    private static readonly (Ending Ending, double Share, double Speed)[] Shares =
    [
        (Ending.Compliance, 0.05, 0.05), (Ending.NegotiatedExit, 0.17, 0.07), (Ending.Compromise, 0.14, 0.05), (Ending.Withdrawal, 0.12, 0.04),
        (Ending.InternalExit, 0.04, 0.03), (Ending.ForcibleRemoval, 0.11, 0.09), (Ending.Other, 0.004, 0.03),
    ];

    public static Forecast Forecast { get; } = Build(0);

    /// <summary>The day before: a little less force.</summary>
    public static Forecast Earlier { get; } = Build(0.03);

    private static Forecast Build(double shift)
    {
        var endings = Shares.Select(s => new Curve<Ending>(s.Ending, Rise(s.Share, s.Speed))).ToList();
        endings.Add(new Curve<Ending>(Ending.None, [.. Enumerable.Range(0, Horizon + 1).Select(w => Around(1 - endings.Sum(c => c.Weeks[w].Mean)))]));
        return new Forecast
        {
            AsOf = new DateOnly(2027, 3, 3),
            HorizonWeeks = Horizon,
            Endings = [.. endings],
            Force = [new(Force.Limited, Rise(0.36 - shift, 0.1)), new(Force.Raid, Rise(0.19, 0.08)), new(Force.Invasion, Rise(0.03, 0.05))],
            Cells = [.. endings.Select(c => new Cell(c.Key, Force.None, c.Weeks[^1].Mean))],
            Headline = Outcomes(shift),
            Waterfalls = [.. Outcomes(shift).Select(Fall)],
            Influences = Influences(),
            Classes = Classes(),
            Moves = Moves(),
            Sensitivities = Sensitivities(),
            DayAfter = DayAfter(),
            Assumptions = Assumptions(),
            Decompositions = [.. Outcomes(shift).Select(Shared)],
            Flips = Flips(),
            Findings = Findings(),
            Draws = 2000,
            InfluenceDraws = 512,
            Seed = 42,
            Warnings = ["The class of exit offers holds 21 cases only."],
        };
    }

    private static ImmutableArray<Estimate> Rise(double share, double speed)
    {
        var full = 1 - Math.Exp(-speed * Horizon);
        return [.. Enumerable.Range(0, Horizon + 1).Select(w => Around(share * (1 - Math.Exp(-speed * w)) / full))];
    }

    private static Estimate Around(double mean) => new(mean, mean * 0.62, Math.Min(1, (mean * 1.38) + (0.02 * mean)));

    private static ImmutableArray<Outcome> Outcomes(double shift) =>
    [
        Outcome("open", "It goes on without new force", 0.366 + shift), Outcome("negotiated-exit", "The leader leaves by agreement", 0.17), Outcome("compromise", "A part of the demand is met", 0.14),
        Outcome("withdrawal", "The demand is dropped", 0.12), Outcome("forcible-removal", "The leader is removed by force", 0.11), Outcome("strikes-open", "New strikes or raids, no ending yet", 0.05 - shift),
        Outcome("internal-exit", "The leader falls from within or dies", 0.04), Outcome("fades", "It fades without a settlement", 0.004),
    ];

    private static Outcome Outcome(string key, string name, double mean) => new(key, name, Around(mean), 0.45, 0.35, 0.20, 0.006);

    private static Waterfall Fall(Outcome outcome)
    {
        var end = outcome.Estimate.Mean;
        return new Waterfall(outcome.Key,
        [
            new("base-rate", "Base rate of the classes", end * 1.3, []), new("claims", "Claims about the parameters", end * 1.18, [SampleCase.Alias("Arvenia has given")]),
            new("game", "Game of the two sides", end * 0.88, []), new("pool", "Pool of both views", end, []),
        ]);
    }

    private static ImmutableArray<Influence> Influences()
    {
        string[] starts = ["Arvenia has given", "Vael and his", "The Government of Tolmark rejects", "Arvenia moved", "it would not send", "President Marta"];
        var claims = starts.Select((s, i) => Influence("claim", SampleCase.Alias(s), s, [SampleCase.Alias(s)], 0.05 / (i + 1)));
        var sources = SampleCase.Ledger.Documents.Select((d, i) => Influence("source", d.Alias, d.Document.Outlet ?? d.Document.Name, [.. SampleCase.Ledger.Claims.Where(c => c.Document == d.Alias).Select(c => c.Alias)], 0.07 / (i + 1)));
        return [.. claims.Concat(sources).OrderByDescending(i => i.Largest)];
    }

    private static Influence Influence(string kind, string key, string name, ImmutableArray<string> claims, double size) =>
        new(kind, key, name, claims, [new("negotiated-exit", -size), new("open", size * 0.6), new("forcible-removal", -size * 0.3), new("withdrawal", size * 0.002)]);

    private static ImmutableArray<Influence> Assumptions() =>
    [
        Influence("class", "exit-offers", "Leaders offered a safe exit", [], 0.08), Influence("parameter", "exit-trust", "exit-trust", [SampleCase.Alias("Vael and his")], 0.02),
        Influence("flag", StateFlag.ExitOffered, StateFlag.ExitOffered, [SampleCase.Alias("Vael and his")], 0.015), Influence("rung", "show-of-force", "a show of force", [], 0.01),
        Influence("covariate", "neighbours", "the two share a land border or at most twelve miles of water", [], 0.007), Influence("game", "game", "The game", [], 0.003),
    ];

    private static Decomposition Shared(Outcome outcome)
    {
        var end = outcome.Estimate.Mean;
        return new(outcome.Key, end * 0.7, [new("classes", "The chosen classes", end * 0.2), new("position", "Where it stands", end * 0.12), new("game", "The game", end * -0.02)]);
    }

    private static ImmutableArray<Flip> Flips() =>
    [
        new("open", "negotiated-exit", 0.196,
            [new("class", "exit-offers", "Leaders offered a safe exit", 0.4, 0.83, null, 0.72), new("flag", StateFlag.ExitOffered, StateFlag.ExitOffered, 0.6, 0.94, null, 0.85), new("rung", "raid", "a raid", 0.02, 1, null, 1)], null, 61),
        new("open", "compromise", 0.226, [new("parameter", "target-resolve", "target-resolve", 0.31, 0.08, 0.06, 0.88), new("game", "game", "the power to which the game counts", 0.07, 0.6, null, 0.57)], null, 61),
        new("open", "withdrawal", 0.246, [], new JointFlip(2.3, [new("audience-cost", 0.03), new("exit-trust", 0.91)]), 61),
        new("open", "forcible-removal", 0.256, [], null, 61),
    ];

    private static ImmutableArray<Finding> Findings() =>
    [
        new("rung", "present", "present rung", 0.0042, "open", 0.021, 0.001, [new("a show of force", 0.7, null, 0.38), new("a raid", 0.3, null, 0.31)], [SampleCase.Alias("Arvenia moved")], 0),
        new("item", SampleCase.Ledger.Items[0].Alias, SampleCase.Ledger.Items[0].Statement, 0.0031, "negotiated-exit", 0.012, 0.0004, [new("so", 0.8, null, 0.18), new("not so", 0.2, null, 0.13)], SampleCase.Ledger.Items[0].Claims, 1),
        new("flag", StateFlag.ExitOffered, StateFlag.ExitOffered, 0.0022, "negotiated-exit", 0.009, 0.0004, [new("so", 0.6, null, 0.18), new("not so", 0.4, null, 0.155)], [], 0),
        new("parameter", "audience-cost", "audience-cost", 0.0011, "withdrawal", 0.007, 0.0003, [new("at 0.05 of its distribution", 0.12, 0.06, 0.13), new("at 0.50 of its distribution", 0.28, 0.2, 0.12), new("at 0.95 of its distribution", 0.12, 0.5, 0.1)], [], 0),
        new("covariate", "protracted", "it is part of a protracted conflict", 0.0007, "compromise", 0.006, 0.0002, [new("so", 0.5, null, 0.15), new("not so", 0.5, null, 0.13)], [], 0),
        new("parameter", "raid-cost", "raid-cost", 0.0001, "open", 0.002, 0.0001, [new("at 0.05 of its distribution", 0.12, 0.1, 0.36), new("at 0.95 of its distribution", 0.12, 0.5, 0.37)], [], 0),
    ];

    /// <summary>What changed since the day before, and why.</summary>
    public static Comparison Since { get; } = new()
    {
        From = new DateOnly(2027, 3, 2),
        To = new DateOnly(2027, 3, 3),
        HorizonWeeks = Horizon,
        Outcomes = [.. Forecast.Headline.Zip(Earlier.Headline).Select(p => new ThenAndNow(p.First.Key, p.First.Name, p.Second.Estimate, p.First.Estimate)).OrderByDescending(o => Math.Abs(o.Change))],
        Parts =
        [
            new("added", "i-001", "Arvenia has given Tolmark a week", [SampleCase.Alias("Arvenia has given")], [new("strikes-open", 0.025, 0), new("open", -0.025, 0)]),
            new("classes", "classes", "Reference classes chosen or weighed otherwise", [], [new("strikes-open", 0.006, 0), new("open", -0.006, 0)]),
            new("time", "time", "Elapsed time: 1 day", [], [new("strikes-open", -0.001, 0), new("open", 0.001, 0)]),
        ],
        Draws = 512,
        IsExact = true,
    };

    private static ImmutableArray<ClassRate> Classes() =>
    [
        new("major-power-ultimatum", "Ultimatums of a major power", "A major power gives a minor one a deadline, 1946–2015.", 32, "1946–2015", 0.6, "A stronger state demands a change of government and shows force.",
            [new("compliance", "Compliance", 12, new(0.38, 0.25, 0.52)), new("compromise", "Compromise", 14, new(0.44, 0.30, 0.58)), new("limited", "Force on its soil", 10, new(0.31, 0.19, 0.45))], "Invented counts for a test.", "Selection: only crises that someone coded.") { Named = 3, Nearest = [new("Harbour of Sel", 1961, "Arvenia", "Morden", Ending.Compliance, "none", 3.4, 0.1), new("Two Islands", 1978, "Costa Verra", "Ilmen", Ending.Compromise, "minor clashes", 11, 0.2), new("The Salt Road", 1934, "several states", "Ilmen", Ending.Other, "war", 40, 0.4)] },
        new("exit-offers", "Leaders offered a safe exit", "A leader in crisis was publicly offered asylum, 1979–2020.", 21, "1979–2020", 0.4, "The leader was offered a safe exit.",
            [new("negotiated-exit", "Negotiated exit", 6, new(0.29, 0.15, 0.46))], "Invented counts for a test.", "") { Named = 1, Nearest = [new("Two Islands", 1978, "Costa Verra", "Ilmen", Ending.Compromise, "minor clashes", 11, 0.2)] },
    ];

    private static ImmutableArray<MoveChoice> Moves() =>
    [
        new("Arvenia", "hold", 0.58, 0.21, ""), new("Arvenia", "climb a rung", 0.22, 0.14, "It would be the likeliest if the audience cost were above 0.61."), new("Arvenia", "raid", 0.12, 0.05, "It would be the likeliest if a raid cost less than 0.20."),
        new("Arvenia", "drop the demand", 0.08, -0.02, "It would be the likeliest if the audience cost were below 0.09."), new("Tolmark", "defy", 0.77, 0.44, ""), new("Tolmark", "counter-offer", 0.15, 0.3, "It would be the likeliest if trust in the guarantee were above 0.7."),
        new("Tolmark", "leave", 0.08, 0.12, "It would be the likeliest if the exit were worth more than 0.9 of office."),
    ];

    private static ImmutableArray<Sensitivity> Sensitivities() =>
    [
        new("target-resolve", "open", 0.31, 0.29, 0.45), new("exit-trust", "open", 0.22, 0.43, 0.31), new("raid-cost", "open", 0.15, 0.32, 0.41), new("audience-cost", "open", 0.09, 0.40, 0.34),
        new("rationality", "open", 0.05, 0.35, 0.39), new("cohesion", "open", 0.02, 0.36, 0.38),
    ];

    private static ImmutableArray<DayAfter> DayAfter() =>
    [
        new(Ending.ForcibleRemoval, "Civil war within ten years", "foreign-imposed leader change", 31, 12, new(0.387, 0.25, 0.53), "Invented counts for a test.", "Era break in 1946."),
        new(Ending.NegotiatedExit, "Successor holds office for two years", "negotiated exits", 18, 11, new(0.61, 0.41, 0.78), "Invented counts for a test.", ""),
    ];
}
