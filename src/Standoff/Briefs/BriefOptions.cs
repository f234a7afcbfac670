using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Forecasts;
using Standoff.Questions;

namespace Standoff.Briefs;

/// <summary>How a brief is made.</summary>
public sealed record BriefOptions
{
    /// <summary>Version of the program, for the manifest.</summary>
    public string Version { get; init; } = "0.1.0";

    /// <summary>Id of the run; a hash of documents, seed, draws and version where none is given.</summary>
    public string Run { get; init; } = "";

    /// <summary>The command line that reproduces the run.</summary>
    public string CommandLine { get; init; } = "";

    /// <summary>A handling banner, such as "For internal use"; empty for none.</summary>
    public string Handling { get; init; } = "";

    /// <summary>How much of the sources' text the brief carries.</summary>
    public EmbedSource Embed { get; init; } = EmbedSource.Quotes;

    /// <summary>The run before, to show what changed.</summary>
    public PreviousRun? Previous { get; init; }

    /// <summary>How the forecasts of the case's questions fared; a section tells it where some were resolved.</summary>
    public TrackRecord? Record { get; init; }

    /// <summary>What made the change since the run before.</summary>
    public Comparison? Comparison { get; init; }

    /// <summary>Further cautions from earlier stages, printed with the forecast's own.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}

/// <summary>How much of the sources' text a brief carries.</summary>
public enum EmbedSource
{
    /// <summary>The sentences with claims and one on either side.</summary>
    Quotes,

    /// <summary>All sentences.</summary>
    Full,

    /// <summary>None; claims keep their own words.</summary>
    None,
}

/// <summary>An earlier run of the same case.</summary>
/// <param name="Forecast">Its forecast.</param>
/// <param name="Ledger">Its ledger, where kept.</param>
/// <param name="Crisis">Its crisis, where kept.</param>
public sealed record PreviousRun(Forecast Forecast, Ledger? Ledger = null, Crisis? Crisis = null);
