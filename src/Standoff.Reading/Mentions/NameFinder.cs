using System.Globalization;
using Standoff.Reading.Syntax;

namespace Standoff.Reading.Mentions;

/// <summary>
/// First pass over a document: names that the gazetteer or the case's cast knows, and runs of capitalised words that a
/// title, an office or their place in the sentence shows to be persons or bodies.
/// </summary>
internal sealed class NameFinder(string text, DocumentCast cast, NameTable own, HashSet<string> commonWords)
{
    private const int LongestShouted = 40;

    /// <summary>Single capitalised words that may be surnames; they resolve once all full names are known.</summary>
    public List<PendingName> Pending { get; } = [];

    public List<NameMention> Find(Sentence sentence, int index)
    {
        var found = new List<NameMention>();
        for (var i = 0; i < sentence.Count;)
            i = Known(sentence, index, i, found) ?? Run(sentence, index, i, found) ?? i + 1;
        return found;
    }

    private int? Known(Sentence sentence, int index, int i, List<NameMention> found)
    {
        if (Lookup(sentence, i) is not { } match) return null;
        var to = TokenAfter(sentence, i, match.End);
        if (match.Name.Class == NameClass.Person && sentence.Count > to && IsSurnameOfOther(sentence, i, to)) return null;
        var entity = EntityOf(match.Name);
        if (match.Name.Class == NameClass.Person) NameTitles.Read(sentence, i, to, found, entity);
        found.Add(new NameMention(index, i, to, entity, FormOf(sentence, i, to, match.Name.Class))
        {
            IsSeat = match.Name.Class == NameClass.Capital,
            IsActor = !IsBackground(sentence, i, to, match.Name.Class),
            KindHere = match.Name.Class == NameClass.Capital && (SeatReader.IsDateline(sentence, i, to) || SeatReader.IsPlace(sentence, i, to)) ? MentionKind.Place : null,
        });
        entity.Count++;
        if (entity.Kind is MentionKind.Organisation or MentionKind.Force) Acronyms.Read(sentence, to, entity, cast);
        if (match.Name.State is { } state) cast.CountState(state, match.Name.Class is NameClass.State or NameClass.Demonym or NameClass.Nationals ? 2 : 1);
        return to;
    }

    /// <summary>"Saddam" alone is a name of the table; in "Saddam Qadir" it is not.</summary>
    private static bool IsSurnameOfOther(Sentence sentence, int i, int to) =>
        to == i + 1 && sentence[to].Tag == PartOfSpeech.Propn && char.IsUpper(sentence[to].Form[0]) && sentence[to].Span.Start == sentence[to - 1].Span.End + 1 && sentence[to].Relation == Relation.Flat;

    private (Name Name, int End)? Lookup(Sentence sentence, int i)
    {
        var start = sentence[i].Span.Start;
        if (own.Match(text, start, sentence.Span.End) is { } member) return member;
        if (!char.IsUpper(text[start]) && !IsLowerCaseName(sentence, i)) return null;
        if ((cast.Gazetteer.Names.Match(text, start, sentence.Span.End) ?? Shouted(sentence, i)) is not { } match) return null;
        if (match.Name.NeedsArticle && !StandsAlone(sentence, i) || IsShoutedWord(sentence[i]) || IsVesselName(sentence, i, match.Name.Class)) return null;
        return (cast.AsOfDate(match.Name), match.End);
    }

