using System.Collections.Immutable;
using Standoff.Cli.Hosting;
using Standoff.Cli.Options;

namespace Standoff.Cli.Verbs;

/// <summary>One thing that the program does.</summary>
internal abstract class Verb
{
    /// <summary>The word on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>What it does, in one line.</summary>
    public abstract string Summary { get; }

    /// <summary>Command lines to copy.</summary>
    public abstract ImmutableArray<string> Examples { get; }

    /// <summary>How it is called.</summary>
    public virtual string Usage => $"standoff {Name} [FILE…] [options]";

    /// <summary>The options that it takes, as help shows them.</summary>
    public abstract ImmutableArray<OptionGroup> Groups(VerbOptions options);

    /// <summary>Does it; the result is the exit code.</summary>
    public abstract int Run(Request request, Host host);
}
