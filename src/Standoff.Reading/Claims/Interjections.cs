using Standoff.Reading.Syntax;

namespace Standoff.Reading.Claims;

/// <summary>
/// Finds the stretches that only say who speaks, "…, aides concede, …", "— she added —", "…, says the minister.": a noun
/// phrase and a verb of saying between commas or dashes. Read from the words, since the rest parses better without them.
/// </summary>
internal sealed class Interjections(Sentence sentence)
{
    private const int Longest = 14;
    private const int LongestTail = 8;

    /// <summary>A stretch with the marks that set it off.</summary>
    /// <param name="First">Its opening comma or dash.</param>
    /// <param name="Last">Its closing one; the last word before the end where it closes the sentence.</param>
    /// <param name="Verb">The verb of saying.</param>
    /// <param name="KeepsMark">Whether what stands around it needs the opening mark.</param>
    internal readonly record struct Interjection(int First, int Last, int Verb, bool KeepsMark)
    {
        public bool Holds(int token) => First <= token && token <= Last;
    }

    /// <summary>All of them in order, not overlapping.</summary>
    public List<Interjection> All()
    {
        var found = new List<Interjection>();
        for (var i = 1; i < sentence.Count - 2; i++)
        {
            if (!IsMark(i) || At(i) is not { } interjection) continue;
            found.Add(interjection);
            i = interjection.Last;
        }
        return found;
    }

    private Interjection? At(int mark)
    {
        if (Nameless(mark) is { } nameless) return nameless;
        if (Between(mark) is { } between) return between;
        if (Relative(mark) is { } relative) return relative;
        var close = Close(mark);
        if (close - mark is < 3 or > Longest || Verb(mark + 1, close) is not (var verb and >= 0)) return null;
        var isEnd = IsEnd(close);
        if (isEnd && (!IsTensed(mark) || ReportingLexicon.Find(ThatClauses.VerbLemma(sentence, verb), FrameShape.ObjInf) is not null && Form(verb) is not ("told" or "tells" or "warned" or "warns") && verb + 1 < close)) return null;
        if (isEnd && !IsPlain(mark - 1) && Form(mark - 1) is not ("\"" or "”")) return null;
        return new Interjection(mark, isEnd ? close - 1 : close, verb, !isEnd && OpensPhrase(close + 1));
    }

    // "The strait, through which the oil passes, is …", "the three, all of them friendly, have …": a description that the parse of the whole lost.
    private Interjection? Relative(int mark)
    {
        if (Form(mark) != ",") return null;
        var close = VerbComma(mark);
        if (close - mark is < 4 or > 22) return null;
        return IsLostRelative(mark, close) || IsPart(mark, close) ? new Interjection(mark, close, -1, false) : null;
    }

    // The comma in front of the main verb.
    private int VerbComma(int mark)
    {
        for (var i = mark + 4; i < Math.Min(sentence.Count - 3, mark + 23); i++)
        {
            if (Form(i) is ";" or ":" or "\"" or "“" or "”") return -1;
            if (Form(i) != ",") continue;
            var next = i + 1;
            while (next < sentence.Count - 1 && Tag(next) == PartOfSpeech.Adv && Form(next) != "not") next++;
            if (Penn(next) is "VBD" or "VBZ" or "VBP" or "MD" || Penn(next) == "NNS" && ReportingLexicon.Reports(ThatClauses.VerbLemma(sentence, next)) && Form(next + 1) is "that" or "to") return i;
        }
        return -1;
    }

    private bool IsLostRelative(int mark, int close)
    {
        var word = Form(mark + 1) is "which" or "who" or "whose" or "whom" ? mark + 1 : Tag(mark + 1) == PartOfSpeech.Adp && Form(mark + 2) is "which" or "whom" ? mark + 2 : -1;
        if (word < 0) return false;
        if (Penn(close + 1) == "NNS") return true;
        var verb = sentence.HeadAt(word);
        while (verb >= 0 && Tag(verb) != PartOfSpeech.Verb && sentence.RelationAt(verb) != Relation.AclRelcl) verb = sentence.HeadAt(verb);
        return !(verb > word && verb < close && sentence.RelationAt(verb) == Relation.AclRelcl && sentence.HeadAt(verb) < mark);
    }

