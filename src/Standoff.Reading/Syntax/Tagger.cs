namespace Standoff.Reading.Syntax;

/// <summary>Greedy left-to-right tagger: a linear model over words, affixes, shapes, word classes and the tags before.</summary>
internal static class Tagger
{
    /// <summary>Upper bound of the features of one word.</summary>
    public const int MostFeatures = 56;

    /// <summary>Writes the features of the word at a place; the tags before it must stand. Gives their number.</summary>
    public static int Features(Words w, int i, Span<ulong> features)
    {
        var none = w.None;
        var (p1, p2) = (i >= 1 ? i - 1 : none, i >= 2 ? i - 2 : none);
        var (n1, n2) = (i + 1 < w.Count ? i + 1 : none, i + 2 < w.Count ? i + 2 : none);
        var (t1, t2) = ((uint)w.Tag[p1], (uint)w.Tag[p2]);
        var (form, cls, first) = (w.Form[i], w.Class[i], i == 0 ? 1u : 0u);
        var sink = new FeatureSink(features);
        sink.Add(0);
        sink.Add(form);
        sink.Add(w.Exact[i], first);
        sink.Add(w.Suffix1[i]);
        sink.Add(w.Suffix2[i]);
        sink.Add(w.Suffix3[i]);
        sink.Add(w.Suffix4[i]);
        sink.Add(w.Prefix1[i], w.Suffix2[i]);
        sink.Add(w.Prefix2[i]);
        sink.Add(w.Prefix3[i]);
        sink.Add(w.Shape[i], first);
        sink.Add(w.Shape[i], w.Suffix3[i]);
        sink.Add(w.Shape[i], w.Shape[n1], w.Shape[p1]);
        sink.Add(cls);
        sink.Add(cls, w.Shape[i], first);
        sink.Add(w.Form[p1]);
        sink.Add(w.Form[n1]);
        sink.Add(w.Form[p2]);
        sink.Add(w.Form[n2]);
        sink.Add(w.Form[p1], form);
        sink.Add(form, w.Form[n1]);
        sink.Add(w.Form[p1], w.Form[n1]);
        sink.Add(w.Suffix3[p1]);
        sink.Add(w.Suffix3[n1]);
        sink.Add(w.Shape[p1], w.Shape[i]);
        sink.Add(w.Shape[n1], w.Shape[i]);
        sink.Add(w.Class[p1]);
        sink.Add(w.Class[n1]);
        sink.Add(w.Class[n2]);
        sink.Add(cls, w.Class[n1]);
        sink.Add(cls, w.Class[n1], w.Class[n2]);
        sink.Add(cls, w.Class[n1], t1);
        sink.Add(cls, w.Suffix2[n1], t1);
        sink.Add(w.Suffix3[i], w.Class[n1], t1);
        sink.Add(form, w.Class[n1]);
        sink.Add(form, w.Class[n1], t1);
        sink.Add(t1);
        sink.Add(t1, t2);
        sink.Add(t1, form);
        sink.Add(t1, cls);
        sink.Add(t1, t2, cls);
        sink.Add(t1, t2, form);
        sink.Add(t1, w.Suffix3[i]);
        sink.Add(t1, w.Shape[i]);
        sink.Add(t1, w.Form[p1], cls);
        sink.Add(t1, w.Form[n1]);
        return sink.Count;
    }

    /// <summary>Tags every word of a sentence.</summary>
    public static void Tag(Words words, SyntaxModel model)
    {
        Span<ulong> features = stackalloc ulong[MostFeatures];
        Span<int> scores = stackalloc int[256];
        for (var i = 0; i < words.Count; i++)
        {
            scores.Clear();
            model.Tagger.Score(features[..Features(words, i, features)], scores);
            words.SetTag(i, Best(scores[..model.Tags.Count]), model.Tags);
        }
    }

    public static int Best(ReadOnlySpan<int> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best]) best = i;
        return best;
    }
}
