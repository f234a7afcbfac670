using Standoff.Reading.Syntax;

namespace Standoff.Training;

/// <summary>Averaged perceptron over joint tags, greedy, on its own predictions of the tags before.</summary>
internal sealed class TaggerTraining(TagSet tags, int epochs, ulong seed)
{
    private readonly Dictionary<string, int> _numbers = tags.Names.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i, StringComparer.Ordinal);

    public TrainingWeights Train(IReadOnlyList<GoldSentence> sentences, WordClasses classes)
    {
        var weights = new TrainingWeights(3);
        var random = new Seeded(seed);
        var order = sentences.ToArray();
        var words = new Words();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var sentence in order) Learn(sentence, words, weights, classes);
        }

        return weights;
    }

    private void Learn(GoldSentence sentence, Words words, TrainingWeights weights, WordClasses classes)
    {
        Span<ulong> features = stackalloc ulong[Tagger.MostFeatures];
        Span<int> scores = stackalloc int[256];
        Load(sentence, words, classes);
        for (var i = 0; i < words.Count; i++)
        {
            scores.Clear();
            var used = features[..Tagger.Features(words, i, features)];
            weights.Score(used, scores);
            var (best, gold) = (Tagger.Best(scores[..tags.Count]), _numbers[sentence.Tags[i]]);
            if (best != gold) weights.Update(used, gold, best);
            weights.Advance();
            words.SetTag(i, best, tags);
        }
    }

    public static void Load(GoldSentence sentence, Words words, WordClasses classes)
    {
        words.Start(sentence.Count);
        for (var i = 0; i < sentence.Count; i++) words.Set(i, sentence.Forms[i], classes.Table);
        words.Finish();
    }

    /// <summary>Tags of every sentence, each from a tagger that did not see it.</summary>
    public Dictionary<GoldSentence, int[]> Jackknife(IReadOnlyList<GoldSentence> sentences, int folds, int bytes)
    {
        const int stretch = 20;
        var predicted = new Dictionary<GoldSentence, int[]>(ReferenceEqualityComparer.Instance);
        for (var fold = 0; fold < folds; fold++)
        {
            var (seen, unseen) = (sentences.Where((_, i) => i / stretch % folds != fold).ToList(), sentences.Where((_, i) => i / stretch % folds == fold).ToList());
            using var classes = new WordClasses(seen, tags);
            using var model = new MemoryModel(tags, classes.Bytes, WeightWriter.Table(Train(seen, classes), bytes, $"tagger without fold {fold}"), WeightWriter.Layout([]));
            var words = new Words();
            foreach (var sentence in unseen)
            {
                Load(sentence, words, classes);
                Tagger.Tag(words, model.Model);
                predicted[sentence] = words.Tag[..words.Count];
            }
        }

        return predicted;
    }
}
