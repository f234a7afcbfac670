using System.Collections.Immutable;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Reading.Mentions;

/// <summary>All mentions of a document, with look-ups by place.</summary>
public sealed class DocumentMentions
{
    private readonly Dictionary<int, Mention> _atToken = [];

    internal DocumentMentions(ImmutableArray<Mention> all, IReadOnlyList<Sentence> sentences)
    {
        All = all;
        // Wide ones first: what remains for a token is the narrowest that covers it, unless a mention has it as its head.
        var byWidth = all.OrderByDescending(m => m.Span.Length).ThenBy(m => m.Span).ToList();
        foreach (var mention in byWidth)
            foreach (var token in TokensOf(mention, sentences[mention.Sentence])) _atToken[token.Span.Start] = mention;
        foreach (var mention in Enumerable.Reverse(byWidth)) _atToken[sentences[mention.Sentence][mention.Head].Span.Start] = mention;
    }

    /// <summary>All mentions by start, then end; they may nest ("Venezuelan" in "Venezuelan troops").</summary>
    public ImmutableArray<Mention> All { get; }

    /// <summary>The widest mention that the token is the head of, or failing that the narrowest that covers it.</summary>
    public Mention? At(Token token) => _atToken.GetValueOrDefault(token.Span.Start);

    /// <summary>Plain name of what the token stands for; <see langword="null"/> if it is no mention.</summary>
    public string? NameOf(Token token) => At(token)?.Name;

    /// <summary>
    /// The actors inside a span as a reader would list them: states, organisations, persons, forces and groups, each
    /// once, in text order, without outlets, places and anonymous groups.
    /// </summary>
    public ImmutableArray<Mention> ActorsIn(TextSpan span)
    {
        var found = ImmutableArray.CreateBuilder<Mention>();
        for (var i = FirstFrom(span.Start); i < All.Length && All[i].Span.Start < span.End; i++)
        {
            var mention = All[i];
            if (mention.IsActor && span.Contains(mention.Span) && IsActorKind(mention.Kind) && !found.Any(m => m.Name == mention.Name)) found.Add(mention);
        }

        return found.ToImmutable();
    }

    private static bool IsActorKind(MentionKind kind) => kind is not (MentionKind.Outlet or MentionKind.Place or MentionKind.AnonymousGroup);

    private int FirstFrom(int start)
    {
        var (low, high) = (0, All.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (All[middle].Span.Start < start) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static IEnumerable<Token> TokensOf(Mention mention, Sentence sentence)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence[i].Span.Start >= mention.Span.End) yield break;
            if (mention.Span.Contains(sentence[i].Span)) yield return sentence[i];
        }
    }
}
