namespace Standoff.Reading.Syntax;

/// <summary>
/// Transition parser over <see cref="ParserState"/>: a linear model over the words on stack and buffer and their arcs
/// (after Zhang and Nivre 2011), with the state of quotation and verbs of saying for reported speech.
/// </summary>
internal static class Parser
{
    /// <summary>Upper bound of the features of one configuration.</summary>
    public const int MostFeatures = 128;

    /// <summary>Writes the features of a configuration; gives their number.</summary>
    public static int Features(ParserState state, Words w, Span<ulong> features)
    {
        var sink = new FeatureSink(features);
        var places = new Places(state, w);
        places.AddWords(ref sink);
        places.AddPairs(ref sink);
        places.AddTriples(ref sink);
        places.AddChildren(ref sink);
        places.AddValency(ref sink);
        places.AddReporting(ref sink);
        return sink.Count;
    }

    /// <summary>Parses a tagged sentence; heads and relations stand in the state.</summary>
    public static void Parse(ParserState state, Words words, SyntaxModel model)
    {
        Span<ulong> features = stackalloc ulong[MostFeatures];
        Span<int> scores = stackalloc int[ParserState.Moves];
        state.Start(words.Count);
        while (!state.IsFinal)
        {
            scores.Clear();
            if (state.Front < state.Count || state.Depth > 1)
                model.Parser.Score(features[..Features(state, words, features)], scores);
            state.Apply(state.Best(scores));
        }
    }

