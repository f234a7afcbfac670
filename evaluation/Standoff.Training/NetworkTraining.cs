using System.Runtime.Intrinsics;
using Standoff.Reading.Syntax;

namespace Standoff.Training;

/// <summary>One sentence through the network, forward and back: tags from the first layer, moves from the second.</summary>
internal sealed unsafe class NetworkTraining(Network network, Vocabulary vocabulary, TagSet tags, Seeded random)
{
    private const int KeepPercent = 75;
    private const float WordDropout = 0.25f;
    private const int Both = 2 * Network.Units;
    private readonly Words _words = new();
    private readonly ParserState _state = new();
    private readonly Scratch _x = new(), _h1 = new(), _h2 = new(), _slots = new(), _dx = new(), _dh1 = new(), _dh2 = new(), _dSlots = new();
    private readonly Scratch _mask0 = new(), _mask1 = new(), _mask2 = new(), _tagScores = new(), _hidden = new(), _moveGradients = new(), _dHidden = new(), _scores = new();
    private readonly Dictionary<string, int> _numbers = tags.Names.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i, StringComparer.Ordinal);
    private int[] _rows = [];
    private int[] _known = [];
    private readonly List<int> _path = [];

    public double TagLoss { get; private set; }

    public double MoveLoss { get; private set; }

    public void ResetLosses() => (TagLoss, MoveLoss) = (0, 0);

    /// <summary>Adds a sentence's gradients; with <paramref name="explore"/>, the parser follows moves drawn by their probability.</summary>
    public void Learn(GoldSentence gold, DynamicOracle oracle, bool explore)
    {
        Forward(gold, train: true);
        var n = gold.Count;
        float* dh1 = _dh1.Zeroed(n * Both), dh2 = _dh2.Zeroed(n * Both);
        LearnTags(gold, dh1);
        LearnMoves(oracle, n, dh2, explore);
        Backward(n, dh1, dh2);
    }

    /// <summary>Tags and heads by the network as it stands, without dropout.</summary>
    public ParserState Parse(GoldSentence gold, int[] predictedTags)
    {
        Forward(gold, train: false);
        var n = gold.Count;
        var scores = TagScores(n);
        for (var i = 0; i < n; i++) predictedTags[i] = Best(scores + (i * Network.TagColumns), tags.Count);
        _state.Start(n);
        while (!_state.IsFinal) _state.Apply(BestMove(ScoreMoves(n, record: false)));
        return _state;
    }

    public static void Load(string[] forms, Words words)
    {
        words.Start(forms.Length);
        for (var i = 0; i < forms.Length; i++) words.Set(i, forms[i]);
        words.Finish();
    }

    private static int Best(float* scores, int count)
    {
        var best = 0;
        for (var i = 1; i < count; i++)
            if (scores[i] > scores[best]) best = i;
        return best;
    }

    private void Forward(GoldSentence gold, bool train)
    {
        var n = gold.Count;
        Load(gold.Forms, _words);
        FindRows(n, train);
        var x = _x.Zeroed(n * Network.Width);
        for (var i = 0; i < n; i++)
        {
            if (_known[i] > 0) Gemm.AddTo(x + (i * Network.Width), network.Pretrained.Row(_known[i]), Network.Width);
            for (var kind = 0; kind < Embedding.Kinds; kind++)
                if (_rows[(i * Embedding.Kinds) + kind] > 0) Gemm.AddTo(x + (i * Network.Width), network.Embeddings.Row(_rows[(i * Embedding.Kinds) + kind]), Network.Width);
        }

        Drop(x, _mask0, n, Network.Width, train);
        var h1 = _h1.Zeroed(n * Both);
        Layer(network.First, x, n, h1);
        Drop(h1, _mask1, n, Both, train);
        var h2 = _h2.Zeroed(n * Both);
        Layer(network.Second, h1, n, h2);
        Drop(h2, _mask2, n, Both, train);
        const int wide = Signals.Slots * Network.Hidden;
        Gemm.Add(_slots.Zeroed(n * wide), wide, h2, Both, 1, network.Slots.Values, wide, n, wide, Both);
    }

    private static void Layer(LstmLayer[] layer, float* x, int n, float* output)
    {
        layer[0].Forward(x, n, output, Both);
        layer[1].Forward(x, n, output + Network.Units, Both);
    }

    private void FindRows(int n, bool train)
    {
        if (_known.Length < n) (_known, _rows) = (new int[n * 2], new int[n * Embedding.Kinds * 2]);
        Span<ulong> keys = stackalloc ulong[Embedding.Kinds];
        for (var i = 0; i < n; i++)
        {
            Embedding.Keys(_words, i, keys);
            for (var kind = 0; kind < Embedding.Kinds; kind++) _rows[(i * Embedding.Kinds) + kind] = vocabulary.Row(keys[kind]);
            _known[i] = _rows[i * Embedding.Kinds];
            var count = vocabulary.Count(_known[i]);
            if (count == 0 || (train && random.Below(10_000) < 10_000 * WordDropout / (WordDropout + count))) _rows[i * Embedding.Kinds] = Embedding.UnknownRow;
        }
    }

    /// <summary>Inverted dropout with one mask for all words of the sentence (Gal and Ghahramani 2016) at a quarter.</summary>
    private void Drop(float* x, Scratch mask, int n, int width, bool train)
    {
        if (!train) return;
        var keep = mask.Zeroed(width);
        for (var j = 0; j < width; j++) keep[j] = random.Chance(KeepPercent) ? 100f / KeepPercent : 0;
        Mask(x, keep, n, width);
    }

    private static void Mask(float* x, float* keep, int n, int width)
    {
        for (var i = 0; i < n; i++)
            for (var j = 0; j < width; j += 16) (Vector512.Load(x + (i * width) + j) * Vector512.Load(keep + j)).Store(x + (i * width) + j);
    }

    private float* TagScores(int n)
    {
        var scores = _tagScores.Zeroed(n * Network.TagColumns);
        for (var i = 0; i < n; i++) Gemm.AddTo(scores + (i * Network.TagColumns), network.TagBias.Values, Network.TagColumns);
        Gemm.Add(scores, Network.TagColumns, _h1.Values, Both, 1, network.TagWeights.Values, Network.TagColumns, n, Network.TagColumns, Both);
        return scores;
    }

    private void LearnTags(GoldSentence gold, float* dh1)
    {
        var n = gold.Count;
        var scores = TagScores(n);
        for (var i = 0; i < n; i++)
        {
            var row = scores + (i * Network.TagColumns);
            Softmax(row, tags.Count, Network.TagColumns);
            var right = _numbers[gold.Tags[i]];
            TagLoss -= Math.Log(row[right] + 1e-10);
            row[right] -= 1;
            Gemm.AddTo(network.TagBias.Gradient, row, Network.TagColumns);
        }

        Gemm.Add(network.TagWeights.Gradient, Network.TagColumns, _h1.Values, 1, Both, scores, Network.TagColumns, Both, Network.TagColumns, n);
        Gemm.Add(dh1, Both, scores, Network.TagColumns, 1, network.TagWeights.Transposed, Both, n, Both, Network.TagColumns);
    }

    private static void Softmax(float* scores, int count, int columns)
    {
        var max = scores[Best(scores, count)];
        var sum = 0f;
        for (var i = 0; i < count; i++) sum += scores[i] = MathF.Exp(scores[i] - max);
        for (var i = 0; i < count; i++) scores[i] /= sum;
        for (var i = count; i < columns; i++) scores[i] = 0;
    }

    /// <summary>Scores of the moves in the configuration; the hidden layer is kept for the backward pass.</summary>
    private float* ScoreMoves(int n, bool record)
    {
        Span<int> slots = stackalloc int[Signals.Slots];
        Span<int> rows = stackalloc int[Signals.Count];
        Signals.Read(_state, _words, slots, rows);
        var step = record ? _path.Count / (Signals.Slots + Signals.Count) : 0;
        if (record)
        {
            foreach (var slot in slots) _path.Add(slot);
            foreach (var row in rows) _path.Add(row);
        }

        var hidden = (record ? _hidden.Values : _hidden.Zeroed(Network.Hidden)) + (step * Network.Hidden);
        Gemm.AddTo(hidden, network.HiddenBias.Values, Network.Hidden);
        for (var k = 0; k < Signals.Slots; k++)
            if (slots[k] < n) Gemm.AddTo(hidden, _slots.Values + (((slots[k] * Signals.Slots) + k) * Network.Hidden), Network.Hidden);
        foreach (var row in rows)
            if (row != Signals.NoRow) Gemm.AddTo(hidden, network.SignalRows.Row(row), Network.Hidden);
        for (var j = 0; j < Network.Hidden; j++) hidden[j] = MathF.Max(hidden[j], 0);
        var scores = _scores.Zeroed(Network.MoveColumns);
        Gemm.AddTo(scores, network.MoveBias.Values, Network.MoveColumns);
        Gemm.Add(scores, Network.MoveColumns, hidden, Network.Hidden, 1, network.Moves.Values, Network.MoveColumns, 1, Network.MoveColumns, Network.Hidden);
        return scores;
    }

    private int BestMove(float* scores)
    {
        const int root = 1 + (int)Relation.Root;
        if (_state.Front == _state.Count && _state.Depth == 1) return root;
        var best = -1;
        for (var move = 0; move < ParserState.Moves; move++)
            if (IsLegal(move) && (best < 0 || scores[move] > scores[best])) best = move;
        return best;
    }

    private bool IsLegal(int move)
    {
        const int root = 1 + (int)Relation.Root;
        if (move == 0) return _state.CanShift;
        if (move is root or root + ParserState.Labels) return false;
        return move <= ParserState.Labels ? _state.CanLeft : _state.CanRight;
    }

    private void LearnMoves(DynamicOracle oracle, int n, float* dh2, bool explore)
    {
        _path.Clear();
        _hidden.Zeroed(2 * n * Network.Hidden);
        var gradients = _moveGradients.Zeroed(2 * n * Network.MoveColumns);
        _state.Start(n);
        var steps = 0;
        while (!_state.IsFinal)
        {
            if (!_state.CanShift && _state.Depth == 1)
            {
                _state.Apply(1 + (int)Relation.Root);
                continue;
            }

            var scores = ScoreMoves(n, record: true);
            var right = Probabilities(oracle, scores, gradients + (steps * Network.MoveColumns));
            var move = explore ? Draw(scores) : right;
            _state.Apply(move);
            steps++;
        }

        BackwardMoves(n, steps, gradients, dh2);
    }

    /// <summary>Turns scores into probabilities of legal moves; the gradient takes them from, and adds to, the moves of least cost.</summary>
    private int Probabilities(DynamicOracle oracle, float* scores, float* gradient)
    {
        for (var move = 0; move < ParserState.Moves; move++)
            if (!IsLegal(move)) scores[move] = -1e9f;
        Softmax(scores, ParserState.Moves, Network.MoveColumns);
        var (shift, left, right) = (oracle.ShiftCost(_state), oracle.LeftCost(_state), oracle.RightCost(_state));
        var least = Math.Min(shift, Math.Min(left, right));
        var mass = 0f;
        var best = -1;
        if (shift == least) Good(0, 1);
        if (left == least) GoodArc(1, _state.Front);
        if (right == least) GoodArc(1 + ParserState.Labels, _state.Stack(1));
        MoveLoss -= Math.Log(mass + 1e-10);
        for (var move = 0; move < ParserState.Moves; move++) gradient[move] = scores[move] - (gradient[move] / MathF.Max(mass, 1e-10f));
        return best;

        void GoodArc(int from, int head)
        {
            var word = _state.Stack(0);
            if (oracle.IsGold(head, word)) Good(from + oracle.Relation(word), 1);
            else Good(from, ParserState.Labels);
        }

        void Good(int from, int count)
        {
            for (var move = from; move < from + count; move++)
            {
                if (!IsLegal(move)) continue;
                mass += gradient[move] = scores[move];
                if (best < 0 || scores[move] > scores[best]) best = move;
            }
        }
    }

    private int Draw(float* probabilities)
    {
        var left = random.Below(1 << 24) / (float)(1 << 24);
        for (var move = 0; move < ParserState.Moves; move++)
            if (IsLegal(move) && (left -= probabilities[move]) < 0) return move;
        for (var move = 0; move < ParserState.Moves; move++)
            if (IsLegal(move)) return move;
        return 0;
    }

    private void BackwardMoves(int n, int steps, float* gradients, float* dh2)
    {
        const int columns = Network.MoveColumns, hidden = Network.Hidden, wide = Signals.Slots * Network.Hidden;
        for (var step = 0; step < steps; step++) Gemm.AddTo(network.MoveBias.Gradient, gradients + (step * columns), columns);
        Gemm.Add(network.Moves.Gradient, columns, _hidden.Values, 1, hidden, gradients, columns, hidden, columns, steps);
        var dHidden = _dHidden.Zeroed(steps * hidden);
        Gemm.Add(dHidden, hidden, gradients, columns, 1, network.Moves.Transposed, hidden, steps, hidden, columns);
        var dSlots = _dSlots.Zeroed(n * wide);
        for (var step = 0; step < steps; step++) Scatter(step, n, dHidden + (step * hidden), dSlots);
        Gemm.Add(network.Slots.Gradient, wide, _h2.Values, 1, Both, dSlots, wide, Both, wide, n);
        Gemm.Add(dh2, Both, dSlots, wide, 1, network.Slots.Transposed, Both, n, Both, wide);
    }

    private void Scatter(int step, int n, float* d, float* dSlots)
    {
        var active = _hidden.Values + (step * Network.Hidden);
        for (var j = 0; j < Network.Hidden; j++)
            if (active[j] <= 0) d[j] = 0;
        Gemm.AddTo(network.HiddenBias.Gradient, d, Network.Hidden);
        var at = step * (Signals.Slots + Signals.Count);
        for (var k = 0; k < Signals.Slots; k++)
            if (_path[at + k] < n) Gemm.AddTo(dSlots + (((_path[at + k] * Signals.Slots) + k) * Network.Hidden), d, Network.Hidden);
        for (var k = 0; k < Signals.Count; k++)
            if (_path[at + Signals.Slots + k] != Signals.NoRow) Gemm.AddTo(network.SignalRows.GradientRow(_path[at + Signals.Slots + k]), d, Network.Hidden);
    }

    private void Backward(int n, float* dh1, float* dh2)
    {
        Mask(dh2, _mask2.Values, n, Both);
        LayerBack(network.Second, _h1.Values, dh1, n, dh2);
        Mask(dh1, _mask1.Values, n, Both);
        var dx = _dx.Zeroed(n * Network.Width);
        LayerBack(network.First, _x.Values, dx, n, dh1);
        Mask(dx, _mask0.Values, n, Network.Width);
        for (var i = 0; i < n; i++)
            for (var kind = 0; kind < Embedding.Kinds; kind++)
                if (_rows[(i * Embedding.Kinds) + kind] > 0) Gemm.AddTo(network.Embeddings.GradientRow(_rows[(i * Embedding.Kinds) + kind]), dx + (i * Network.Width), Network.Width);
    }

    private static void LayerBack(LstmLayer[] layer, float* x, float* dx, int n, float* dOutput)
    {
        layer[0].Backward(x, dx, n, dOutput, Both);
        layer[1].Backward(x, dx, n, dOutput + Network.Units, Both);
    }
}
