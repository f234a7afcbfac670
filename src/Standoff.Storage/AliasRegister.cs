using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Reading.Claims;

namespace Standoff.Storage;

/// <summary>The claims' aliases, one a line in the order in which they were given out, so that histories merge; lines are only ever added.</summary>
internal static class AliasRegister
{
    public const string FileName = "claims.tsv";

    public const string Head = "alias\tclaim\tdocument\n";

    public static string Line(LedgerClaim claim) => $"{claim.Alias}\t{claim.Claim.Id}\t{claim.Document}\n";

    public static ImmutableDictionary<ClaimId, string> Read(string lines)
    {
        var aliases = ImmutableDictionary.CreateBuilder<ClaimId, string>();
        foreach (var line in lines.Split('\n').Skip(1))
            if (line.TrimEnd('\r').Split('\t') is [var alias, var id, ..]) aliases.TryAdd(new ClaimId(id), alias);
        return aliases.ToImmutable();
    }
}