    // "All of them friendly with both": no tense, and the noun in front not its head.
    private bool IsPart(int mark, int close)
    {
        var of = mark + 2;
        while (of < mark + 4 && Form(of) != "of") of++;
        if (Form(of) != "of" || Form(of + 1) is not ("them" or "these" or "those") || of + 2 >= close) return false;
        for (var i = mark + 1; i < close; i++)
        {
            if (Penn(i) is "VBZ" or "VBP" or "MD") return false;
        }
        return Tag(mark + 1) is not (PartOfSpeech.Adp or PartOfSpeech.Sconj);
    }

    private bool IsTensed(int before)
    {
        for (var i = 0; i < before; i++)
        {
            if (Penn(i) is "VBD" or "VBZ" or "VBP" or "MD" or "VBN" or "VB") return true;
        }
        return false;
    }

    // "…," he told the crowd, "and …": the quotation goes on behind.
    private Interjection? Between(int mark)
    {
        if (Form(mark) != "," || !IsQuote(mark + 1)) return null;
        for (var close = mark + 3; close < Math.Min(sentence.Count - 3, mark + Longest); close++)
        {
            if (Form(close) != "," || !IsQuote(close + 1)) continue;
            return Verb(mark + 2, close) is var verb and >= 0 ? new Interjection(mark + 1, close + 1, verb, false) : null;
        }
        return null;
    }

    private bool IsQuote(int i) => Form(i) is "\"" or "“" or "”" or "‘" or "’";

    // ", who asked not to be named,", ", speaking on condition of anonymity,": why the one in front has no name.
    private Interjection? Nameless(int mark)
    {
        if (Form(mark) != "," || Form(mark + 1) is not ("who" or "speaking" or "reached" or "interviewed")) return null;
        var nameless = Form(mark + 1) is "reached" or "interviewed";
        for (var i = mark + 2; i < Math.Min(sentence.Count - 2, mark + 26); i++)
        {
            var form = Form(i);
            nameless |= form is "named" or "identified" or "anonymity" or "anonymous" or "anonymously" or "quoted" || form == "name" && Form(i - 1) is "by" or "her" or "his" or "their";
            if (form == "," && Form(i + 1) is not ("because" or "as" or "since" or "for")) return nameless ? new Interjection(mark, i, -1, false) : null;
        }
        return null;
    }

    // The next mark of the same sort, or the full stop.
    private int Close(int mark)
    {
        for (var i = mark + 1; i < sentence.Count && i <= mark + Longest; i++)
        {
            if (Form(i) == Form(mark) && i < sentence.Count - 2) return i;
            if (IsEnd(i)) return i;
            if (Tag(i) == PartOfSpeech.Punct && Form(i) is not ("." or "'" or "’")) return -1;
            if (i == sentence.Count - 1 && Form(mark) == ",") return sentence.Count;
        }
        return -1;
    }

    // Only the last full stop: what a closing quotation mark follows is said by the one who speaks already.
    private bool IsEnd(int i) => i == sentence.Count || i == sentence.Count - 1 && Form(i) == ".";

    private int Verb(int first, int close)
    {
        var from = Form(first) == "as" ? first + 1 : Form(first) == "or" && Form(first + 1) == "so" ? first + 2 : first;
        if (from == first + 1 && !Enumerable.Range(from, close - from).Any(i => WordClasses.IsPredicate(ThatClauses.VerbLemma(sentence, i), "avowal"))) return -1;
        if (IsInverted(from, close)) return from;
        if (!OpensPhrase(from) || Form(from) is "who" or "which" or "that" or "what") return -1;
        for (var i = from + 1; i < close; i++)
        {
            if (IsBarrier(i)) return -1;
            if (IsSaying(i)) return IsTail(i, close) ? i : -1;
            if (Penn(i) is "VBD" or "VBZ" or "VBP" or "MD") return IsPassiveReport(from, i, close) ? i + 1 : -1;
        }
        return -1;
    }

