using System.Collections.Immutable;
using System.Text.Json;

namespace Standoff.Games.Formats;

/// <summary>A number, or a list of tables, read from JSON, with its place in the file.</summary>
internal sealed record JsonTable(double? Number, ImmutableArray<JsonTable> Items, int Position)
{
    private const int Deepest = 60;

    /// <summary>The tables of the file's object by name; what is no table is skipped, as are names that are not asked for.</summary>
    public static Dictionary<string, JsonTable> ReadObject(ReadOnlySpan<byte> json, IReadOnlyCollection<string> wanted)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = Deepest });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new GambitSyntaxException(0, "A JSON object was expected.");
        var tables = new Dictionary<string, JsonTable>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (wanted.Contains(name))
                tables[name] = Read(ref reader);
            else
                reader.Skip();
        }

        return tables;
    }

    /// <summary>The items of a list of a given length.</summary>
    public ImmutableArray<JsonTable> List(int? length, string what)
    {
        if (Number is not null)
            throw new GambitSyntaxException(Position, $"{what} must be a list.");
        if (length is { } wanted && Items.Length < wanted)
            throw new GambitSyntaxException(Position, $"{what} has {Items.Length} entries; {wanted} are needed.");
        return Items;
    }

    /// <summary>The number.</summary>
    public double Value(string what) => Number is { } number && double.IsFinite(number) ? number : throw new GambitSyntaxException(Position, $"{what} must be a number.");

    private static JsonTable Read(ref Utf8JsonReader reader)
    {
        var position = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return new JsonTable(reader.GetDouble(), [], position);
            case JsonTokenType.Null:
                return new JsonTable(double.NaN, [], position);
            case JsonTokenType.StartArray:
                var items = ImmutableArray.CreateBuilder<JsonTable>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Read(ref reader));
                return new JsonTable(null, items.ToImmutable(), position);
            default:
                throw new GambitSyntaxException(position, "A number or a list was expected.");
        }
    }
}
