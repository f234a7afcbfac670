using System.Collections.Immutable;
using Standoff.Briefs;

namespace Standoff.Cli.Options;

/// <summary>A command line as understood: one value for everything that any verb can be told.</summary>
internal sealed record Request
{
    public ImmutableArray<string> Inputs { get; init; } = [];

    /// <summary>What <c>explain</c> is to explain.</summary>
    public string? Id { get; init; }

    /// <summary>What <c>game</c>, <c>questions</c> or <c>data</c> is to do.</summary>
    public string? Action { get; init; }

    /// <summary>What <c>question</c> is asked.</summary>
    public string? Question { get; init; }

    /// <summary>What <c>questions</c> is to do it with.</summary>
    public ImmutableArray<string> Items { get; init; } = [];
    public string? QuestionFile { get; init; }
    public DateOnly? On { get; init; }
    public string? Note { get; init; }
    public DateOnly? Deadline { get; init; }
    public string? Criteria { get; init; }
    public string? Source { get; init; }
    public bool Csv { get; init; }

    /// <summary>The folder of historical data.</summary>
    public string? Folder { get; init; }
    public ImmutableArray<string> Games { get; init; } = [];
    public string? Method { get; init; }
    public ImmutableArray<double> Lambdas { get; init; } = [];

    public ImmutableArray<double> Prior { get; init; } = [];
    public string? To { get; init; }

    /// <summary>The table that <c>game fit</c> fits to.</summary>
    public string? Data { get; init; }

    /// <summary>The model of the literature that it fits; <see langword="null"/> for λ of a game.</summary>
    public string? FitModel { get; init; }
    public ImmutableArray<string> Payoffs { get; init; } = [];
    public bool PerPlayer { get; init; }
    public int? Timeout { get; init; }
    public DateOnly? Date { get; init; }
    public DateOnly? AsOf { get; init; }

    /// <summary>The two days of a case that <c>compare</c> compares.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
    public string? Case { get; init; }
    public string? Cast { get; init; }
    public string? Crisis { get; init; }
    public string? Challenger { get; init; }
    public string? Target { get; init; }
    public ImmutableArray<string> Without { get; init; } = [];
    public int? Draws { get; init; }
    public ulong? Seed { get; init; }
    public int? Weeks { get; init; }
    public int? Jobs { get; init; }
    public string? Output { get; init; }

    /// <summary>The folder for brat files of the attributions.</summary>
    public string? Annotations { get; init; }
    public bool Json { get; init; }
    public bool JsonLines { get; init; }

    /// <summary>Where the political events go; <see langword="null"/> where claims are asked for.</summary>
    public string? Events { get; init; }
    public bool Text { get; init; }
    public bool Why { get; init; }
    public bool Schema { get; init; }
    public bool Force { get; init; }
    public EmbedSource Embed { get; init; } = EmbedSource.Quotes;

    /// <summary>The language model to read with, as it was written.</summary>
    public string? Model { get; init; }
    public string? Record { get; init; }
    public string? Replay { get; init; }
    public int? ModelTimeout { get; init; }
    public bool Quiet { get; init; }
    public bool NoColor { get; init; }
    public ProgressMode Progress { get; init; } = ProgressMode.Auto;
}

/// <summary>How progress is shown on standard error.</summary>
internal enum ProgressMode
{
    /// <summary>A moving line where standard error is a terminal, else nothing.</summary>
    Auto,
    Never,

    /// <summary>A plain line now and then, for logs.</summary>
    Plain,
}
