
namespace Standoff.Reading.Mentions;

/// <summary>Everybody and everything that a document names, by name, by surname and by office.</summary>
internal sealed class DocumentCast(Gazetteer gazetteer, DateOnly? date)
{
    private const int PersonsSearched = 500;

    /// <summary>How many share a surname or short form before later ones are left out, so that a long document takes linear time.</summary>
    private const int Namesakes = 100;

    /// <summary>How many of the states named may have the office that a noun asks for.</summary>
    private const int StatesAsked = 5;

    /// <summary>How long before his office somebody may be in the news for another reason.</summary>
    private const int YearsBefore = 25;

    private readonly Dictionary<string, Entity> _byName = [];
    private readonly Dictionary<string, List<Entity>> _byPart = [];
    private readonly Dictionary<string, int> _stateCounts = [];
    private readonly Dictionary<string, string> _demonyms = [];
    private readonly List<Entity> _persons = [];
    private string? _focus;

    public Gazetteer Gazetteer => gazetteer;

    public DateOnly? Date => date;

    /// <summary>
    /// The state that the document is about: the one named most, with the United States, an actor in most crises and
    /// the scene of few, at a discount; ties go to the first in the alphabet.
    /// </summary>
    public string? FocusState => _focus ??= _stateCounts.OrderByDescending(s => s.Key == "United States" ? s.Value * 0.6 : s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Key).FirstOrDefault();

    public void CountState(string state, int weight = 1) => _stateCounts[state] = _stateCounts.GetValueOrDefault(state) + weight;

    /// <summary>The one among some states that the document names most; <see langword="null"/> if it names none.</summary>
    public string? MostNamed(IEnumerable<string> states) =>
        states.Where(_stateCounts.ContainsKey).OrderByDescending(s => _stateCounts[s]).FirstOrDefault();

    /// <summary>The entity of that name, made if it is new.</summary>
    public Entity Get(string name, MentionKind kind, string? state)
    {
        if (_byName.TryGetValue(name, out var known))
        {
            known.State ??= state;
            return known;
        }

        var entity = new Entity(name, kind, state);
        _byName[name] = entity;
        if (kind == MentionKind.Person) AddPerson(entity);
        return entity;
    }

    public void AddAlias(string alias, Entity entity)
    {
        if (!_byPart.TryGetValue(alias, out var list)) _byPart[alias] = list = [];
        if (list.Count < Namesakes && !list.Contains(entity)) list.Add(entity);
    }

