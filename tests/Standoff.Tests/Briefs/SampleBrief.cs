using Standoff.Briefs;

namespace Standoff.Tests.Briefs;

/// <summary>The brief of the invented case.</summary>
internal static class SampleBrief
{
    public static BriefOptions Options { get; } = new()
    {
        CommandLine = "standoff run northern-wire.txt strait-and-exit.txt tolmark-mfa.txt -o brief.html",
        Previous = new PreviousRun(SampleForecast.Earlier),
        Comparison = SampleForecast.Since,
    };

    public static Brief Brief { get; } = BriefBuilder.Build(SampleCase.Ledger, SampleCase.Crisis, SampleForecast.Forecast, Options);
}
