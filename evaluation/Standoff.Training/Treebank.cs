using System.Globalization;
using Standoff.Reading.Syntax;

namespace Standoff.Training;

/// <summary>A sentence of a treebank in CoNLL-U: words, tags, lemmas, heads (the root's is the number of words).</summary>
internal sealed record GoldSentence(
    string Text, string[] Forms, string[] Lemmas, string[] Tags, int[] Heads, Relation[] Relations, bool[] SpaceAfter, int[] TokenOf, bool StartsParagraph)
{
    public int Count => Forms.Length;
}

/// <summary>Reads CoNLL-U files.</summary>
internal static class Treebank
{
    public static List<GoldSentence> Read(string path)
    {
        var sentences = new List<GoldSentence>();
        var block = new List<string>();
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length > 0)
            {
                block.Add(line);
                continue;
            }

            if (block.Count > 0) sentences.Add(Parse(block));
            block.Clear();
        }

        if (block.Count > 0) sentences.Add(Parse(block));
        return sentences;
    }

    private static GoldSentence Parse(List<string> block)
    {
        var text = block.FirstOrDefault(l => l.StartsWith("# text = ", StringComparison.Ordinal))?[9..] ?? "";
        var paragraph = block.Any(l => l.StartsWith("# newpar", StringComparison.Ordinal) || l.StartsWith("# newdoc", StringComparison.Ordinal));
        var rows = block.Where(l => l[0] != '#').Select(l => l.Split('\t')).ToList();
        var words = rows.Where(c => c[0].All(char.IsAsciiDigit)).ToArray();
        var (space, token) = Surface(rows, words.Length);
        return new GoldSentence(
            text,
            Array.ConvertAll(words, c => c[1]),
            Array.ConvertAll(words, c => c[2]),
            Array.ConvertAll(words, c => Universal(c[3]) + " " + (c[4] == "_" ? c[3] : c[4])),
            Array.ConvertAll(words, c => c[6] == "0" ? words.Length : int.Parse(c[6], CultureInfo.InvariantCulture) - 1),
            Array.ConvertAll(words, c => RelationOf(c[7])),
            space,
            token,
            paragraph);
    }

    private static string Universal(string tag) => tag == "_" ? "X" : tag;

    /// <summary>Space after each word, and the first word of the written token that it belongs to.</summary>
    private static (bool[] Space, int[] Token) Surface(List<string[]> rows, int count)
    {
        var (space, token) = (new bool[count], Enumerable.Range(0, count).ToArray());
        foreach (var columns in rows)
        {
            var spaced = !columns[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
            if (columns[0].Contains('.')) continue;
            if (!columns[0].Contains('-'))
            {
                space[int.Parse(columns[0], CultureInfo.InvariantCulture) - 1] = spaced;
                continue;
            }

            var range = columns[0].Split('-').Select(p => int.Parse(p, CultureInfo.InvariantCulture) - 1).ToArray();
            for (var i = range[0]; i <= range[1]; i++) token[i] = range[0];
        }

        return (space, token);
    }

    /// <summary>The relation with its subtype where the product knows it, else without.</summary>
    public static Relation RelationOf(string name)
    {
        if (Enum.TryParse<Relation>(name.Replace(":", "", StringComparison.Ordinal), ignoreCase: true, out var relation)) return relation;
        return Enum.TryParse(name.Split(':')[0], ignoreCase: true, out relation) ? relation : Relation.Dep;
    }

    /// <summary>The universal relation of a subtype: what labelled scores compare.</summary>
    public static string UniversalOf(Relation relation)
    {
        var name = relation.ToString();
        var end = 1;
        while (end < name.Length && !char.IsUpper(name[end])) end++;
        return name[..end];
    }
}