    private readonly ref struct Places
    {
        private readonly ParserState _state;
        private readonly Words _w;
        private readonly int _s0;
        private readonly int _s1;
        private readonly int _s2;
        private readonly int _b0;
        private readonly int _b1;
        private readonly int _b2;

        public Places(ParserState state, Words w)
        {
            (_state, _w) = (state, w);
            (_s0, _s1, _s2) = (state.Stack(0), state.Stack(1), state.Stack(2));
            (_b0, _b1, _b2) = (state.Buffer(0), state.Buffer(1), state.Buffer(2));
        }

        private uint T(int i) => (uint)_w.Tag[i];

        private uint F(int i) => _w.Form[i];

        private uint U(int i) => _w.Universal[i];

        private uint L(int i) => _state.Relations[i];

        public void AddWords(ref FeatureSink sink)
        {
            One(ref sink, _s0);
            One(ref sink, _s1);
            One(ref sink, _b0);
            One(ref sink, _b1);
            sink.Add(F(_s2), T(_s2));
            sink.Add(T(_s2));
            sink.Add(F(_b2), T(_b2));
            sink.Add(T(_b2));
            sink.Add(_w.Suffix3[_s0], T(_s0));
            sink.Add(_w.Suffix3[_b0], T(_b0));
            sink.Add(_w.Class[_s0], T(_s0));
            sink.Add(_w.Class[_b0], T(_b0));
        }

        private void One(ref FeatureSink sink, int i)
        {
            sink.Add(F(i));
            sink.Add(T(i));
            sink.Add(F(i), T(i));
        }

        public void AddPairs(ref FeatureSink sink)
        {
            Pair(ref sink, _s0, _b0);
            Pair(ref sink, _s1, _s0);
            sink.Add(F(_s1), F(_b0));
            sink.Add(T(_s1), T(_b0));
            sink.Add(T(_b0), T(_b1));
            sink.Add(F(_b0), T(_b1));
            sink.Add(F(_s0), T(_b1));
            sink.Add(F(_b0), F(_b1));
        }

        private void Pair(ref FeatureSink sink, int a, int b)
        {
            sink.Add(F(a), F(b));
            sink.Add(F(a), T(a), F(b), T(b));
            sink.Add(F(a), T(a), T(b));
            sink.Add(T(a), F(b), T(b));
            sink.Add(F(a), T(b));
            sink.Add(T(a), F(b));
            sink.Add(T(a), T(b));
            sink.Add(F(a), U(b));
            sink.Add(U(a), F(b));
            sink.Add(U(a), U(b), Distance(a, b), Signs(a, b));
        }

        public void AddTriples(ref FeatureSink sink)
        {
            sink.Add(T(_b0), T(_b1), T(_b2));
            sink.Add(T(_s0), T(_b0), T(_b1));
            sink.Add(T(_s1), T(_s0), T(_b0));
            sink.Add(T(_s2), T(_s1), T(_s0));
            sink.Add(T(_s1), T(_s0), T(_b0), T(_b1));
            sink.Add(U(_s1), U(_s0), U(_b0), U(_b1));
            sink.Add(U(_s2), U(_s1), U(_s0), U(_b0));
            sink.Add(U(_s0), U(_b0), U(_b1), U(_b2));
            sink.Add(F(_s1), T(_s0), T(_b0));
            sink.Add(T(_s1), F(_s0), T(_b0));
            sink.Add(T(_s1), T(_s0), F(_b0));
            sink.Add(F(_s1), F(_s0), T(_b0));
            sink.Add(T(_s1), F(_s0), F(_b0));
            sink.Add(F(_s1), T(_s0), F(_b0));
        }

        public void AddChildren(ref FeatureSink sink)
        {
            var s = _state;
            Child(ref sink, s.Left1[_s0], _s0);
            Child(ref sink, s.Right1[_s0], _s0);
            Child(ref sink, s.Left1[_s1], _s1);
            Child(ref sink, s.Right1[_s1], _s1);
            Child(ref sink, s.Left1[_b0], _b0);
            sink.Add(T(_s0), T(s.Left1[_s0]), T(s.Left2[_s0]));
            sink.Add(T(_s0), T(s.Right1[_s0]), T(s.Right2[_s0]));
            sink.Add(T(_s1), T(s.Right1[_s1]), T(s.Right2[_s1]));
            sink.Add(T(_b0), T(s.Left1[_b0]), T(s.Left2[_b0]));
            sink.Add(T(_s0), T(_b0), T(s.Left1[_s0]), L(s.Left1[_s0]));
            sink.Add(T(_s0), T(_b0), T(s.Right1[_s0]), L(s.Right1[_s0]));
            sink.Add(T(_s0), T(_b0), T(s.Left1[_b0]), L(s.Left1[_b0]));
            sink.Add(T(_s1), T(_s0), T(s.Left1[_s1]), L(s.Left1[_s1]));
            sink.Add(T(_s1), T(_s0), T(s.Right1[_s1]), L(s.Right1[_s1]));
            sink.Add(T(_s1), T(_s0), T(s.Left1[_s0]), L(s.Left1[_s0]));
            sink.Add(T(_s1), T(_s0), T(s.Right1[_s0]), L(s.Right1[_s0]));
            sink.Add(F(_s0), F(s.Left1[_s0]), T(_b0));
            sink.Add(F(_s1), F(_s0), F(s.Left1[_s0]));
            sink.Add(F(_s1), T(_s0), F(s.Left1[_s0]));
            sink.Add(T(_s1), T(_s0), F(s.Left1[_s0]), T(_b0));
        }

        private void Child(ref FeatureSink sink, int child, int head)
        {
            sink.Add(F(child), L(child), T(head));
            sink.Add(T(child), L(child), T(head));
            sink.Add(L(child), F(head));
        }

        public void AddValency(ref FeatureSink sink)
        {
            var s = _state;
            Valency(ref sink, _s0, s.LeftValency[_s0], s.LeftSet[_s0]);
            Valency(ref sink, _s0, s.RightValency[_s0], s.RightSet[_s0]);
            Valency(ref sink, _s1, s.RightValency[_s1], s.RightSet[_s1]);
            Valency(ref sink, _s1, s.LeftValency[_s1], s.LeftSet[_s1]);
            Valency(ref sink, _b0, s.LeftValency[_b0], s.LeftSet[_b0]);
            sink.Add(T(_s0), Set(s.LeftSet[_s0]), T(_b0));
            sink.Add(T(_s0), Set(s.RightSet[_s0]), T(_b0));
            sink.Add(T(_s1), Set(s.RightSet[_s1]), T(_s0), Set(s.LeftSet[_s0]));
            sink.Add(F(_s0), Distance(_s0, _b0));
            sink.Add(F(_b0), Distance(_s0, _b0));
            sink.Add(T(_s0), Distance(_s0, _b0), T(_b0));
            sink.Add(T(_s1), Distance(_s1, _s0), T(_s0));
        }

        private void Valency(ref FeatureSink sink, int i, uint count, ulong set)
        {
            sink.Add(F(i), count);
            sink.Add(T(i), count);
            sink.Add(F(i), Set(set));
            sink.Add(T(i), Set(set));
        }

        /// <summary>Reported speech: quotation, verbs of saying, commas and quotation marks in between.</summary>
        public void AddReporting(ref FeatureSink sink)
        {
            var quotes = (uint)((_w.Quoted[_s1] * 9) + (_w.Quoted[_s0] * 3) + _w.Quoted[_b0]);
            var says = (uint)((_w.Says[_s1] * 4) + (_w.Says[_s0] * 2) + _w.Says[_b0]);
            sink.Add(quotes, says, T(_s0), T(_b0));
            sink.Add(quotes, says, T(_s1), T(_s0));
            sink.Add(says, Set(_state.LeftSet[_s0]), Signs(_s0, _b0), T(_b0));
            sink.Add(says, Set(_state.RightSet[_s1]), Signs(_s1, _s0), T(_s0));
            sink.Add(says, Set(_state.LeftSet[_b0]), Signs(_s0, _b0), T(_s0));
            sink.Add(T(_s0), T(_b0), Signs(_s0, _b0));
            sink.Add(T(_s1), T(_s0), Signs(_s1, _s0));
        }

        private static uint Set(ulong set) => (uint)set ^ ((uint)(set >> 32) * 0x9E3779B1u);

        private static uint Distance(int a, int b)
        {
            var d = b - a;
            return d <= 0 ? 0u : d <= 4 ? (uint)d : d <= 6 ? 5u : d <= 10 ? 6u : 7u;
        }

        /// <summary>Which signs stand between two words: commas (none, one, more), quotation marks, colons or dashes, brackets.</summary>
        private uint Signs(int a, int b)
        {
            if (a > _state.Count || b > _state.Count || b <= a + 1) return 0;
            var d = unchecked(_w.Signs[b] - _w.Signs[a + 1]);
            return Math.Min(d & 0xFF, 2u) + (3 * Math.Min((d >> 8) & 0xFF, 2u)) + (9 * Math.Min((d >> 16) & 0xFF, 1u)) + (18 * Math.Min((d >> 24) & 0xFF, 1u));
        }
    }
}
