using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Standoff.Storage;

/// <summary><c>case.yaml</c>: which documents the case has under which aliases, and its runs in order.</summary>
internal sealed record CaseFile
{
    private const string Schema = "standoff-case/1";

    public ImmutableArray<CaseDocument> Documents { get; init; } = [];

    public ImmutableArray<string> Runs { get; init; } = [];

    public string Write()
    {
        var yaml = new StringBuilder().Append("schema: ").Append(Schema).Append("\ndocuments:\n");
        foreach (var d in Documents)
        {
            yaml.Append("  - alias: ").Append(d.Alias).Append("\n    id: ").Append(d.Id).Append("\n    ending: ").Append(d.Ending)
                .Append("\n    name: ").Append(Quote(d.Name)).Append('\n');
            if (d.Date is { } date) yaml.Append("    date: ").Append(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append('\n');
        }
        yaml.Append("runs:\n");
        foreach (var run in Runs) yaml.Append("  - ").Append(run).Append('\n');
        return yaml.ToString();
    }

    /// <summary>Reads what <see cref="Write"/> wrote; this program's own file needs no more of YAML than that, and starts the faster.</summary>
    public static CaseFile Read(string yaml, string path)
    {
        var documents = ImmutableArray.CreateBuilder<CaseDocument>();
        var runs = ImmutableArray.CreateBuilder<string>();
        var number = 0;
        foreach (var line in yaml.Split('\n'))
        {
            number++;
            var text = line.TrimEnd('\r').Trim();
            if (text.Length == 0 || text[0] == '#' || text is "documents:" or "runs:") continue;
            if (text.StartsWith("- ", StringComparison.Ordinal) && !text.Contains(": ", StringComparison.Ordinal)) runs.Add(text[2..]);
            else if (Field(text) is not var (key, value) || !Take(documents, key, value)) throw new CaseFileException(path, number, $"'{text}' is not understood");
        }
        return new CaseFile { Documents = documents.ToImmutable(), Runs = runs.ToImmutable() };
    }

    private static (string Key, string Value)? Field(string text)
    {
        if (text.StartsWith("- ", StringComparison.Ordinal)) text = text[2..];
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? null : (text[..colon], text[(colon + 2)..]);
    }

    private static bool Take(ImmutableArray<CaseDocument>.Builder documents, string key, string value)
    {
        if (key == "schema") return value == Schema;
        if (key == "alias") documents.Add(new CaseDocument(value, "", "", "", null));
        if (documents.Count == 0) return false;
        var last = documents[^1];
        CaseDocument? changed = key switch
        {
            "alias" => last,
            "id" => last with { Id = value },
            "ending" => last with { Ending = value },
            "name" => last with { Name = Unquote(value) },
            "date" when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => last with { Date = date },
            _ => null,
        };
        if (changed is null) return false;
        documents[^1] = changed;
        return true;
    }

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal).ReplaceLineEndings(" ")}'";

    private static string Unquote(string text) =>
        text is ['\'', .. var inner, '\''] ? inner.Replace("''", "'", StringComparison.Ordinal) : text;
}

/// <summary>A document's entry in <c>case.yaml</c>.</summary>
internal sealed record CaseDocument(string Alias, string Id, string Ending, string Name, DateOnly? Date);

/// <summary><c>case.yaml</c> cannot be understood.</summary>
public sealed class CaseFileException(string path, int line, string reason) : FormatException($"{path}:{line}: {reason}")
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>Line from 1.</summary>
    public int Line { get; } = line;

    /// <summary>What is wrong.</summary>
    public string Reason { get; } = reason;
}