    /// <summary>"BELGRADE, March 23", "RUSSIA INVADES": states and capitals of datelines and headlines in capitals.</summary>
    private (Name Name, int End)? Shouted(Sentence sentence, int i)
    {
        var (form, start) = (sentence[i].Form, sentence[i].Span.Start);
        if (form.Length < 4 || !form.All(c => char.IsUpper(c) || c is '-' or '\'')) return null;
        var limit = Math.Min(sentence.Span.End, start + LongestShouted);
        var written = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text[start..limit].ToLowerInvariant());
        if (cast.Gazetteer.Names.Match(written, 0, written.Length) is not { Name.Class: NameClass.State or NameClass.Capital or NameClass.Metonym } match) return null;
        return text.AsSpan(start, match.End).ContainsAnyInRange('a', 'z') ? null : (match.Name, start + match.End);
    }

    /// <summary>"THE PLAN IS GREAT", "TELL US": a verb or pronoun in capitals is no acronym.</summary>
    private static bool IsShoutedWord(Token token) => token.Form.Length == 2 && token.Tag is PartOfSpeech.Aux or PartOfSpeech.Verb or PartOfSpeech.Pron;

    /// <summary>"the liner Canberra": a ship that is called after a place.</summary>
    private static bool IsVesselName(Sentence sentence, int i, NameClass kind) =>
        kind is NameClass.Capital or NameClass.State or NameClass.Place && IsShip(sentence, i);

    /// <summary>"the carriers Eisenhower and America".</summary>
    private static bool IsShip(Sentence sentence, int i)
    {
        if (i > 1 && sentence[i].Relation == Relation.Conj && sentence[i - 1].Form == "and") i = Math.Max(sentence[i].HeadIndex, 1);
        if (i == 0) return false;
        var noun = sentence[i - 1].Form.ToLowerInvariant();
        return NounClasses.Vessels.Contains(noun) || (noun.EndsWith('s') && NounClasses.Vessels.Contains(noun[..^1]));
    }

    /// <summary>"the Observer", not "an Observer Mission".</summary>
    private static bool StandsAlone(Sentence sentence, int i) =>
        i > 0 && sentence[i - 1].Form is "the" or "The" && (i + 1 >= sentence.Count || sentence[i + 1].Tag != PartOfSpeech.Propn);

    /// <summary>A war named after its place, and nationals who are counted, act in nothing.</summary>
    private static bool IsBackground(Sentence sentence, int i, int to, NameClass kind)
    {
        if (kind == NameClass.Nationals) return i > 0 && (sentence[i - 1].Tag == PartOfSpeech.Num || (i > 1 && sentence[i - 1].Form == "of" && sentence[i - 2].Form is "percent" or "%" or "cent"));
        return kind == NameClass.State && to < sentence.Count && sentence[to].Form is "war" or "War" or "crisis" && sentence[to - 1].HeadIndex == to;
    }

    /// <summary>"al-Qaeda" begins with a small letter.</summary>
    private static bool IsLowerCaseName(Sentence sentence, int i) => sentence[i].Form.StartsWith("al", StringComparison.Ordinal);

    private Entity EntityOf(Name name)
    {
        var kind = name.Kind ?? name.Class switch
        {
            NameClass.Person => MentionKind.Person,
            NameClass.Organisation => MentionKind.Organisation,
            NameClass.Outlet => MentionKind.Outlet,
            NameClass.Place => MentionKind.Place,
            NameClass.Nationals => MentionKind.Group,
            _ => MentionKind.State,
        };
        return cast.Get(name, kind);
    }

    private static MentionForm FormOf(Sentence sentence, int from, int to, NameClass kind) =>
        kind == NameClass.Demonym && !IsPeople(sentence, from, to) ? MentionForm.Demonym : MentionForm.Name;

    /// <summary>"The French say": a nationality that has no plural, by itself.</summary>
    private static bool IsPeople(Sentence sentence, int from, int to)
    {
        if (from == 0 || sentence[from - 1].Form is not ("the" or "The") || (to < sentence.Count && sentence[to].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Num)) return false;
        var form = sentence[to - 1].Form;
        return (form.EndsWith("sh", StringComparison.Ordinal) || form.EndsWith("ch", StringComparison.Ordinal) || form.EndsWith("ese", StringComparison.Ordinal) || form is "Swiss") && (to >= sentence.Count || sentence[to].Form != "-");
    }

    private int? Run(Sentence sentence, int index, int i, List<NameMention> found)
    {
        if (!NameRun.Begins(sentence, i)) return null;
        var end = NameRun.End(sentence, i, j => IsOtherName(sentence, i, j));
        var run = NameTitles.Strip(sentence, i, end);
        if (run >= end) return null;
        if (NameTitles.IsOfficeAlone(sentence, end) || NameTitles.LeadsToTitle(sentence, end)) return end;
        if (IsShip(sentence, run)) return end;
        if (end - run == 1 && end - i == 1 && !NameTitles.HasTitleBefore(sentence, run)) Pending.Add(new PendingName(index, run, found.Count));
        else if (Classify(sentence, i, run, end, found) is { } entity) Add(sentence, index, run, end, entity, found);
        return end;
    }

    /// <summary>Whether a name of its own begins inside a run: one that is no person's, or a person's in full ("Rev. Ann Lee").</summary>
    private bool IsOtherName(Sentence sentence, int start, int i) =>
        Lookup(sentence, i) is { } match && !(match.Name.Class == NameClass.Outlet && sentence[i].Relation == Relation.Flat) && (match.Name.Class != NameClass.Person || (i == start + 1 && NameTitles.IsTitleAt(sentence, start) && TokenAfter(sentence, i, match.End) > i + 1));

    private void Add(Sentence sentence, int index, int run, int end, Entity entity, List<NameMention> found)
    {
        var from = entity.Kind == MentionKind.Person ? NameTitles.Read(sentence, run, end, found, entity) : run;
        found.Add(new NameMention(index, from, end, entity, MentionForm.Name));
        entity.Count++;
        if (entity.Kind == MentionKind.Organisation) Acronyms.Read(sentence, end, entity, cast);
    }

    private Entity? Classify(Sentence sentence, int start, int run, int end, List<NameMention> found)
    {
        var name = cast.FullName(NameRun.TextOf(sentence, run, end, text));
        if (NameRun.IsPlace(sentence, run, end)) return cast.Get(name, MentionKind.Place, null);
        if (run == start && NameRun.IsOutlet(sentence, run, end)) return cast.Get(name, MentionKind.Outlet, null);
        if (NameRun.IsOrganisation(sentence, run, end) && (run == start || end - run > 2)) return Body(sentence, start, end, found);
        var titled = run > start || NameTitles.HasTitleBefore(sentence, run);
        if (end - run == 1 && titled) return cast.ByPart(name, isTitled: true) ?? (NameTitles.IsKnight(sentence, run) ? cast.ByGivenName(name) : null) ?? cast.Get(NameTitles.WithRank(sentence, run, name), MentionKind.Person, null);
        if (!titled && found.Count > 0 && found[^1].To == start && !NameRun.ActsNext(sentence, end)) return null; // "the Taiwan Relations Act"
        return titled || (NameRun.IsPerson(sentence, run, end) && !commonWords.Contains(sentence[run].Form.ToLowerInvariant())) ? cast.Get(name, MentionKind.Person, null) : null;
    }

    /// <summary>A body of a state whose name alone does not tell which: "Venezuela's National Assembly".</summary>
    private Entity Body(Sentence sentence, int run, int end, List<NameMention> found)
    {
        var name = NameRun.TextOf(sentence, run, end, text);
        var owner = found.Count > 0 ? found[^1] : null;
        var state = owner is not null && owner.To >= run - 1 && owner.To <= run && owner.Kind is MentionKind.State ? owner.Entity.Name : null;
        if (state is not null && owner!.Form == MentionForm.Demonym) owner.IsActor = false;
        return cast.Get(state is null ? name : $"{cast.DemonymOf(state)} {name}", MentionKind.Organisation, state);
    }

    private static int TokenAfter(Sentence sentence, int from, int end)
    {
        var to = from + 1;
        while (to < sentence.Count && sentence[to].Span.Start < end) to++;
        return to;
    }
}

/// <summary>A capitalised word that may be somebody's surname.</summary>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="Token">Its token.</param>
/// <param name="Place">How many mentions of its sentence stand before it.</param>
internal readonly record struct PendingName(int Sentence, int Token, int Place);
