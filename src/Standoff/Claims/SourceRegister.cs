using System.Collections.Immutable;

namespace Standoff.Claims;

/// <summary>A named source with its reliability.</summary>
/// <param name="Name">Plain name.</param>
/// <param name="Aliases">Other ways in which texts name it.</param>
/// <param name="IsAgency">Whether others carry its copy.</param>
/// <param name="Reliability">A … F; F: cannot be judged.</param>
/// <param name="Grounds">Why it is graded so.</param>
public sealed record RegisteredSource(string Name, ImmutableArray<string> Aliases, bool IsAgency, char Reliability, string Grounds);

/// <summary>Reliability of sources on the Admiralty scale; whoever is not listed is F.</summary>
public sealed class SourceRegister
{
    private readonly Dictionary<string, RegisteredSource> _byName = new(StringComparer.Ordinal);

    /// <summary>A register of these sources; of two that share a name the first holds.</summary>
    public SourceRegister(ImmutableArray<RegisteredSource> sources)
    {
        Sources = sources;
        foreach (var source in sources)
            foreach (var name in source.Aliases.Prepend(source.Name))
                _byName.TryAdd(Names.Fold(name), source);
    }

    /// <summary>The register that ships with the program.</summary>
    public static SourceRegister Shipped { get; } = Load();

    /// <summary>All sources in order.</summary>
    public ImmutableArray<RegisteredSource> Sources { get; }

    /// <summary>The source of a name or alias, if listed.</summary>
    public RegisteredSource? Find(string name) => _byName.GetValueOrDefault(Names.Fold(name));

    /// <summary>Reliability of a name; F if it is not listed.</summary>
    public char ReliabilityOf(string name) => Find(name)?.Reliability ?? 'F';

    /// <summary>This register with one source added before the others, so that it holds.</summary>
    public SourceRegister With(RegisteredSource source) => new(Sources.Insert(0, source));

    private static SourceRegister Load() => new(
    [
        .. ResourceTable.Load("Claims", "source-register.tsv").Rows.Select(r =>
            new RegisteredSource(r["name"], r.List("aliases"), r["kind"] == "agency", r["reliability"][0], r["grounds"])),
    ]);
}
