using Standoff.Reading.Syntax;

namespace Standoff.Reading.Mentions;

/// <summary>Tells a capital that stands for its government from one that is a place.</summary>
internal static class SeatReader
{
    /// <summary>"LONDON - ", "KIEV (Reuters)", "22.40 BRUSSELS.": where a report was written.</summary>
    public static bool IsDateline(Sentence sentence, int from, int to) =>
        sentence[from].Form.Length > 1 && sentence[from].Form.All(c => !char.IsLower(c)) && (from == 0 || char.IsDigit(sentence[from - 1].Form[0]))
        && (to >= sentence.Count || sentence[to].Form is "." or "," or "(" or "-" or "–" or "—" or ":" or "/" or ";");

    /// <summary>Whether the words around make it a place: "in Paris", "the Paris talks", "flew to Moscow", "Baghdad time".</summary>
    public static bool IsPlace(Sentence sentence, int from, int to)
    {
        var head = HeadOf(sentence, from, to);
        if (to < sentence.Count && sentence[to].Form is "'s" or "’s") return false;
        if (to < sentence.Count && sentence[to].Form is "/" || (from > 0 && sentence[from - 1].Form is "/")) return true;
        var isListed = to < sentence.Count && sentence[to].Form is "and" or ",";
        if (!isListed && head.Relation is Relation.Compound or Relation.Nmod && head.HeadIndex >= to && head.Child(Relation.Case) is null)
            return !NounClasses.Governments.Contains(head.Head.Form.ToLowerInvariant());
        if (to < sentence.Count && sentence[to].Tag == PartOfSpeech.Noun && sentence[to].Form is "time" or "talks" or "summit" or "agreement" or "accord" or "conference" or "airport" or "meeting") return true;
        if (head.Relation == Relation.Obj && head.Head.Lemma is "leave" or "reach" or "visit") return true;
        if (head.Head.Lemma is "lean" or "tilt" or "hostile" or "friendly") return false;
        var preposition = from > 0 ? sentence[from - 1].Form.ToLowerInvariant() : "";
        return preposition switch
        {
            "in" or "at" or "near" or "outside" or "around" or "into" or "inside" or "through" or "across" or "toward" or "towards" or "on" or "over" or "of" or "leave" or "south" or "north" or "east" or "west" or "throughout" or "central" or "downtown" => true,
            "to" or "from" => IsMotion(head),
            _ => from > 1 && sentence[from - 1].Tag == PartOfSpeech.Adj && sentence[from - 2].Form is "in" or "the",
        };
    }

    private static bool IsMotion(Token head)
    {
        var verb = head.Head;
        return verb.Lemma is "go" or "travel" or "fly" or "return" or "come" or "move" or "arrive" or "head" or "visit" or "flee" or "drive" or "march" or "trip" or "visit" or "flight" or "way" or "road"
            or "kilometre" or "kilometer" or "mile" or "km" or "depart" or "leave" or "report" or "journey" or "deploy" or "ship";
    }

    private static Token HeadOf(Sentence sentence, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (sentence[i].HeadIndex < from || sentence[i].HeadIndex >= to) return sentence[i];
        return sentence[from];
    }
}
