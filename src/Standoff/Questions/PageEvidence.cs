using System.Collections.Immutable;
using Standoff.Games.Numerics;

namespace Standoff.Questions;

/// <summary>Something that the page tells and that bears on the question.</summary>
/// <param name="Name">Name in <c>evidence.tsv</c>.</param>
/// <param name="Belief">How far it is believed, 0 … 1.</param>
/// <param name="Claims">Aliases of the claims that tell it; empty where a sentence tells it in which no claim was found.</param>
/// <param name="Words">The clearest of its sentences, as the page has it.</param>
public sealed record PageSign(string Name, double Belief, ImmutableArray<string> Claims, string Words);

/// <summary>
/// Finds what a page tells that bears on a question. Words of the table are looked for in each sentence, near one another; then it is asked
/// who acts, whether it is denied, hedged, conditional, long past or a commentator's, and how far the claims in which they stand are believed.
/// </summary>
internal sealed class PageEvidence
{
    private const int RecentDays = 60;
    private const int ByReach = 5;
    private const int ObjectReach = 6;
    private const int PassiveReach = 3;
    private const int MainPart = 4;
    private const int LeastName = 4;

    private readonly AskedQuestion _question;
    private readonly ImmutableArray<PageSentence> _sentences;

    private readonly Participants _participants;
    private readonly bool _namesSides;
    private readonly bool _isAboutSides;

    private PageEvidence(AskedQuestion question, ImmutableArray<PageSentence> sentences)
    {
        sentences = [.. sentences.Where(s => !s.IsCommented)];
        (_question, _sentences, _participants) = (question, sentences, new Participants(question));
        var about = sentences.Count(Concerns);
        _namesSides = about > 0;
        _isAboutSides = about * 2 >= sentences.Length && question.Sides.All(q => sentences.Any(s => s.Topic.Any(t => Same(q, t))));
    }

    /// <summary>Whether a page names anyone or any place of the question; a question that names none may be of any page.</summary>
    public static bool Names(AskedQuestion question, ImmutableArray<PageSentence> sentences)
    {
        string[] words = [.. question.People.Append(question.Place).OfType<string>().Concat(question.Sides).SelectMany(n => Participants.Plain(n).Split(' ', '-')).Where(w => w.Length >= LeastName)];
        return words.Length == 0 || sentences.Any(s => s.Words.Any(w => words.Contains(Participants.Plain(w))) || s.Sides.Any(t => question.Sides.Any(q => Same(q, t.Side))));
    }

    /// <summary>The signs with what each does, in the table's order.</summary>
    public static ImmutableArray<(PageSign Sign, EvidenceRow Row)> Of(AskedQuestion question, ImmutableArray<PageSentence> sentences) => new PageEvidence(question, sentences).Found();

    private ImmutableArray<(PageSign, EvidenceRow)> Found()
    {
        if (_sentences.IsEmpty) return [];
        var found = EvidenceRow.Of(_question.Kind).Select(r => (Sign: SignOf(r), Row: r)).Where(f => f.Sign is not null).Select(f => (f.Sign!, f.Row)).ToImmutableArray();
        if (EvidenceRow.Unmentioned(_question.Kind) is not { } unmentioned || _sentences.Any(s => Mentions(unmentioned, s) || _participants.NamesThing(s))) return found;
        return found.Add((new PageSign(unmentioned.Name, 1, [], ""), unmentioned));
    }

    // Whether a sentence about the sides speaks of what is asked at all, be it that it is denied.
    private bool Mentions(EvidenceRow row, PageSentence sentence) =>
        !sentence.IsOld && row.PatternFor(_question).In(sentence.Words).Any() && About(sentence) > QuestionSettings.Of("role-open");

    // The clearest sentence counts most; a second one that tells the same adds a little, a second act more.
    private PageSign? SignOf(EvidenceRow row)
    {
        if (row.CountsEach) return Counted(row);
        var told = _sentences.Select(s => (Sentence: s, Hit: Hit(row, s))).Where(t => t.Hit.Belief > 0).OrderByDescending(t => t.Hit.Belief).ToList();
        if (told.Count == 0 || told[0].Hit.Belief < QuestionSettings.Of("least-belief")) return null;
        var alone = QuestionSettings.Of(row.IsDone ? "single-act" : "single-sentence");
        var belief = (alone * told[0].Hit.Belief) + ((1 - alone) * Math.Min(1, told.Skip(1).Sum(t => t.Hit.Belief)));
        return new PageSign(row.Name, belief, [.. told.SelectMany(t => t.Hit.Claims).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], told[0].Sentence.Text);
    }

