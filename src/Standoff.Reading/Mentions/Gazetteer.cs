namespace Standoff.Reading.Mentions;

/// <summary>The shipped names of states, organisations, outlets and office holders.</summary>
public sealed class Gazetteer
{
    private readonly Dictionary<string, State> _states = [];

    private Gazetteer()
    {
    }

    /// <summary>The gazetteer that ships with the reader.</summary>
    public static Gazetteer Shipped { get; } = new();

    /// <summary>The state of that plain name, alias, demonym or capital; <see langword="null"/> if none is known.</summary>
    public State? FindState(string name) => _states.GetValueOrDefault(name);
}

/// <summary>A state of the international system.</summary>
/// <param name="Name">Plain name.</param>
/// <param name="Iso">ISO 3166-1 alpha-3 code.</param>
/// <param name="Cow">Correlates of War country code; 0 where the list has none.</param>
/// <param name="Demonym">Adjective of nationality.</param>
/// <param name="Capital">Seat of its government.</param>
public sealed record State(string Name, string Iso, int Cow, string Demonym, string Capital);
