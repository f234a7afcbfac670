using Standoff.Reading.Syntax;

namespace Standoff.Training;

/// <summary>Averaged perceptron over the moves of the parser, with a dynamic oracle and exploration.</summary>
internal sealed class ParserTraining(TagSet tags, int epochs, ulong seed)
{
    private const int ExplorePercent = 90;

    public TrainingWeights Train(IReadOnlyList<GoldSentence> sentences, Dictionary<GoldSentence, int[]> predicted, WordClasses classes)
    {
        var weights = new TrainingWeights(5);
        var random = new Seeded(seed);
        var order = sentences.Select(s => (Sentence: s, Oracle: new DynamicOracle(s))).ToArray();
        var (words, state) = (new Words(), new ParserState());
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            var errors = 0;
            foreach (var (sentence, oracle) in order)
            {
                TaggerTraining.Load(sentence, words, classes);
                for (var i = 0; i < words.Count; i++) words.SetTag(i, predicted[sentence][i], tags);
                errors += Learn(words, state, oracle, weights, epoch > 0 ? random : null);
            }

            Console.WriteLine($"parser epoch {epoch + 1}: {errors:N0} updates, {weights.Features:N0} features");
        }

        return weights;
    }

    private static int Learn(Words words, ParserState state, DynamicOracle oracle, TrainingWeights weights, Seeded? random)
    {
        Span<ulong> features = stackalloc ulong[Parser.MostFeatures];
        Span<int> scores = stackalloc int[ParserState.Moves];
        var errors = 0;
        state.Start(words.Count);
        while (!state.IsFinal)
        {
            scores.Clear();
            var used = features[..Parser.Features(state, words, features)];
            weights.Score(used, scores);
            var best = state.Best(scores);
            var right = Right(state, oracle, scores, best);
            if (right != best)
            {
                errors++;
                weights.Update(used, right, best);
            }

            weights.Advance();
            state.Apply(random is not null && random.Chance(ExplorePercent) ? best : right);
        }

        return errors;
    }

    /// <summary>The best-scored move of least cost; the parser's own where it is among them.</summary>
    private static int Right(ParserState state, DynamicOracle oracle, ReadOnlySpan<int> scores, int best)
    {
        if (!state.CanShift && state.Depth == 1) return best;
        var (shift, left, right) = (oracle.ShiftCost(state), oracle.LeftCost(state), oracle.RightCost(state));
        var least = Math.Min(shift, Math.Min(left, right));
        var choice = shift == least ? 0 : -1;
        if (left == least) choice = Better(scores, choice, Arc(scores, 1, oracle, state.Front, state.Stack(0), best));
        if (right == least) choice = Better(scores, choice, Arc(scores, 1 + ParserState.Labels, oracle, state.Stack(1), state.Stack(0), best));
        return choice;
    }

    private static int Better(ReadOnlySpan<int> scores, int a, int b) => a < 0 || scores[b] > scores[a] ? b : a;

    /// <summary>The gold relation of a gold arc; of another arc, whose head is lost already, any relation will do.</summary>
    private static int Arc(ReadOnlySpan<int> scores, int from, DynamicOracle oracle, int head, int word, int best)
    {
        if (oracle.IsGold(head, word)) return from + oracle.Relation(word);
        if (best >= from && best < from + ParserState.Labels) return best;
        var choice = from;
        for (var move = from; move < from + ParserState.Labels; move++)
            if (move - from != (int)Standoff.Reading.Syntax.Relation.Root && scores[move] > scores[choice]) choice = move;
        return choice;
    }
}
