using System.Collections.Frozen;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Reading.Times;

/// <summary>Whether a time lies behind or ahead of the document's date, as far as the words around it tell.</summary>
internal enum Direction
{
    Unknown,
    Past,
    Future,
}

/// <summary>Reads the direction of a time from the verb that it belongs to.</summary>
internal static class Directions
{
    private static readonly FrozenSet<string> s_ahead = Words("any");
    private static readonly FrozenSet<string> s_planned = Words("present");
    private static readonly FrozenSet<string> s_implicative = Words("implicative");
    private static readonly FrozenSet<string> s_asking = Words("asking");
    private static readonly FrozenSet<string> s_invariable = Words("invariable");

    /// <summary>From the parsed verb above the time where there is a sentence, else from the words around it.</summary>
    public static Direction At(string text, TextSpan time, TextSpan around, Sentence? sentence)
    {
        if (sentence is not null && TokenAt(sentence, time) is { } token && OfVerbAbove(token) is var d and not Direction.Unknown) return d;
        return OfWords(text, time, around);
    }

    private static Token? TokenAt(Sentence sentence, TextSpan time)
    {
        foreach (var token in sentence.Tokens)
            if (token.Span.Overlaps(time)) return token;
        return null;
    }

    private static Direction OfVerbAbove(Token token)
    {
        for (var steps = 0; steps < 12 && !token.IsRoot; steps++)
        {
            var isAsked = token.Relation is Relation.Ccomp or Relation.Xcomp;
            token = token.Head;
            // What is asked for lies ahead, even where its verb was read as a noun.
            if (isAsked && s_asking.Contains(token.Lemma)) return Direction.Future;
            if (IsBareParticiple(token)) continue;
            if (token.Tag is PartOfSpeech.Verb or PartOfSpeech.Aux) return OfVerb(IsImplied(token) ? token.Head : token);
            if (token.Child(Relation.Cop) is { } copula) return OfVerb(copula);
        }

        return Direction.Unknown;
    }

    /// <summary>"Were allowed to fly on Monday", "managed to land": the infinitive took place when its verb did.</summary>
    private static bool IsImplied(Token verb) => verb.Relation == Relation.Xcomp && !verb.IsRoot && verb.Child(Relation.Mark) is { Form: "to" }
        && verb.Head.PennTag is "VBD" or "VBN" && s_implicative.Contains(verb.Head.Lemma);

    // "The manoeuvres planned for September", as an object's complement: a participle by itself tells no direction, what stands above it may.
    private static bool IsBareParticiple(Token verb) => verb.PennTag == "VBN" && verb.Relation is Relation.Ccomp or Relation.Xcomp && !verb.Children.Any(c => c.Relation is Relation.Aux or Relation.AuxPass);

    private static Direction OfVerb(Token verb)
    {
        if (s_ahead.Contains(verb.Lemma)) return Direction.Future;
        foreach (var child in verb.Children)
        {
            if (child.PennTag == "MD" && child.Relation is Relation.Aux or Relation.AuxPass) return Direction.Future;
            if (child.Relation == Relation.Mark && child.Form == "to") return Direction.Future;
        }

        foreach (var child in verb.Children)
            if (child.Relation is Relation.Aux or Relation.AuxPass && child.PennTag is "VBD" or "VBZ" or "VBP" && verb.PennTag != "VBG") return Direction.Past;
        return verb.PennTag switch
        {
            "VBD" or "VBP" when IsSubjunctive(verb) => Direction.Future,
            "VBD" or "VBN" => Direction.Past,
            "VBZ" or "VBP" when s_planned.Contains(verb.Lemma) => Direction.Future,
            "VB" => Direction.Future,
            _ => Direction.Unknown,
        };
    }

    // "demanded that the state withdraw by Friday": a singular subject with the bare stem is asked to act. Taggers often take the stem for a past.
    private static bool IsSubjunctive(Token verb) => verb.Form == verb.Lemma && !s_invariable.Contains(verb.Lemma) && verb.Child(Relation.Nsubj) is { PennTag: "NN" or "NNP", Form: var form } subject
        && !form.EndsWith('s') && subject.Child(Relation.Conj) is null;

    private static FrozenSet<string> Words(string kind) =>
        ResourceTable.Read("Times.Resources.AheadWords.tsv").Where(r => r[1] == kind).Select(r => r[0]).ToFrozenSet();

    /// <summary>A word of the future before the time in its clause, or after it and before any verb of the past, makes it lie ahead.</summary>
    private static Direction OfWords(string text, TextSpan time, TextSpan around)
    {
        var from = Math.Max(around.Start, 1 + text.LastIndexOfAny([';', ':', '.', ','], Math.Max(time.Start - 1, 0)));
        foreach (var word in WordsOf(text, Math.Min(from, time.Start), time.Start))
            if (s_ahead.Contains(word)) return Direction.Future;
        foreach (var word in WordsOf(text, time.End, Math.Min(around.End, time.End + 60)))
        {
            if (s_ahead.Contains(word)) return Direction.Future;
            if (word is "that" or "said" or "told" or "was" or "were" or "had" || word.EndsWith("ed", StringComparison.Ordinal)) break;
        }

        return Direction.Past;
    }

    private static IEnumerable<string> WordsOf(string text, int from, int to) =>
        text[from..to].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim(',', '.', '"', '”').ToLowerInvariant());
}