    // ", argues the Times,": the verb first, then a short phrase to the end.
    private bool IsInverted(int verb, int close)
    {
        if (!IsReport(verb) || ReportingLexicon.Find(ThatClauses.VerbLemma(sentence, verb), FrameShape.ObjInf) is not null || Form(verb) is not ("says" or "said") && Penn(verb) is not ("VBZ" or "VBD")) return false;
        if (close - verb is < 2 or > 8) return false;
        for (var i = verb + 1; i < close; i++)
        {
            if (Tag(i) is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Adv or PartOfSpeech.Sconj || IsBarrier(i) || Form(i) == "to") return false;
        }
        return Tag(close - 1) is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron && OpensPhrase(verb + 1);
    }

    // "It is said in Paris", "it was reported".
    private bool IsPassiveReport(int from, int be, int close) =>
        be == from + 1 && Form(from) is "it" && sentence.LemmaAt(be) == "be" && be + 1 < close && IsReport(be + 1) && Form(be + 1) is "said" or "reported" or "believed" or "thought" or "understood" or "claimed" or "alleged" && IsTail(be + 1, close);

    // A tensed form of a verb of saying that agrees with the noun in front of it.
    private bool IsSaying(int i)
    {
        var form = Form(i);
        if (form is "went" or "goes" && Form(i + 1) == "on") return true;
        if (!IsReport(i)) return false;
        if (form is "said" or "says" or "told" or "wrote") return true;
        var before = i - 1;
        while (before > 0 && Tag(before) == PartOfSpeech.Adv) before--;
        if (form.EndsWith("ed", StringComparison.Ordinal)) return Penn(i) is "VBD" or "VBN" && IsHead(before);
        if (form.EndsWith('s') && !form.EndsWith("ss", StringComparison.Ordinal)) return IsHead(before) && !IsPlural(before);
        return IsPlural(before) && Penn(i) is "VBP" or "VB" or "NN" || Penn(i) == "VBD" && IsHead(before);
    }

    // A place outside the sentence has no words.
    private string Form(int i) => (uint)i < (uint)sentence.Count ? sentence.FormAt(i) : "";

    private PartOfSpeech Tag(int i) => (uint)i < (uint)sentence.Count ? sentence.TagAt(i) : PartOfSpeech.X;

    private string Penn(int i) => (uint)i < (uint)sentence.Count ? sentence.PennTagAt(i) : "";

    private bool IsReport(int i) => (uint)i < (uint)sentence.Count && char.IsLower(Form(i)[0]) && ReportingLexicon.Reports(ThatClauses.VerbLemma(sentence, i));

    private bool IsHead(int i) => Tag(i) is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron;

    private bool IsPlural(int i) => Penn(i) is "NNS" or "NNPS" || Form(i) is "they" or "we" or "i" or "I" or "you" or "some" or "many" or "most" or "others" or "people" or "police";

    // Behind the verb: adverbs, times, places, and whom it was told.
    private bool IsTail(int verb, int close)
    {
        if (close - verb - 1 > LongestTail) return false;
        var tells = ThatClauses.VerbLemma(sentence, verb) is "tell" or "assure" or "inform" or "remind" or "warn";
        if (tells && verb + 1 == close) return false;
        for (var i = verb + 1; i < close; i++)
        {
            if (Tag(i) is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Sconj or PartOfSpeech.Cconj || Penn(i) is "WP" or "WDT" or "WRB" || Form(i) is "to" && Tag(i) == PartOfSpeech.Part) return false;
            if (i == verb + 1 && !tells && !OpensTail(i)) return false;
        }
        return true;
    }

    private bool OpensTail(int i) => Tag(i) is PartOfSpeech.Adp && Form(i) is not ("of" or "about" or "for" or "with" or "against" or "over" or "upon") || Tag(i) is PartOfSpeech.Adv || Form(i) is "yesterday" or "today" or "last" or "this" or "so" or "it";

    private bool IsBarrier(int i) => Form(i) is "that" or "who" or "which" or "whether" or "if" or "when" or "while" || Form(i) == "to" && Tag(i) == PartOfSpeech.Part;

    private bool IsMark(int i) => Form(i) is "," or "—" or "–" or "--";

    private bool IsPlain(int i) => Tag(i) != PartOfSpeech.Punct;

    private bool OpensPhrase(int i) => Tag(i) is PartOfSpeech.Det or PartOfSpeech.Pron or PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Num;
}
