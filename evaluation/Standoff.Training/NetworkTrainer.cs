using System.Diagnostics;
using Standoff.Reading.Syntax;

namespace Standoff.Training;

/// <summary>Trains the network over the treebanks: Adam over small batches, the rate falling to nothing.</summary>
internal sealed class NetworkTrainer(IReadOnlyList<GoldSentence> sentences, List<string[]> raw, TagSet tags, int epochs, ulong seed)
{
    private const int Batch = 16;
    private const int RawEpochs = 3;
    private const float VectorSize = 0.25f;
    private const int WarmEpochs = 1;
    private const float FirstRate = 0.002f;
    private const double LargestGradient = 5;

    public (Network Network, Vocabulary Vocabulary) Train(Action<NetworkTraining, int> afterEpoch)
    {
        var random = new Seeded(seed);
        var forms = sentences.Select(s => s.Forms).ToList();
        var vocabulary = new Vocabulary(forms, raw);
        using var skipGram = new SkipGram(vocabulary, Network.Width, random);
        var pretrained = skipGram.Train([.. forms, .. raw], RawEpochs, VectorSize);
        var network = new Network(pretrained, vocabulary, tags.Count, random);
        var training = new NetworkTraining(network, vocabulary, tags, random);
        Console.WriteLine($"{vocabulary.Rows:N0} rows, {network.All.Skip(1).Sum(p => p.Size):N0} dense weights");
        var order = sentences.Select(s => (Sentence: s, Oracle: new DynamicOracle(s))).ToArray();
        var (steps, step) = (epochs * ((order.Length + Batch - 1) / Batch), 0);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            var watch = Stopwatch.StartNew();
            random.Shuffle(order);
            for (var from = 0; from < order.Length; from += Batch)
            {
                var to = Math.Min(from + Batch, order.Length);
                for (var i = from; i < to; i++) training.Learn(order[i].Sentence, order[i].Oracle, epoch >= WarmEpochs);
                Step(network, ++step, steps, order[from..to].Sum(o => o.Sentence.Count));
            }

            Console.WriteLine($"epoch {epoch + 1}: tag loss {training.TagLoss:N0}, move loss {training.MoveLoss:N0}, {watch.Elapsed.TotalSeconds:F0} s");
            training.ResetLosses();
            if ((epoch + 1) % 3 == 0 || epoch + 1 == epochs || epoch == 0) afterEpoch(training, epoch + 1);
        }

        return (network, vocabulary);
    }

    private static void Step(Network network, int step, int steps, int words)
    {
        var done = (float)step / steps;
        var rate = FirstRate * MathF.Min(1, step / 200f) * MathF.Max(0.02f, 1 - done);
        var scale = 1f / words;
        var norm = Math.Sqrt(network.All.Sum(p => p.SquaredGradient())) * scale;
        if (norm > LargestGradient) scale *= (float)(LargestGradient / norm);
        foreach (var parameter in network.All) parameter.Step(rate, scale, step);
    }

    /// <summary>Accuracy of tags and arcs on other sentences.</summary>
    public static string Accuracy(NetworkTraining training, IReadOnlyList<GoldSentence> sentences, TagSet tags)
    {
        var (words, tagged, attached, labelled) = (0, 0, 0, 0);
        foreach (var gold in sentences)
        {
            var predicted = new int[gold.Count];
            var state = training.Parse(gold, predicted);
            for (var i = 0; i < gold.Count; i++)
            {
                words++;
                if (gold.Tags[i].StartsWith(tags.Universal(predicted[i]).ToString() + " ", StringComparison.OrdinalIgnoreCase)) tagged++;
                if (state.Heads[i] != gold.Heads[i]) continue;
                attached++;
                if (Treebank.UniversalOf((Relation)state.Relations[i]) == Treebank.UniversalOf(gold.Relations[i])) labelled++;
            }
        }

        return $"UPOS {100.0 * tagged / words:F2}, UAS {100.0 * attached / words:F2}, LAS {100.0 * labelled / words:F2}";
    }
}
