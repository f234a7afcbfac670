namespace Standoff.Reading.Syntax;

/// <summary>
/// What the parser sees of a configuration besides the vectors of its words: a fixed number of signals, each the row
/// of a table — relations of outer dependents, distance, signs in between, quotation.
/// </summary>
internal static class Signals
{
    /// <summary>Words of a configuration whose vectors are read: three of the stack, two of the buffer, one dependent.</summary>
    public const int Slots = 6;

    /// <summary>Signals of a configuration, those of absent words included.</summary>
    public const int Count = 13 + Slots;

    private const int Relations = ParserState.Labels + 1;
    private const int Distances = 8;
    private const int SignSets = 36;
    private const int Valencies = 32;
    private const int Quotes = 27;
    private const int DistancesAt = 5 * Relations;
    private const int SignsAt = DistancesAt + (2 * Distances);
    private const int ValenciesAt = SignsAt + (2 * SignSets);
    private const int QuotesAt = ValenciesAt + (3 * Valencies);
    private const int AbsentAt = QuotesAt + Quotes;

    /// <summary>The row of zeros for slots that hold a word.</summary>
    public const int NoRow = AbsentAt + (2 * Slots);

    /// <summary>Rows of the table of signals.</summary>
    public const int Rows = NoRow + 1;

    /// <summary>Finds the words of a configuration and the rows of its signals.</summary>
    public static void Read(ParserState s, Words w, Span<int> slots, Span<int> rows)
    {
        var (s0, s1, b0) = (s.Stack(0), s.Stack(1), s.Buffer(0));
        (slots[0], slots[1], slots[2]) = (s.Stack(2), s1, s0);
        (slots[3], slots[4], slots[5]) = (b0, s.Buffer(1), s.Right1[s1]);
        rows[0] = RelationOf(s, s.Left1[s0]);
        rows[1] = Relations + RelationOf(s, s.Right1[s0]);
        rows[2] = (2 * Relations) + RelationOf(s, s.Left1[s1]);
        rows[3] = (3 * Relations) + RelationOf(s, s.Right1[s1]);
        rows[4] = (4 * Relations) + RelationOf(s, s.Left1[b0]);
        rows[5] = DistancesAt + Distance(s0, b0);
        rows[6] = DistancesAt + Distances + Distance(s1, s0);
        rows[7] = SignsAt + Signs(w, s0, b0);
        rows[8] = SignsAt + SignSets + Signs(w, s1, s0);
        rows[9] = ValenciesAt + Valency(s, s0);
        rows[10] = ValenciesAt + Valencies + Valency(s, s1);
        rows[11] = ValenciesAt + (2 * Valencies) + Valency(s, b0);
        rows[12] = QuotesAt + (w.Quoted[s1] * 9) + (w.Quoted[s0] * 3) + w.Quoted[b0];
        for (var slot = 0; slot < Slots; slot++)
            rows[13 + slot] = slots[slot] < s.Count ? NoRow : AbsentAt + (2 * slot) + (slots[slot] - s.Count);
    }

    private static int RelationOf(ParserState s, int word) => word < s.Count ? s.Relations[word] : ParserState.Labels;

    private static int Distance(int a, int b)
    {
        var d = b - a;
        return d <= 0 ? 0 : d <= 4 ? d : d <= 6 ? 5 : d <= 10 ? 6 : 7;
    }

    private static int Valency(ParserState s, int i) => (Math.Min((int)s.LeftValency[i], 3) * 8) + s.RightValency[i];

    /// <summary>Which signs stand between two words: commas, quotation marks, colons or dashes, brackets.</summary>
    private static int Signs(Words w, int a, int b)
    {
        if (a > w.Count || b > w.Count || b <= a + 1) return 0;
        var d = unchecked(w.Signs[b] - w.Signs[a + 1]);
        return (int)(Math.Min(d & 0xFF, 2u) + (3 * Math.Min((d >> 8) & 0xFF, 2u)) + (9 * Math.Min((d >> 16) & 0xFF, 1u)) + (18 * Math.Min((d >> 24) & 0xFF, 1u)));
    }
}