    // Many words that each say little: 1 − exp(−n/n₀), n what is told of them on a page of usual length.
    private PageSign? Counted(EvidenceRow row)
    {
        var told = _sentences.Select(s => (Sentence: s, Hits: s.IsOld ? 0 : Hits(row, s))).Where(t => t.Hits > 0).OrderByDescending(t => t.Hits).ToList();
        if (told.Count == 0) return null;
        var length = Math.Max(_sentences.Length, QuestionSettings.Of("cue-least-sentences"));
        var count = told.Sum(t => t.Hits) * QuestionSettings.Of("cue-sentences") / length;
        var belief = 1 - ElementaryFunctions.Exp(-count / QuestionSettings.Of("cue-count"));
        return belief < QuestionSettings.Of("least-belief") ? null : new PageSign(row.Name, belief, [.. told.SelectMany(t => t.Sentence.Claims.Select(c => c.View.Alias)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], told[0].Sentence.Text);
    }

    private double Hits(EvidenceRow row, PageSentence sentence)
    {
        var (sum, last) = (0.0, -1);
        foreach (var match in row.PatternFor(_question).In(sentence.Words).OrderBy(m => m.First).ThenByDescending(m => m.Last))
        {
            if (match.First <= last) continue;
            last = match.Last;
            sum += Told(row, sentence, match).Item1 * Roles(row, sentence, match);
        }
        return sum;
    }

    private (double Belief, ImmutableArray<string> Claims) Hit(EvidenceRow row, PageSentence sentence)
    {
        if (sentence.IsOld && !row.TakesOld) return (0, []);
        if (row.Needs is not null && !row.Needs(sentence, _question)) return (0, []);
        var best = (Belief: 0.0, Claims: ImmutableArray<string>.Empty);
        foreach (var match in row.PatternFor(_question).In(sentence.Words))
        {
            var (told, claims) = Told(row, sentence, match);
            var belief = told * Roles(row, sentence, match);
            if (belief > best.Belief) best = (belief, claims);
        }
        return best;
    }

    // How far it is told as so: not undone by a "not", not open, not long past, and by whom.
    private (double, ImmutableArray<string>) Told(EvidenceRow row, PageSentence sentence, WordMatch match)
    {
        var undone = row.MayBeNegated ? 1 : EvidenceWords.IsNegated(sentence.Words, match) ? QuestionSettings.Of("negated-belief") : 1;
        if (row.IsDone && EvidenceWords.IsAhead(sentence.Words, match)) return (0, []);
        var open = EvidenceWords.IsOpen(sentence.Words, match) ? QuestionSettings.Of("open-belief") : 1;
        var past = sentence.IsLongPast ? QuestionSettings.Of("past-belief") : 1;
        var claims = sentence.Claims.Where(c => Holds(c, sentence, match)).ToList();
        var plain = QuestionSettings.Of("sentence-belief");
        if (claims.Count == 0) return (plain * undone * open * past, []);
        if (claims.TrueForAll(c => c.IsCommentators)) return (0, []);
        var isGuess = claims.TrueForAll(c => c.IsGuess) ? QuestionSettings.Of("open-belief") : 1;
        var isPast = claims.TrueForAll(c => c.View.Claim.Time?.Latest < _question.AsOf.AddDays(-RecentDays)) ? QuestionSettings.Of("past-belief") : 1;
        return (Math.Max(plain, claims.Max(c => (2 * c.Belief) - 1)) * undone * open * Math.Min(past, isPast) * isGuess, [.. claims.Select(c => c.View.Alias)]);
    }

    private static bool Holds(PageClaim claim, PageSentence sentence, WordMatch match) =>
        claim.View.Words.Holds(sentence.Words[match.First]) || claim.View.Words.Holds(sentence.Words[match.Last]);

    // How far it is the right ones who act.
    private double Roles(EvidenceRow row, PageSentence sentence, WordMatch match)
    {
        var (a, b) = (_question.Actor, _question.Target);
        return row.Sides switch
        {
            "A>B" => Acts(row, a, sentence, match) * On(row, b, a, sentence, match),
            "B>A" => b is null ? 0 : Acts(row, b, sentence, match) * On(row, a, b, sentence, match),
            "A" => Acts(row, a, sentence, match),
            "A at place" => Acts(row, a, sentence, match) * Place(sentence),
            "other at place" => a is not null && Actor(sentence, match) is { } other && !Same(a, other) ? Place(sentence) : 0,
            "notB" => b is not null && sentence.Sides.Length > 0 && Same(b, sentence.Sides[0].Side) ? QuestionSettings.Of("role-open") * About(sentence) : About(sentence),
            "either" => Math.Max(Acts(row, a, sentence, match), b is null ? 0 : Acts(row, b, sentence, match)),
            "P" => Person(row, sentence),
            "place" => Place(sentence),
            "asked" => Asked(sentence, match, actorOnly: false),
            "A asked" => Asked(sentence, match, actorOnly: false) * Acts(row, a, sentence, match),
            "A named" => Asked(sentence, match, actorOnly: true),
            "people" => People(row, sentence, match),
            _ => About(sentence),
        };
    }

    private static string? Actor(PageSentence sentence, WordMatch match) => By(sentence, match) ?? Named(sentence, match).LastOrDefault();

    // Who is named up to the words' end, in order.
    private static List<string> Named(PageSentence sentence, WordMatch match) => [.. sentence.Sides.Where(s => s.At <= match.Last).Select(s => s.Side)];

    // Whoever is named last before the words acts; in a passive whoever is named after "by".
    private double Acts(EvidenceRow row, string? side, PageSentence sentence, WordMatch match)
    {
        if (side is null || !_namesSides) return About(sentence);
        if (_question.Kind.IsMutual && !row.IsDone && _question.Sides.Contains(side)) return Either(sentence);
        if (row.IsDone && sentence.Claims.Where(c => Holds(c, sentence, match) && c.View.Told is not null && !c.View.ToldFrom.IsEmpty).ToList() is { Count: > 0 } told)
            return told.Exists(c => c.View.ToldFrom.Any(f => Same(side, f))) ? 1 : 0;
        if (By(sentence, match) is { } by) return Same(side, by) ? 1 : 0;
        return row.IsDone ? Did(side, sentence, match) : Means(side, sentence, match);
    }

    // What has come about: whoever is named last before it did it; in a passive somebody else.
    private static double Did(string side, PageSentence sentence, WordMatch match)
    {
        var open = QuestionSettings.Of("role-open");
        var before = Named(sentence, match);
        if (IsPassive(sentence, match)) return before.Count > 0 && Same(side, before[^1]) ? 0 : open;
        if (before.Count > 0) return Same(side, before[^1]) ? 1 : before.Exists(s => Same(side, s)) ? open : 0;
        return sentence.Sides.IsEmpty && sentence.First is { } first && Same(side, first) ? open : 0;
    }

    // What is meant, said or readied: whoever speaks or is spoken of, unless only others are.
    private double Means(string side, PageSentence sentence, WordMatch match)
    {
        var likely = QuestionSettings.Of("role-likely");
        var before = Named(sentence, match);
        if (before.Count > 0 && Same(side, before[^1])) return 1;
        if (sentence.Sides.Any(s => Same(side, s.Side)) || SpokenBy(side, sentence, match)) return likely;
        if (sentence.Sides.IsEmpty) return sentence.Topic.Any(t => Same(side, t)) ? likely : QuestionSettings.Of("role-open");
        return _isAboutSides ? QuestionSettings.Of("role-open") : 0;
    }

    private static bool IsPassive(PageSentence sentence, WordMatch match) =>
        Enumerable.Range(Math.Max(0, match.Last - PassiveReach + 1), Math.Min(PassiveReach, match.Last + 1)).Any(i => sentence.Words[i] is "was" or "were" or "been" or "being" or "be");

    private static string? By(PageSentence sentence, WordMatch match)
    {
        for (var i = match.First; i < Math.Min(match.Last + ByReach, sentence.Words.Length); i++)
            if (sentence.Words[i] == "by" && sentence.Sides.FirstOrDefault(s => s.At > i && s.At <= i + ByReach) is { Side: { } side }) return side;
        return null;
    }

    // A group acts from, and is struck in, the state that harbours it.
    private static bool Same(string asked, string told) => asked == told || Hosts.Of(told) == asked;

    private bool Concerns(PageSentence sentence) => sentence.Topic.Any(t => _question.Sides.Any(q => Same(q, t)));

    private double Either(PageSentence sentence)
    {
        if (_question.Sides.Any(q => sentence.Sides.Any(s => Same(q, s.Side)))) return 1;
        if (!sentence.Sides.IsEmpty) return 0;
        return Concerns(sentence) ? QuestionSettings.Of("role-likely") : sentence.Topic.IsEmpty ? QuestionSettings.Of("role-open") : 0;
    }

    private static bool SpokenBy(string side, PageSentence sentence, WordMatch match) =>
        sentence.Claims.Any(c => Holds(c, sentence, match) && (c.View.SpeakerSides.Contains(side) || c.View.AgentSides.Contains(side)));

    // Whoever is named shortly after the words is acted on; where nobody is, the page's other side.
    private double On(EvidenceRow row, string? side, string? actor, PageSentence sentence, WordMatch match)
    {
        if (side is null) return 1;
        if (row.IsDone && sentence.Sides.Where(s => s.At > match.First && !(actor is not null && Same(actor, s.Side))).Select(s => s.Side).FirstOrDefault() is { } after) return Same(side, after) ? 1 : 0;
        if (sentence.Sides.Any(s => Same(side, s.Side))) return 1;
        var isMain = sentence.Topic.Any(t => Same(side, t)) || _sentences.Count(s => s.Topic.Any(t => Same(side, t))) * MainPart > _sentences.Length;
        if (sentence.Sides.Any(s => s.At > match.First && s.At <= match.Last + ObjectReach && !(actor is not null && Same(actor, s.Side)))) return row.IsDone || !isMain ? 0 : QuestionSettings.Of("role-open");
        return isMain ? QuestionSettings.Of("role-likely") : 0;
    }

    // Whether a sentence is about the question's sides at all.
    private double About(PageSentence sentence)
    {
        if (!_question.Sides.Any() || !_namesSides) return 1;
        if (sentence.Topic.IsEmpty) return QuestionSettings.Of("role-likely");
        if (Concerns(sentence)) return 1;
        return QuestionSettings.Of(_isAboutSides ? "role-aside" : "role-open");
    }

    private double Person(EvidenceRow row, PageSentence sentence)
    {
        if (_question.Person is not { } person) return Acts(row, _question.Actor, sentence, new WordMatch(0, sentence.Words.Length - 1));
        if (sentence.Names(person)) return 1;
        var pronoun = sentence.Words.Any(w => w is "he" or "she" or "him" or "his" or "her" or "president" or "leader" or "minister" or "king" or "chancellor");
        var before = Before(sentence, 2);
        return pronoun && (before.IsEmpty || before.Any(s => s.Names(person))) ? QuestionSettings.Of("role-likely") : 0;
    }

    // The sentences that go before one in its document; those of another document are of something else.
    private ImmutableArray<PageSentence> Before(PageSentence sentence, int most) => [.. _sentences.Take(_sentences.IndexOf(sentence)).TakeLast(most).Where(s => s.Document == sentence.Document)];

    // What others do about other things says nothing of what is asked.
    private double Asked(PageSentence sentence, WordMatch match, bool actorOnly) => _participants.Of(actorOnly, sentence, Before(sentence, 1).FirstOrDefault(), match);

    // The place of the question; without one every sentence will do. What is told of other places counts little, unless the page is about this one.
    private double Place(PageSentence sentence)
    {
        if (_question.Place is not { } place) return About(sentence);
        var last = Participants.Plain(place.Split(' ')[^1]);
        if (sentence.Words.Any(w => Participants.Plain(w) == last)) return 1;
        if (Before(sentence, 1).Any(s => s.Words.Any(w => Participants.Plain(w) == last))) return QuestionSettings.Of("role-likely");
        var isMain = _sentences.Where(s => s.Document == sentence.Document).Take(2).Any(s => s.Words.Any(w => Participants.Plain(w) == last));
        return isMain && sentence.Words.Any(w => w is "city" or "town" or "capital" or "it" or "there") ? QuestionSettings.Of("role-likely") : QuestionSettings.Of(isMain ? "role-half" : "role-open");
    }

    // A meeting of others is not the meeting that is asked for.
    private double People(EvidenceRow row, PageSentence sentence, WordMatch match)
    {
        if (_question.People.IsDefaultOrEmpty) return Math.Max(Acts(row, _question.Actor, sentence, match), _question.Target is null ? 0 : Acts(row, _question.Target, sentence, match));
        var named = _question.People.Count(sentence.Names);
        return named == _question.People.Length ? 1 : named > 0 ? QuestionSettings.Of("role-half") : QuestionSettings.Of("role-open");
    }
}
