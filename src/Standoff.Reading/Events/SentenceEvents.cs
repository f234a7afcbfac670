using System.Collections.Immutable;
using Standoff.Reading.Claims;
using Standoff.Reading.Mentions;
using Standoff.Reading.Text;

namespace Standoff.Reading.Events;

/// <summary>An event with the token that tells it.</summary>
internal readonly record struct TokenEvent(int Token, PoliticalEvent Event);

/// <summary>The events of one sentence.</summary>
internal sealed class SentenceEvents
{
    /// <summary>Longer sentences, which are lists and tables as a rule, are not read.</summary>
    public const int LongestSentence = 400;

    private const int MostMutual = 6;
    private const int LongestPhrase = 15;
    private readonly Document _document;
    private readonly DocumentMentions _mentions;
    private readonly SentenceTree _tree;
    private readonly int _sentence;
    private readonly SenseReader _senses;
    private readonly ParticipantFinder _participants;
    private readonly EventStatus _status;

    public SentenceEvents(Document document, DocumentMentions mentions, SentenceTree tree, int sentence)
    {
        (_document, _mentions, _tree, _sentence) = (document, mentions, tree, sentence);
        _senses = new SenseReader(tree, mentions);
        _participants = new ParticipantFinder(tree, mentions, _senses, document.Text);
        _status = new EventStatus(tree, mentions, _senses);
    }

    /// <summary>The events, those of the outer clauses first.</summary>
    public List<TokenEvent> Read()
    {
        var events = new List<TokenEvent>();
        var told = new List<(int Depth, ActSense Sense)>();
        for (var token = 0; token < _tree.Count; token++)
        {
            if (_senses.Of(token) is { } sense) told.Add((Depth(token), sense));
        }
        foreach (var (_, sense) in told.OrderBy(t => t.Depth).ThenBy(t => t.Sense.Head))
        {
            if (!_status.IsCarried(sense.Head)) Add(events, sense);
        }
        return events;
    }

    /// <summary>For each word that tells events the first of them.</summary>
    public Dictionary<int, PoliticalEvent> ByToken()
    {
        var first = new Dictionary<int, PoliticalEvent>();
        foreach (var (token, one) in Read()) first.TryAdd(token, one);
        return first;
    }

    // A word in the phrase of the act, not in a clause within it, may say what kind it is.
    private EventCode Shifted(ActSense sense)
    {
        var (code, last) = (sense.Code!, Math.Min(_tree.Right(sense.Head), sense.Head + LongestPhrase));
        for (var i = Math.Max(_tree.Left(sense.Head), sense.Head - LongestPhrase); i <= last && code == sense.Code; i++) code = code.With(_tree.Word(i));
        return code;
    }

    private int Depth(int token)
    {
        var depth = 0;
        for (var h = token; h >= 0 && depth < LongestSentence; h = _tree.Head(h)) depth++;
        return depth;
    }

    private void Add(List<TokenEvent> events, ActSense sense)
    {
        if (sense.Code is null) return;
        var code = Shifted(sense);
        var actors = _participants.Actors(sense);
        var recipients = _participants.Recipients(sense, actors);
        recipients.RemoveAll(r => _participants.IsOwn(r, actors));
        if (!actors.Exists(_participants.IsKnown) && !recipients.Exists(_participants.IsKnown)) return;
        var (polarity, modality) = _status.Of(sense.Head);
        if (_status.Announced(sense, actors) is { } op && EventCode.Under(op, code) is { } announced && announced != code)
        {
            Emit(events, sense, announced, actors, recipients, EventPolarity.Affirmed, EventModality.Happened);
            if (modality != EventModality.Conditional || op == EventOperator.Refuse) modality = op == EventOperator.Refuse ? EventModality.Refused : announced.Type == EventType.Threaten ? EventModality.Threatened : EventModality.Promised;
        }
        Emit(events, sense, code, actors, recipients, polarity, modality);
    }

    private void Emit(List<TokenEvent> events, ActSense sense, EventCode code, List<int> actors, List<int> recipients, EventPolarity polarity, EventModality modality)
    {
        var template = new PoliticalEvent
        {
            Type = code.Type,
            Mode = code.Mode,
            Context = code.Context,
            Cameo = code.Cameo,
            Polarity = polarity,
            Modality = modality,
            Anchor = new Anchor(_document.Id, _tree.Span(sense.Head)),
            Exact = _tree.Span(sense.Head).Of(_document.Text),
            Sentence = _sentence,
        };
        foreach (var (who, whom) in Directions(code, actors, recipients)) events.Add(new TokenEvent(sense.Head, template with { Actors = who, Recipients = whom }));
    }

    // "Talks between A and B", "the ministers of A and B": those who meet are all behind one preposition. What they talk
    // about or sign is nobody.
    private (List<int> Who, List<int> Whom) Sides(List<int> actors, List<int> recipients)
    {
        if (actors.Count == 0 && recipients.Count > 1) return (recipients, []);
        if (actors.Count == 1 && !recipients.Exists(_senses.IsActor) && _participants.Members(actors[0]) is { Count: > 1 } members) return (members, []);
        return actors.Count > 1 ? (actors, recipients.FindAll(_senses.IsActor)) : (actors, recipients);
    }

    // "A and B met": A with B and B with A; "A met B": the same.
    private IEnumerable<(ImmutableArray<EventParticipant> Who, ImmutableArray<EventParticipant> Whom)> Directions(EventCode code, List<int> actors, List<int> recipients)
    {
        if (code.IsMutual) (actors, recipients) = Sides(actors, recipients);
        ImmutableArray<EventParticipant> who = [.. actors.Select(_participants.Participant)], whom = [.. recipients.Select(_participants.Participant)];
        if (!code.IsMutual || who.Length == 0 || who.Length + whom.Length < 2)
        {
            yield return (who, whom);
            yield break;
        }
        if (who.Length > 1 && who.Length <= MostMutual)
        {
            foreach (var one in who) yield return ([one], [.. who.Remove(one), .. whom]);
        }
        else yield return (who, whom);
        ImmutableArray<EventParticipant> others = [.. recipients.Where(_senses.IsActor).Select(_participants.Participant)];
        if (others.Length > 0) yield return (others, who);
    }
}
