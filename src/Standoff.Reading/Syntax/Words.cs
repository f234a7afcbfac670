namespace Standoff.Reading.Syntax;

/// <summary>
/// The words of one sentence as numbers, struct-of-arrays, reused from sentence to sentence. Two places follow the
/// words: the artificial root and "no word".
/// </summary>
internal sealed class Words
{
    private const int LongestNormalized = 40;
    private int _capacity;

    public int Count { get; private set; }

    /// <summary>Place of the artificial root.</summary>
    public int Root => Count;

    /// <summary>Place that stands for the absence of a word.</summary>
    public int None => Count + 1;

    /// <summary>Hash of the form in lower case with figures as 0 and quotation marks straight.</summary>
    public uint[] Form { get; private set; } = [];

    public uint[] Suffix1 { get; private set; } = [];

    public uint[] Suffix2 { get; private set; } = [];

    public uint[] Suffix3 { get; private set; } = [];

    public uint[] Suffix4 { get; private set; } = [];

    public uint[] Prefix2 { get; private set; } = [];

    public uint[] Prefix3 { get; private set; } = [];

    public uint[] Shape { get; private set; } = [];

    /// <summary>Joint tag; the tagger sets it.</summary>
    public int[] Tag { get; private set; } = [];

    /// <summary>1 inside quotation marks, else 0.</summary>
    public byte[] Quoted { get; private set; } = [];

    /// <summary>How many commas, quotation marks, colons and brackets stand before each place, a byte each.</summary>
    public uint[] Signs { get; private set; } = [];

    /// <summary>Takes a sentence in: a form at a time through <c>Set</c>, then <see cref="Finish"/>.</summary>
    public void Start(int count)
    {
        Count = count;
        if (count + 2 <= _capacity) return;
        _capacity = (count + 2) * 2;
        Form = new uint[_capacity];
        Suffix1 = new uint[_capacity];
        Suffix2 = new uint[_capacity];
        Suffix3 = new uint[_capacity];
        Suffix4 = new uint[_capacity];
        Prefix2 = new uint[_capacity];
        Prefix3 = new uint[_capacity];
        Shape = new uint[_capacity];
        Tag = new int[_capacity];
        Quoted = new byte[_capacity];
        Signs = new uint[_capacity];
    }

    public void Set(int i, ReadOnlySpan<char> form)
    {
        Span<char> buffer = stackalloc char[LongestNormalized];
        var lower = Normalize(form, buffer);
        Form[i] = FeatureHash.Of(lower);
        Suffix1[i] = FeatureHash.Of(lower[^1..]);
        Suffix2[i] = FeatureHash.Of(lower[Math.Max(0, lower.Length - 2)..]);
        Suffix3[i] = FeatureHash.Of(lower[Math.Max(0, lower.Length - 3)..]);
        Suffix4[i] = FeatureHash.Of(lower[Math.Max(0, lower.Length - 4)..]);
        Prefix2[i] = FeatureHash.Of(lower[..Math.Min(2, lower.Length)]);
        Prefix3[i] = FeatureHash.Of(lower[..Math.Min(3, lower.Length)]);
        Shape[i] = ShapeOf(form);
        SetSign(i, lower);
    }

    public void Finish()
    {
        var (running, quoted) = (0u, (byte)0);
        for (var i = 0; i < Count; i++)
        {
            var sign = Signs[i];
            if (sign == 0x100) quoted ^= 1;
            Quoted[i] = sign == 0x100 ? (byte)2 : quoted;
            Signs[i] = running;
            running = unchecked(running + sign);
        }

        // Root and "no word" stand outside quotation, after all signs.
        for (var i = Root; i <= None; i++) (Quoted[i], Signs[i]) = (0, running);
    }

    public void SetTag(int i, int tag) => Tag[i] = tag;

    private void SetSign(int i, ReadOnlySpan<char> lower)
    {
        Signs[i] = 0;
        if (lower.Length > 2) return;
        Signs[i] = lower[0] switch
        {
            ',' => 1,
            '"' => 0x100,
            ':' or ';' or '-' or '\u2013' or '\u2014' => 0x10000,
            '(' or ')' or '[' or ']' => 0x1000000,
            _ => 0,
        };
        if (lower is "''" or "``") Signs[i] = 0x100;
    }

    private static ReadOnlySpan<char> Normalize(ReadOnlySpan<char> form, Span<char> buffer)
    {
        if (form.Length > LongestNormalized) form = form[^LongestNormalized..];
        for (var i = 0; i < form.Length; i++)
        {
            var c = form[i];
            buffer[i] = c < 128
                ? char.IsAsciiDigit(c) ? '0' : c == '`' && form.Length == 1 ? '\'' : char.ToLowerInvariant(c)
                : c switch
                {
                    '\u2019' or '\u2018' => '\'',
                    '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' => '"',
                    '\u2010' or '\u2011' => '-',
                    _ => char.ToLowerInvariant(c),
                };
        }

        return buffer[..form.Length];
    }

    /// <summary>Runs of capitals, small letters, figures and other signs, each run once and a second time if longer.</summary>
    private static uint ShapeOf(ReadOnlySpan<char> form)
    {
        var (h, last, run) = (17u, 0u, 0);
        foreach (var c in form)
        {
            var kind = char.IsUpper(c) ? 1u : char.IsLetter(c) ? 2u : char.IsDigit(c) ? 3u : (uint)c + 4;
            run = kind == last ? run + 1 : 1;
            if (run <= 2) h = FeatureHash.Join(h, kind);
            last = kind;
        }

        return h;
    }
}
