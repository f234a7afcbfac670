namespace Standoff.Training;

/// <summary>Quantises averaged weights to signed bytes, prunes them to a size and lays them out for <c>WeightTable</c>.</summary>
internal static class WeightWriter
{
    /// <summary>A table of at most about <paramref name="bytes"/> bytes: rows with the greatest weights stay.</summary>
    public static byte[] Table(TrainingWeights weights, int bytes, string name, int least = 2)
    {
        var all = weights.Averages().ToList();
        var scale = ScaleOf(all);
        var rows = all.Select(r => (r.Feature, Row: Quantize(r.Row, scale, least)))
            .Where(r => r.Row.Length > 0)
            .OrderByDescending(r => r.Row.Max(p => Math.Abs((int)p.Weight))).ThenByDescending(r => r.Row.Sum(p => Math.Abs((int)p.Weight))).ThenBy(r => r.Feature)
            .ToList();
        var kept = Fit(rows, bytes);
        Console.WriteLine($"{name}: {all.Count:N0} features, {rows.Count:N0} after quantisation (scale {scale:F2}), {kept:N0} kept");
        return Layout(rows.Take(kept).ToList());
    }

    /// <summary>Scale by which the 99.95th percentile of the weights becomes 127; greater ones are clipped.</summary>
    private static double ScaleOf(List<(ulong Feature, (byte Class, double Weight)[] Row)> all)
    {
        var sizes = all.SelectMany(r => r.Row).Select(c => Math.Abs(c.Weight)).ToArray();
        Array.Sort(sizes);
        return 127 / sizes[(int)(sizes.Length * 0.9995)];
    }

    private static (byte Class, sbyte Weight)[] Quantize((byte Class, double Weight)[] row, double scale, int least) =>
        row.Select(c => (c.Class, Weight: (sbyte)Math.Clamp(Math.Round(c.Weight * scale), -127, 127))).Where(c => Math.Abs((int)c.Weight) >= least).ToArray();

    private static int Fit(List<(ulong Feature, (byte Class, sbyte Weight)[] Row)> rows, int bytes)
    {
        var best = 0;
        var size = 0L;
        for (var i = 0; i < rows.Count; i++)
        {
            size += 1 + (2 * rows[i].Row.Length);
            if (size + (6L << LogSlots(i + 1)) + 16 > bytes) break;
            best = i + 1;
        }

        return best;
    }

    private static int LogSlots(int rows)
    {
        var log = 4;
        while (0.85 * (1L << log) < rows) log++;
        return log;
    }

    public static byte[] Layout(List<(ulong Feature, (byte Class, sbyte Weight)[] Row)> rows)
    {
        var log = LogSlots(rows.Count);
        var slots = 1 << log;
        var (offsets, checks, data) = (new uint[slots], new ushort[slots], new List<byte> { 0 });
        foreach (var (feature, row) in rows)
        {
            var slot = (int)((uint)feature & (slots - 1));
            while (offsets[slot] != 0) slot = (slot + 1) & (slots - 1);
            (offsets[slot], checks[slot]) = ((uint)data.Count, (ushort)(feature >> 48));
            data.Add((byte)row.Length);
            foreach (var (@class, weight) in row)
            {
                data.Add(@class);
                data.Add((byte)weight);
            }
        }

        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(log);
        writer.Write(0);
        foreach (var offset in offsets) writer.Write(offset);
        foreach (var check in checks) writer.Write(check);
        writer.Write(data.ToArray());
        while (stream.Length % 8 != 0) writer.Write((byte)0);
        writer.Flush();
        return stream.ToArray();
    }

    public static byte[] File(string[] tags, byte[] classes, byte[] tagger, byte[] parser)
    {
        var names = System.Text.Encoding.UTF8.GetBytes(string.Join('\n', tags));
        var padding = (8 - ((24 + names.Length) % 8)) % 8;
        var first = 24 + names.Length + padding;
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Standoff.Reading.Syntax.SyntaxModel.Magic);
        foreach (var number in (int[])[24, names.Length, first, first + classes.Length, first + classes.Length + tagger.Length]) writer.Write(number);
        writer.Write(names);
        writer.Write(new byte[padding]);
        writer.Write(classes);
        writer.Write(tagger);
        writer.Write(parser);
        writer.Flush();
        return stream.ToArray();
    }
}
