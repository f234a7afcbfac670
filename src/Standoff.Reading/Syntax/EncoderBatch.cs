namespace Standoff.Reading.Syntax;

/// <summary>Sentences that go through the network side by side, the longest first. Their words stand one after another.</summary>
internal sealed class EncoderBatch
{
    /// <summary>Most sentences of a batch.</summary>
    public const int Lanes = 16;

    private readonly Words[] _sentences = [.. Enumerable.Range(0, Lanes).Select(_ => new Words())];
    private readonly int[] _starts = new int[Lanes + 1];

    /// <summary>Number of sentences.</summary>
    public int Count { get; private set; }

    /// <summary>Number of words of all sentences.</summary>
    public int Words => _starts[Count];

    /// <summary>Length of the longest sentence.</summary>
    public int Longest => Count == 0 ? 0 : _sentences[0].Count;

    public Words this[int lane] => _sentences[lane];

    /// <summary>Where the words of a sentence begin.</summary>
    public int Start(int lane) => _starts[lane];

    public void Clear() => Count = 0;

    /// <summary>Room for one more sentence, no longer than the last.</summary>
    public Words Add(int words)
    {
        var sentence = _sentences[Count];
        sentence.Start(words);
        _starts[Count + 1] = _starts[Count] + words;
        Count++;
        return sentence;
    }

    /// <summary>How many sentences have a word at a place.</summary>
    public int LongerThan(int place)
    {
        var count = Count;
        while (count > 0 && _sentences[count - 1].Count <= place) count--;
        return count;
    }

    /// <summary>The word that a step of a direction reads.</summary>
    public int Place(int lane, int step, bool backwards) => _starts[lane] + (backwards ? _sentences[lane].Count - 1 - step : step);
}
