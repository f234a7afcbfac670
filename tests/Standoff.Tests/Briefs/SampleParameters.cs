using System.Collections.Immutable;
using Standoff.Crises;

namespace Standoff.Tests.Briefs;

/// <summary>Parameters of the invented case: some moved by claims, most at their defaults.</summary>
internal static class SampleParameters
{
    private static readonly (string Name, double Mean, double Deviation, string Unit, string Reason)[] Defaults =
    [
        ("raid-cost", 0.45, 0.12, "share of the demand's value", "No claim speaks of it; the default of the ultimatum template stands."),
        ("raid-success", 0.55, 0.15, "probability", "No claim speaks of it; the default of the ultimatum template stands."),
        ("invasion-cost", 1.4, 0.4, "share of the demand's value", "No claim speaks of it; the default of the ultimatum template stands."),
        ("office-value", 0.08, 0.02, "share of the demand's value a week", "No claim speaks of it; the default of the ultimatum template stands."),
        ("discount", 0.97, 0.01, "a week", "Fixed by the template."),
        ("rationality", 6, 2, "1 / payoff", "Estimated on past crises elsewhere; a default here."),
        ("cohesion", 0.8, 0.1, "probability", "No claim speaks of it; the default of the ultimatum template stands."),
        ("fading", 0.015, 0.006, "a week", "No claim speaks of it; the default of the ultimatum template stands."),
    ];

    public static ImmutableArray<Parameter> All(Func<string[], ImmutableArray<string>> aliases, Func<string, string> item) =>
    [
        Moved("audience-cost", new(0.30, 0.12), new(0.38, 0.11), "share of the demand's value", "A public deadline and a promise at home make dropping the demand dearer.", item, aliases, "Arvenia has given", "President Marta"),
        Moved("exit-trust", new(0.50, 0.18), new(0.41, 0.15), "probability", "An offer of safe passage is on the table; who would guarantee it is not said.", item, aliases, "Vael and his", "Tolmark is ready"),
        Moved("target-resolve", new(0.50, 0.20), new(0.61, 0.16), "probability", "The ministry rejects the ultimatum in public.", item, aliases, "The Government of Tolmark rejects"),
        Moved("third-party-help", new(0.25, 0.12), new(0.16, 0.08), "probability", "The closest partner says that it will send no forces.", item, aliases, "it would not send"),
        .. Defaults.Select(d => new Parameter { Name = d.Name, Prior = new Distribution.Normal(d.Mean, d.Deviation), Value = new Distribution.Normal(d.Mean, d.Deviation), Unit = d.Unit, Grounds = d.Name == "discount" ? Grounds.Analyst : Grounds.Default, Reason = d.Reason }),
    ];

    private static Parameter Moved(string name, Distribution.Normal prior, Distribution.Normal value, string unit, string reason, Func<string, string> item, Func<string[], ImmutableArray<string>> aliases, params string[] starts) => new()
    {
        Name = name,
        Prior = prior,
        Value = value,
        Unit = unit,
        Grounds = Grounds.Sourced,
        Reason = reason,
        Evidence = [.. starts.Select((s, i) => new Evidence(item(s), "row-" + name, name, 0.7 + (0.4 * i), aliases([s])))],
        Claims = aliases(starts),
    };
}
