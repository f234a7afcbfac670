using System.Diagnostics.CodeAnalysis;

namespace Standoff.Games.Formats;

/// <summary>Why a file is no game.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1, in UTF-16 units.</param>
/// <param name="Reason">What is wrong, as a sentence.</param>
public sealed record GameFileError(int Line, int Column, string Reason)
{
    /// <summary>"line:column: reason".</summary>
    public override string ToString() => FormattableString.Invariant($"{Line}:{Column}: {Reason}");
}

/// <summary>A game read from a file, or why it could not be read.</summary>
/// <param name="Game">The game; <see langword="null"/> if there is an error.</param>
/// <param name="Error">The first error; <see langword="null"/> if there is a game.</param>
public readonly record struct GameFile<TGame>(TGame? Game, GameFileError? Error)
    where TGame : class
{
    /// <summary>Whether it was read.</summary>
    [MemberNotNullWhen(true, nameof(Game))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsGame => Game is not null;
}
