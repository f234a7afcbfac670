using System.Collections.Frozen;
using Standoff.Claims;
using Standoff.Reading.Mentions;

namespace Standoff.Crises;

/// <summary>Which state or body a name acts for, in one case.</summary>
internal sealed class ActorRegister
{
    private static readonly FrozenSet<string> OppositionWords = ResourceTable.Load("Crises", "opposition-words.tsv").Rows.Select(r => r["word"]).ToFrozenSet();
    private static readonly FrozenSet<string> BodyWords = ResourceTable.Load("Crises", "body-words.tsv").Rows.Select(r => r["word"]).ToFrozenSet();
    private static readonly FrozenDictionary<string, (string Name, bool IsWorld)> Bodies = LoadBodies();

    private static readonly FrozenDictionary<string, string> Groups = ResourceTable.Load("Crises", "groups.tsv").Rows
        .SelectMany(r => r.List("aliases").Prepend(r["name"]).Select(n => (Alias: Names.Fold(n), Name: r["name"]))).DistinctBy(p => p.Alias).ToFrozenDictionary(p => p.Alias, p => p.Name);

    private readonly Dictionary<string, string> _affiliations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _sides = new(StringComparer.Ordinal);
    private readonly HashSet<string> _heads = new(StringComparer.Ordinal);
    private readonly DateOnly? _day;

    public ActorRegister(Ledger ledger, CastList? cast)
    {
        _day = ledger.Documents.Select(d => d.Document.Date).Max();
        foreach (var member in cast?.Entries ?? [])
            foreach (var name in member.Aliases.Prepend(member.Name))
                _affiliations.TryAdd(Names.Fold(name), member.State ?? member.Name);
        foreach (var document in ledger.Documents)
            foreach (var (name, state) in document.Reading.Affiliations)
                _affiliations.TryAdd(Names.Fold(name), state);
        foreach (var office in OfficeHolders.In(ledger))
        {
            if (GroupOf(office.State) is not null) _affiliations[Names.Fold(office.Name)] = office.State;
            else _affiliations.TryAdd(Names.Fold(office.Name), office.State);
            if (office.IsHead) _heads.Add(Names.Fold(office.Name));
        }
    }

    /// <summary>State or body that the name is or acts for; <see langword="null"/> if none is known.</summary>
    public string? SideOf(string name)
    {
        if (_sides.TryGetValue(name, out var known)) return known;
        return _sides[name] = FindSide(name) is { } side ? Canonical(side) : null;
    }

    /// <summary>Whether the name is a person's or group's, not the state's own.</summary>
    public bool IsPart(string name) => SideOf(name) is { } side && !Names.Same(side, name);

    /// <summary>Whether the name reads as one person's: two capitalised words or more that name no state, body or office.</summary>
    public bool IsPerson(string name) => IsPart(name) && name.Contains(' ') && !IsBody(name) && WithinName(name) is null && !Names.Fold(name).Split(' ').Any(BodyWords.Contains)
        && OfficeHolders.IsWritten(name);

    /// <summary>Whether the texts call the person head of state or government.</summary>
    public bool IsHead(string name) => _heads.Contains(Names.Fold(name));

    /// <summary>Whether a side is a world body, which seldom challenges.</summary>
    public static bool IsWorldBody(string side) => Bodies.TryGetValue(Names.Fold(side), out var body) && body.IsWorld;

    /// <summary>The armed group that a name names, if any.</summary>
    public static string? GroupOf(string name) => Groups.GetValueOrDefault(Names.Fold(name));

    /// <summary>Whether a side is a body and no state.</summary>
    public static bool IsBody(string side) => Bodies.ContainsKey(Names.Fold(side));

    // A text of 1968 that says Russia means the Soviet Union.
    private string? State(string name) => _day is { } day ? Gazetteer.Shipped.StateOn(name, day) : Gazetteer.Shipped.FindState(name)?.Name;

    // Bodies go by many names ("NATO", "Nato", "North Atlantic Treaty Organization").
    private static string Canonical(string side) => Bodies.TryGetValue(Names.Fold(side), out var body) ? body.Name : side;

    private string? FindSide(string name)
    {
        var folded = Names.Fold(name);
        if (folded.Length == 0) return null;
        var words = folded.Split(' ');
        if (words.Any(OppositionWords.Contains)) return null;
        if (Bodies.TryGetValue(folded, out var body)) return body.Name;
        if (Groups.TryGetValue(folded, out var group)) return group;
        // What a text calls its own time knows better which state a name stood for then.
        if (_affiliations.TryGetValue(folded, out var side)) return side;
        if (State(name) is { } state) return state;
        var longer = _affiliations.Keys.Where(k => k.EndsWith(" " + folded, StringComparison.Ordinal)).Order(StringComparer.Ordinal).FirstOrDefault();
        return longer is not null ? _affiliations[longer] : WithinName(name);
    }

    // "Nigerien junta", "U.S. defense official", "Taiwan's defence ministry".
    private string? WithinName(string name)
    {
        var words = name.Replace("’s", "", StringComparison.Ordinal).Replace("'s", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var length = Math.Min(ListedSides.LongestName, words.Length - 1); length >= 1; length--)
            for (var i = 0; i + length <= words.Length; i++)
                if (char.IsUpper(words[i][0]) && StateOf(string.Join(' ', words[i..(i + length)])) is { } state) return state;
        return null;
    }

    // A state that only the texts know is affiliated with itself.
    private string? StateOf(string words) => State(words) ?? (_affiliations.TryGetValue(Names.Fold(words), out var side) && side == words ? side : null);

    private static FrozenDictionary<string, (string Name, bool IsWorld)> LoadBodies() => ResourceTable.Load("Crises", "bodies.tsv").Rows
        .SelectMany(r => r.List("aliases").Prepend(r["name"]).Select(n => (Alias: Names.Fold(n), Body: (r["name"], r["scope"] == "world"))))
        .DistinctBy(p => p.Alias).ToFrozenDictionary(p => p.Alias, p => p.Body);
}
