using System.Text.Json;

namespace Standoff.Games.Formats;

/// <summary>A number, or a list of tables, read from JSON, with its place in the file.</summary>
/// <remarks>A value and no object: a file has millions of them.</remarks>
internal readonly struct JsonTable
{
    private const int Deepest = 60;
    private readonly double number;
    private readonly JsonTable[]? items;

    private JsonTable(double number, JsonTable[]? items, int position) => (this.number, this.items, Position) = (number, items, position);

    /// <summary>Where it starts, in bytes.</summary>
    public int Position { get; }

    /// <summary>The tables of the file's object by name; what is no table is skipped, as are names that are not asked for.</summary>
    public static Dictionary<string, JsonTable> ReadObject(ReadOnlySpan<byte> json, IReadOnlyCollection<string> wanted)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = Deepest });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new GambitSyntaxException(0, "A JSON object was expected.");
        var tables = new Dictionary<string, JsonTable>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, position) = (reader.GetString()!, (int)reader.TokenStartIndex);
            reader.Read();
            if (!wanted.Contains(name))
                reader.Skip();
            else if (!tables.TryAdd(name, Read(ref reader)))
                throw new GambitSyntaxException(position, $"The object has \"{name}\" twice.");
        }

        // Whatever follows the object is not read over.
        reader.Read();
        return tables;
    }

    /// <summary>The items of a list of a given length.</summary>
    public JsonTable[] List(int? length, string what)
    {
        if (items is null)
            throw new GambitSyntaxException(Position, $"{what} must be a list.");
        if (length is { } wanted && items.Length < wanted)
            throw new GambitSyntaxException(Position, $"{what} has {items.Length} entries; {wanted} are needed.");
        return items;
    }

    /// <summary>The number.</summary>
    public double Value(string what) => items is null && double.IsFinite(number) ? number : throw new GambitSyntaxException(Position, $"{what} must be a number.");

    private static JsonTable Read(ref Utf8JsonReader reader)
    {
        var position = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return new JsonTable(reader.GetDouble(), null, position);
            case JsonTokenType.Null:
                return new JsonTable(double.NaN, null, position);
            case JsonTokenType.StartArray:
                var read = new List<JsonTable>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    read.Add(Read(ref reader));
                return new JsonTable(double.NaN, [.. read], position);
            default:
                throw new GambitSyntaxException(position, "A number or a list was expected.");
        }
    }
}
