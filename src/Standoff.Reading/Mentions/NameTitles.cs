using Standoff.Reading.Syntax;

namespace Standoff.Reading.Mentions;

/// <summary>Offices and forms of address around a person's name.</summary>
internal static class NameTitles
{
    private static readonly Dictionary<string, string> s_short = new()
    {
        ["gen"] = "general",
        ["col"] = "colonel",
        ["maj"] = "major",
        ["capt"] = "captain",
        ["lt"] = "lieutenant",
        ["adm"] = "admiral",
        ["sgt"] = "sergeant",
        ["sen"] = "senator",
        ["rep"] = "representative",
        ["gov"] = "governor",
        ["brig"] = "brigadier",
        ["prof"] = "professor",
    };

    private static readonly string[] s_ranksOfNames = ["lord", "lady", "king", "queen", "prince", "princess", "pope", "mullah", "ayatollah", "sheikh"];

    /// <summary>First token of the name itself in a run that begins with titles ("Foreign Minister Ann Lee").</summary>
    public static int Strip(Sentence sentence, int from, int to)
    {
        if (LastTitle(sentence, from, to) is var title and >= 0) return title + 1;
        var name = from;
        while (name < to - 1 && (IsTitle(sentence, name) || IsModifier(sentence, name) || sentence[name].Form is "." or "-")) name++;
        var onlyModifiers = true;
        for (var i = from; i < name; i++) onlyModifiers &= !IsTitle(sentence, i);
        var isSecretaryOfState = from >= 2 && sentence[from].Form == "State" && sentence[from - 1].Form == "of" && IsTitle(sentence, from - 2);
        return onlyModifiers && !isSecretaryOfState ? from : name;
    }

    /// <summary>The last title that a name follows inside the run ("Emergencies Minister Yevgeny Zinichev"); -1 if there is none.</summary>
    private static int LastTitle(Sentence sentence, int from, int to)
    {
        for (var i = to - 2; i >= from; i--)
            if (IsTitle(sentence, i) && (i == from || Word(sentence, i).Length > 1) && sentence[i + 1].Form is not ("." or "-" or "of")) return i;
        return -1;
    }

    /// <summary>"Foreign Secretary": an office, not somebody's name.</summary>
    public static bool IsOfficeAlone(Sentence sentence, int to) => IsTitle(sentence, to - 1);

    /// <summary>"Senate Democratic" in "Senate Democratic leader Ann Lee".</summary>
    public static bool LeadsToTitle(Sentence sentence, int to) =>
        to + 1 < sentence.Count && IsTitle(sentence, to) && char.IsLower(sentence[to].Form[0]) && sentence[to + 1].Tag == PartOfSpeech.Propn;

    public static bool HasTitleBefore(Sentence sentence, int name)
    {
        var at = name - 1;
        if (at >= 1 && sentence[at].Form == ".") at--;
        return at >= 0 && IsTitle(sentence, at) && sentence[at].Tag is not PartOfSpeech.Verb;
    }

    /// <summary>"Sir Anthony": a title that goes with the given name.</summary>
    public static bool IsKnight(Sentence sentence, int name) => name > 0 && Word(sentence, name - 1) is "sir" or "dame";

    public static bool IsTitleAt(Sentence sentence, int i) => IsTitle(sentence, i);

    /// <summary>"Lord Marling", "King Olav": the rank belongs to the name.</summary>
    public static string WithRank(Sentence sentence, int name, string text) =>
        name > 0 && Array.IndexOf(s_ranksOfNames, Word(sentence, name - 1)) >= 0 ? $"{sentence[name - 1].Form} {text}" : text;

    /// <summary>
    /// Notes office, state and gender of a person from the words before and after the name.
    /// </summary>
    /// <returns>The first token of the title, or of the name if it has none.</returns>
    public static int Read(Sentence sentence, int from, int to, List<NameMention> before, Entity person)
    {
        var start = TitleStart(sentence, from);
        if (start < from) AddOffices(sentence, start, from, person);
        SetState(sentence, start, before, person);
        ReadRole(sentence, NameRun.RoleAfter(sentence, to), before, person);
        ReadRole(sentence, NameRun.RoleBefore(sentence, from), before, person);
        return start;
    }

    private static void ReadRole(Sentence sentence, int role, List<NameMention> before, Entity person)
    {
        if (role < 0) return;
        var start = TitleStart(sentence, role);
        AddOffices(sentence, start, role + 1, person);
        SetState(sentence, start, before, person);
    }

    private static int TitleStart(Sentence sentence, int name)
    {
        var start = name;
        while (start > 0 && name - start < 6)
        {
            if (IsTitle(sentence, start - 1) || (IsModifier(sentence, start - 1) && (start < name || name < sentence.Count && IsTitle(sentence, name)))) start--;
            else if (start >= 2 && sentence[start - 1].Form == "." && IsTitle(sentence, start - 2)) start -= 2;
            else if (start >= 3 && Word(sentence, start - 1) == "state" && sentence[start - 2].Form == "of" && IsTitle(sentence, start - 3)) start -= 3;
            else if (start >= 2 && sentence[start - 1].Form == "-" && IsTitle(sentence, start - 2)) start -= 2;
            else break;
        }

        return start;
    }

    private static void AddOffices(Sentence sentence, int from, int to, Entity person)
    {
        var words = new List<string>();
        for (var i = from; i < to; i++)
            if (char.IsLetter(sentence[i].Form[0])) words.Add(s_short.GetValueOrDefault(Word(sentence, i), Word(sentence, i)));
        var isPast = words.RemoveAll(w => w is "former" or "retired" or "late" or "ex") > 0;
        words.RemoveAll(w => w is "acting" or "senior");
        if (words.Contains("mr")) person.Gender = Gender.Male;
        if (words.Contains("mrs") || words.Contains("ms")) person.Gender = Gender.Female;
        if (words.Count == 0) return;
        var past = isPast ? "former " : "";
        person.Offices.Add(past + OfficeNames.Of(string.Join(' ', words)));
        person.Offices.Add(past + OfficeNames.Of(words[^1]));
    }

    /// <summary>"U.S. President", "Nigeria's president": the state just before the office.</summary>
    private static void SetState(Sentence sentence, int start, List<NameMention> before, Entity person)
    {
        if (before.Count == 0 || before[^1] is var owner && (owner.Kind is not (MentionKind.State or MentionKind.Organisation) || owner.To > start)) return;
        var isPossessive = owner.To < start && sentence[owner.To].Form is "'s" or "’s" or "'" or "’";
        if (owner.To != start && !(isPossessive && owner.To == start - 1)) return;
        person.State ??= owner.Kind == MentionKind.State ? owner.Entity.Name : owner.Entity.State;
        if (!isPossessive) owner.IsActor = false;
    }

    private static bool IsTitle(Sentence sentence, int i) => NounClasses.Titles.Contains(Word(sentence, i));

    private static bool IsModifier(Sentence sentence, int i) => NounClasses.TitleModifiers.Contains(Word(sentence, i));

    private static string Word(Sentence sentence, int i) => sentence[i].Form.TrimEnd('.').ToLowerInvariant();
}
