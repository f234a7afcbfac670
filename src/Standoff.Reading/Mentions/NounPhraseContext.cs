using Standoff.Reading.Syntax;

namespace Standoff.Reading.Mentions;

/// <summary>A sentence while its nouns are read: the mentions found so far and who owns a noun.</summary>
internal sealed class NounPhraseContext(Sentence sentence, int index, List<NameMention> mentions, Salience salience)
{
    public Sentence Sentence => sentence;

    public int Index => index;

    public Salience Salience => salience;

    public string Word(int i) => i >= 0 && i < sentence.Count ? sentence[i].Form.ToLowerInvariant() : "";

    /// <summary>The word before the noun phrase of a head: its article or number.</summary>
    public string Before(int head) => Word(Start(head) - 1);

    /// <summary>First token of the noun phrase of a head: its modifiers without article and number.</summary>
    public int Start(int head)
    {
        var i = head;
        while (i > 0 && head - i < 7 && IsModifier(i - 1)) i--;
        while (i < head && IsTime(i)) i++;
        while (i < head && (sentence[i].Form is "-" or "'s" or "’s" || Word(i) is "own" or "many" or "most" or "several" or "few" or "some" or "other" or "such" or "more")) i++;
        return i;
    }

    /// <summary>"Monday President Moe", "last year US President Lee": when, not who.</summary>
    private bool IsTime(int i) =>
        Word(i) is "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" or "yesterday" or "year" or "week" or "month"
        || (Word(i) is "last" or "next" && Word(i + 1) is "year" or "week" or "month");

    /// <summary>The mention that modifies or possesses the noun, with only modifiers between.</summary>
    public NameMention? Owner(int head)
    {
        for (var m = mentions.Count - 1; m >= 0; m--)
        {
            var mention = mentions[m];
            if (mention.To > head || mention.From >= head) continue;
            if (head - mention.To > 5) continue;
            if (OnlyModifiers(mention.To, head) && IsAdjectival(mention, head)) return mention;
        }

        return null;
    }

    /// <summary>The name in "of X" or "for X" right after the noun.</summary>
    public NameMention? Of(int head)
    {
        if (Word(head + 1) is not ("of" or "for")) return null;
        var at = Word(head + 2) is "the" or "a" ? head + 3 : head + 2;
        return mentions.Find(m => m.From == at && m.Form == MentionForm.Name);
    }

    /// <summary>The mention that begins at a token.</summary>
    public NameMention? MentionFrom(int token) => mentions.Find(m => m.From == token);

    /// <summary>The person whose name stands in apposition to the noun.</summary>
    public NameMention? NamedAfter(int head)
    {
        var at = Word(head + 1) == "," ? head + 2 : head + 1;
        return mentions.Find(m => m.Kind == MentionKind.Person && m.Form == MentionForm.Name && m.From <= at && m.To > at);
    }

    /// <summary>The person whose name stands before the noun in apposition ("Orel, the president").</summary>
    public NameMention? NamedBefore(int head)
    {
        var start = Start(head) - 1;
        while (start > 0 && (sentence[start].Tag == PartOfSpeech.Det || Word(start) is "'s" or "’s" || mentions.Exists(m => m.From <= start && m.To > start && m.Kind != MentionKind.Person))) start--;
        return start > 0 && sentence[start].Form == "," ? mentions.Find(m => m.Kind == MentionKind.Person && m.To == start) : null;
    }

    public bool IsPossessive(NameMention owner) => owner.Form == MentionForm.Pronoun || Word(owner.To) is "'s" or "’s" or "'" or "’";

    private bool IsAdjectival(NameMention mention, int head) =>
        mention.Form == MentionForm.Pronoun ? sentence[mention.From].Relation == Relation.NmodPoss || Word(mention.From) is "its" or "his" or "their"
        : mention.To == head || IsPossessive(mention) || mention.Form == MentionForm.Demonym || (mention.Kind != MentionKind.Person && sentence[mention.HeadIn(sentence)].HeadIndex is var on && on >= mention.To && on <= head);

    private bool OnlyModifiers(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (!IsModifier(i) && sentence[i].Tag != PartOfSpeech.Num) return false;
        return true;
    }

    private bool IsModifier(int i) =>
        sentence[i].Tag is PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn
        || sentence[i].Form is "-" or "'s" or "’s" or "'" or "’"
        || (sentence[i].Tag == PartOfSpeech.Verb && sentence[i].PennTag is "VBN" or "VBG" && sentence[i].Relation is Relation.Amod or Relation.Compound);
}
