using System.Collections.Immutable;
using System.Globalization;
using Standoff.Reading.Text;

namespace Standoff.Reading.Mentions;

/// <summary>The shipped names of states, organisations, outlets and office holders.</summary>
public sealed class Gazetteer
{
    private readonly Dictionary<string, State> _states = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, State> _byIso = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, State> _byCow = [];
    private readonly NameTable _names = new();

    private Gazetteer()
    {
        LoadStates();
        foreach (var row in ResourceTable.Read("Mentions.Resources.Metonyms.tsv")) _names.Add(row[0], new Name(row[1], NameClass.Metonym, row[1]));
        foreach (var row in ResourceTable.Read("Mentions.Resources.Places.tsv")) _names.Add(row[0], new Name(row[0], NameClass.Place, NullIfEmpty(row[1])));
        LoadBodies("Organisations", NameClass.Organisation);
        LoadBodies("Outlets", NameClass.Outlet);
        Predecessors = ResourceTable.Read("Mentions.Resources.Predecessors.tsv").Select(Predecessor.Of).ToImmutableArray();
        Leaders = new LeaderTable(_names);
    }

    /// <summary>The gazetteer that ships with the reader.</summary>
    public static Gazetteer Shipped { get; } = new();

    /// <summary>All states, in the table's order.</summary>
    public ImmutableArray<State> States { get; private set; } = [];

    internal LeaderTable Leaders { get; }

    internal ImmutableArray<Predecessor> Predecessors { get; }

    internal NameTable Names => _names;

    /// <summary>The state of that plain name, alias, demonym or capital; <see langword="null"/> if none is known.</summary>
    public State? FindState(string name) => _states.GetValueOrDefault(name);

    /// <summary>The state with that ISO 3166-1 alpha-3 code.</summary>
    public State? FindStateByIso(string iso) => _byIso.GetValueOrDefault(iso);

    /// <summary>The state with that Correlates of War code.</summary>
    public State? FindStateByCow(int code) => _byCow.GetValueOrDefault(code);

    /// <summary>Since when somebody, by his full name, has held the office that he holds on a day, to the month; <see langword="null"/> where the table knows of none.</summary>
    public DateOnly? InOfficeSince(string name, DateOnly day) => Leaders.Named(name).FirstOrDefault(l => l.IsHead && l.HeldOfficeOn(day))?.From;

    /// <summary>The state that a plain name, alias, demonym or capital stood for on a day: "Russia" and "Moscow" for the Soviet Union in 1968; <see langword="null"/> if none is known.</summary>
    public string? StateOn(string name, DateOnly day)
    {
        if (FindState(name) is not { } state) return null;
        var known = Whole(name) ?? new Name(state.Name, NameClass.State, state.Name);
        return Predecessors.FirstOrDefault(p => p.State == state.Name && p.HeldOn(day) && p.Covers(known))?.Earlier ?? state.Name;
    }

    /// <summary>Whether a name is of anything that the gazetteer lists: a state, place, body, outlet, seat, or somebody in office, by his surname too.</summary>
    public bool Knows(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return FindState(name) is not null || Whole(name) is not null || Leaders.WithSurname(PersonNames.Plain(name)).Any();
    }

    /// <summary>The state of a capital or of another place, by its plain name on a day; <see langword="null"/> if none is known.</summary>
    public string? StateOfPlace(string place, DateOnly day) => StateOn(place, day)
        ?? (Whole(place) is { Class: NameClass.Place, State: { } state } ? StateOn(state, day) : null);

    // What the names know of the whole of a text, not of its beginning.
    private Name? Whole(string text) => _names.Match(text, 0, text.Length) is { } match && match.End == text.Length ? match.Name : null;

    private void LoadStates()
    {
        var states = ImmutableArray.CreateBuilder<State>();
        foreach (var row in ResourceTable.Read("Mentions.Resources.States.tsv"))
        {
            var (demonyms, capitals, aliases) = (Leader.Cells(row[3]), Leader.Cells(row[4]), Leader.Cells(row[5]));
            var state = new State(row[0], row[1], int.Parse(row[2], CultureInfo.InvariantCulture), demonyms.FirstOrDefault(row[0]), capitals.FirstOrDefault(""));
            states.Add(state);
            _byIso[state.Iso] = state;
            if (state.Cow > 0) _byCow.TryAdd(state.Cow, state);
            Add(state, NameClass.State, aliases.Prepend(state.Name));
            Add(state, NameClass.Capital, capitals);
            foreach (var demonym in demonyms) Add(state, IsPlural(demonym, demonyms) ? NameClass.Nationals : NameClass.Demonym, [demonym]);
        }

        States = states.ToImmutable();
    }

    private void Add(State state, NameClass kind, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            _states.TryAdd(name, state);
            _names.Add(name, new Name(kind == NameClass.Nationals ? name : state.Name, kind, state.Name) { Written = name });
        }
    }

    /// <summary>"Cubans" is people; "Swiss" is not the plural of anything.</summary>
    private static bool IsPlural(string demonym, string[] all) =>
        demonym != all[0] && demonym is not ("U.S." or "US" or "Swiss") && (demonym.EndsWith('s') || demonym is "Frenchmen");

    private void LoadBodies(string table, NameClass kind)
    {
        foreach (var row in ResourceTable.Read($"Mentions.Resources.{table}.tsv"))
            foreach (var name in Leader.Cells(row[3]).Prepend(row[0]))
                _names.Add(name, new Name(row[0], kind, NullIfEmpty(row[2]), NeedsArticle: row[4] == "article", Kind: KindOf(row[1])));
    }

    private static MentionKind? KindOf(string cell) => cell switch
    {
        "Force" => MentionKind.Force,
        "Group" => MentionKind.Group,
        _ => null,
    };

    private static string? NullIfEmpty(string cell) => cell.Length == 0 ? null : cell;
}

/// <summary>A state of the international system.</summary>
/// <param name="Name">Plain name.</param>
/// <param name="Iso">ISO 3166-1 alpha-3 code.</param>
/// <param name="Cow">Correlates of War country code; 0 where the list has none.</param>
/// <param name="Demonym">Adjective of nationality.</param>
/// <param name="Capital">Seat of its government; empty where it is the state's own name.</param>
public sealed record State(string Name, string Iso, int Cow, string Demonym, string Capital);