    /// <summary>The gazetteer's name of somebody whom the text gives with initials ("Antony J. Blinken").</summary>
    public string FullName(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 2 || !char.IsUpper(w[0]) || w.Length == 2 && w[1] != '.').ToArray();
        var plain = string.Join(' ', words);
        return plain != name && gazetteer.Names.Match(plain, 0, plain.Length) is { Name.Class: NameClass.Person } match && match.End == plain.Length ? match.Name.Canonical : Longer(words) ?? name;
    }

    /// <summary>The leader whose name is part of a longer one: "Sayyid Ali Hosseini Khamenei".</summary>
    private string? Longer(string[] words)
    {
        if (words.Length < 3) return null;
        foreach (var leader in gazetteer.Leaders.WithSurname(PersonNames.Plain(words[^1])))
            if (leader.Name.Split(' ').All(w => Array.IndexOf(words, w) >= 0) && (date is not { } day || leader.IsCurrentAround(day))) return leader.Name;
        return null;
    }

    /// <summary>Whom a surname or alias means: one whom the document names in full, else an office holder of its time.</summary>
    /// <param name="part">The surname or alias.</param>
    /// <param name="isTitled">Whether an office or form of address stands before it, so that it is a name.</param>
    /// <param name="acts">Whether it does something or is told something, so that a word like "May" or "Brown" is a name.</param>
    public Entity? ByPart(string part, bool isTitled = false, bool acts = false)
    {
        if (_byPart.TryGetValue(part, out var list))
            return list.MaxBy(e => (e.IsHead, e.Count));
        if (FromGazetteer(part, isTitled, acts) is not { } leader || (NounClasses.CommonSurnames.Contains(part) && !isTitled && !(acts && IsInNews(leader)))) return null;
        return Get(leader.Name, MentionKind.Person, StateOfDate(leader.State));
    }

    /// <summary>The one whom the document names in full and whose given name is that: "Sir Anthony".</summary>
    public Entity? ByGivenName(string given)
    {
        var prefix = given + " ";
        for (var i = _persons.Count - 1; i >= Math.Max(0, _persons.Count - PersonsSearched); i--)
            if (_persons[i].Name.StartsWith(prefix, StringComparison.Ordinal)) return _persons[i];
        return null;
    }

    /// <summary>The one other person whom the document, or failing that the table of leaders, has with the same family name.</summary>
    public Entity? Namesake(Entity person)
    {
        var surname = PersonNames.SurnameOf(person.Name, person.State);
        if (_byPart.TryGetValue(surname, out var list) && list.Find(e => e != person) is { } named) return named;
        foreach (var leader in gazetteer.Leaders.WithSurname(PersonNames.Plain(surname)))
            if (leader.Name != person.Name && (person.State is null || leader.State == person.State)) return Get(leader.Name, MentionKind.Person, StateOfDate(leader.State));
        return null;
    }

    /// <summary>Who holds an office of a state: in the document, else by the gazetteer on the document's date.</summary>
    public Entity? ByOffice(string office, string? state)
    {
        var named = _persons.Skip(_persons.Count - PersonsSearched).Where(p => p.Offices.Contains(OfficeNames.Of(office)) && (state is null || p.State is null || p.State == state)).ToList();
        if (named.Count > 0) return named.OrderByDescending(p => state is not null && p.State == state).ThenByDescending(p => p.Count).First();
        if (state is null || date is not { } day || NounClasses.SharedOffices.Contains(office)) return null;
        var leader = gazetteer.Leaders.Of(StateOfTable(state)).FirstOrDefault(l => l.HeldOfficeOn(day) && OfficeNames.Answers(l.Office, office));
        return leader is null ? null : Get(leader.Name, MentionKind.Person, state);
    }

    /// <summary>Who holds an office that one of the states named has, the state named most before the others: "the emir", "the shah".</summary>
    public Entity? ByOfficeOfAny(string office)
    {
        foreach (var state in _stateCounts.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Take(StatesAsked).Select(s => s.Key))
            if (ByOffice(office, state) is { } person) return person;
        return null;
    }

    /// <summary>What a name of the gazetteer stood for on the document's date: "Moscow" for the Soviet Union until 1991.</summary>
    public Name AsOfDate(Name name)
    {
        if (date is not { } day || name.State is not { } state || name.Class is NameClass.Person or NameClass.Outlet) return name;
        foreach (var p in gazetteer.Predecessors)
            if (p.State == state && p.HeldOn(day) && p.Covers(name)) return name with { State = p.Earlier, Canonical = name.Canonical == state ? p.Earlier : name.Canonical };
        return name;
    }

    /// <summary>What the state that a leader of the table served was called on the document's date.</summary>
    private string StateOfDate(string state)
    {
        if (date is not { } day) return state;
        foreach (var p in gazetteer.Predecessors)
            if (p.State == state && p.Names == "all" && p.HeldOn(day)) return p.Earlier;
        return state;
    }

    private string StateOfTable(string state)
    {
        if (date is not { } day) return state;
        foreach (var p in gazetteer.Predecessors)
            if (p.Earlier == state && p.State != "Russia" && p.State != "Serbia" && p.Names != "demonym" && p.HeldOn(day) && gazetteer.Leaders.Of(state).FirstOrDefault(l => l.HeldOfficeOn(day)) is null) return p.State;
        return state;
    }

    /// <summary>The entity that a name of the tables stands for.</summary>
    public Entity Get(Name name, MentionKind kind) => Get(name.Canonical, kind, kind == MentionKind.Person && name.State is { } served ? StateOfDate(served) : name.State);

    /// <summary>The document's parties rather than its bystanders: at most three states, each named more than half as often as the second.</summary>
    public IReadOnlyList<string> MainStates()
    {
        var ranked = _stateCounts.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Take(3).ToList();
        return [.. ranked.Where(s => s.Value * 2 > ranked[Math.Min(1, ranked.Count - 1)].Value).Select(s => s.Key)];
    }

    public string DemonymOf(string state) => gazetteer.FindState(state)?.Demonym is { Length: > 0 } demonym ? demonym : _demonyms.GetValueOrDefault(state, state);

    /// <summary>Notes the nationality that the document uses for a state that no table knows.</summary>
    public void NoteDemonym(string state, string demonym) => _demonyms.TryAdd(state, demonym);

    /// <summary>
    /// The office holder of the time whom a surname means: heads before ministers, those in office before those around,
    /// the state that the document names more. One of a state that it does not name is not meant, unless a title
    /// says that the word is a name, or news everywhere speaks of him.
    /// </summary>
    private Leader? FromGazetteer(string surname, bool isTitled, bool acts)
    {
        Leader? best = null;
        foreach (var leader in gazetteer.Leaders.WithSurname(PersonNames.Plain(surname)))
        {
            if (date is { } day && !leader.IsCurrentAround(day)) continue;
            if (leader.IsListed && !isTitled && !(acts && IsInNews(leader)) && !_stateCounts.ContainsKey(StateOfDate(leader.State))) continue;
            if (best is null || Rank(leader).CompareTo(Rank(best)) >= 0) best = leader;
        }

        return best ?? FromPast(surname);
    }

    /// <summary>One who ruled a state that the document names, before its time: "under Stalin".</summary>
    private Leader? FromPast(string surname)
    {
        if (date is not { } day || NounClasses.CommonSurnames.Contains(surname)) return null;
        foreach (var leader in gazetteer.Leaders.WithSurname(PersonNames.Plain(surname)))
            if (leader.IsHead && leader.From < day && _stateCounts.ContainsKey(StateOfDate(leader.State))) return leader;
        return null;
    }

    private bool IsInNews(Leader leader) => (leader.IsHead || !leader.IsListed) && date is { } day && leader.HeldOfficeOn(day);

    private (int Place, int Named, bool IsKnown) Rank(Leader leader) =>
        ((leader.IsHead ? 2 : 0) + (date is { } day && leader.HeldOfficeOn(day) ? 2 : 0), _stateCounts.GetValueOrDefault(StateOfDate(leader.State)), !leader.IsListed);

    private void AddPerson(Entity person)
    {
        _persons.Add(person);
        foreach (var leader in gazetteer.Leaders.Named(person.Name))
        {
            person.Gender = leader.IsFemale ? Gender.Female : Gender.Male;
            if (date is { } born && leader.From.AddYears(-YearsBefore) > born) continue;
            person.State ??= StateOfDate(leader.State);
            person.IsHead |= leader.IsHead;
            if (date is { } day && leader.HeldOfficeOn(day)) person.Offices.Add(OfficeNames.Of(leader.Office));
        }

        foreach (var part in PartsOf(person.Name, person.State)) AddAlias(part, person);
    }

    /// <summary>The parts of a full name that may stand for it alone.</summary>
    private static IEnumerable<string> PartsOf(string name, string? state)
    {
        var surname = PersonNames.SurnameOf(name, state);
        yield return surname;
        var hyphen = surname.LastIndexOf('-');
        if (hyphen is > 0 and < 4) yield return surname[(hyphen + 1)..];
    }
}
