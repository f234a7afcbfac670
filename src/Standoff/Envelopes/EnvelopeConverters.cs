using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.Envelopes;

/// <summary><c>[start, end]</c>.</summary>
internal sealed class SpanConverter : JsonConverter<TextSpan>
{
    public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("A span is [start, end]");
        reader.Read();
        var start = reader.GetInt32();
        reader.Read();
        var end = reader.GetInt32();
        reader.Read();
        if (reader.TokenType != JsonTokenType.EndArray || start < 0 || end < start) throw new JsonException("A span is [start, end] with 0 ≤ start ≤ end");
        return new TextSpan(start, end);
    }

    public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Start);
        writer.WriteNumberValue(value.End);
        writer.WriteEndArray();
    }
}

internal sealed class DocumentIdConverter : JsonConverter<DocumentId>
{
    public override DocumentId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, DocumentId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

internal sealed class ClaimIdConverter : JsonConverter<ClaimId>
{
    public override ClaimId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, ClaimId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

internal sealed class ProbabilityConverter : JsonConverter<Probability>
{
    public override Probability Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var value = reader.GetDouble();
        return value is >= 0 and <= 1 ? new Probability(value) : throw new JsonException("A probability lies between 0 and 1");
    }

    public override void Write(Utf8JsonWriter writer, Probability value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}

/// <summary>An Admiralty grade, such as <c>"B2"</c>.</summary>
internal sealed class GradeConverter : JsonConverter<AdmiraltyGrade>
{
    public override AdmiraltyGrade Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is [>= 'A' and <= 'F' and var reliability, >= '1' and <= '6' and var credibility]
            ? new AdmiraltyGrade(reliability, credibility - '0')
            : throw new JsonException("An Admiralty grade is a letter A–F and a digit 1–6");

    public override void Write(Utf8JsonWriter writer, AdmiraltyGrade value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>FactBank's codes, such as <c>"CT+"</c>.</summary>
internal sealed class FactualityConverter : JsonConverter<Factuality>
{
    public override Factuality Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ClaimTerms.FactualityOf(reader.GetString()) ?? throw new JsonException("A factuality is one of UU, CT+, PR+, PS+, CT-, PR-, PS-");

    public override void Write(Utf8JsonWriter writer, Factuality value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code());
}

/// <summary>A list of words; a list that was never set is written as an empty one.</summary>
internal sealed class WordsConverter : JsonConverter<ImmutableArray<string>>
{
    public override ImmutableArray<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("A list of strings is expected");
        var words = ImmutableArray.CreateBuilder<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            words.Add(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("A string is expected"));
        return words.ToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        if (!value.IsDefault)
            foreach (var word in value) writer.WriteStringValue(word);
        writer.WriteEndArray();
    }
}

/// <summary>A distribution under its name, such as <c>{"beta": [2, 5]}</c>; a grid has its points and their weights, one that is cut the other with its ends.</summary>
internal sealed class DistributionConverter : JsonConverter<Distribution>
{
    public override Distribution Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
            throw new JsonException("A distribution is an object with one key, its name");
        var name = reader.GetString();
        reader.Read();
        if (name == "truncated") return ReadCut(ref reader, options);
        var rows = name == "grid" ? ReadRows(ref reader) : [ReadNumbers(ref reader)];
        if (!reader.Read() || reader.TokenType != JsonTokenType.EndObject) throw new JsonException("A distribution has one key");
        return Make(name, rows) ?? throw new JsonException("A distribution is one of point, uniform, normal, lognormal, beta, truncated, grid with its numbers");
    }

    public override void Write(Utf8JsonWriter writer, Distribution value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        switch (value)
        {
            case Distribution.Point d: WriteNumbers(writer, "point", [d.Value]); break;
            case Distribution.Uniform d: WriteNumbers(writer, "uniform", [d.Low, d.High]); break;
            case Distribution.Normal d: WriteNumbers(writer, "normal", [d.Mean, d.Deviation]); break;
            case Distribution.LogNormal d: WriteNumbers(writer, "lognormal", [d.Median, d.LogDeviation]); break;
            case Distribution.Beta d: WriteNumbers(writer, "beta", [d.Alpha, d.Bb]); break;
            case Distribution.Truncated d:
                writer.WriteStartArray("truncated");
                Write(writer, d.Of, options);
                writer.WriteNumberValue(d.From);
                writer.WriteNumberValue(d.To);
                writer.WriteEndArray();
                break;
            case Distribution.Grid d:
                writer.WriteStartArray("grid");
                WriteNumbers(writer, null, d.Points.AsSpan());
                WriteNumbers(writer, null, d.Weights.AsSpan());
                writer.WriteEndArray();
                break;
        }
        writer.WriteEndObject();
    }

    private Distribution.Truncated ReadCut(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray || !reader.Read()) throw new JsonException("What is cut is [distribution, from, to]");
        var of = Read(ref reader, typeof(Distribution), options);
        var ends = new List<double>();
        while (reader.Read() && reader.TokenType == JsonTokenType.Number) ends.Add(reader.GetDouble());
        if (reader.TokenType != JsonTokenType.EndArray || ends.Count != 2 || !reader.Read() || reader.TokenType != JsonTokenType.EndObject) throw new JsonException("What is cut is [distribution, from, to]");
        return new Distribution.Truncated(of, ends[0], ends[1]);
    }

    private static Distribution? Make(string? name, double[][] rows) => (name, rows) switch
    {
        ("point", [[var value]]) => new Distribution.Point(value),
        ("uniform", [[var low, var high]]) => new Distribution.Uniform(low, high),
        ("normal", [[var mean, var deviation]]) => new Distribution.Normal(mean, deviation),
        ("lognormal", [[var median, var deviation]]) => new Distribution.LogNormal(median, deviation),
        ("beta", [[var alpha, var beta]]) => new Distribution.Beta(alpha, beta),
        ("grid", [var points, var weights]) when points.Length == weights.Length => new Distribution.Grid([.. points], [.. weights]),
        _ => null,
    };

    private static double[][] ReadRows(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("A grid is [[points], [weights]]");
        var rows = new List<double[]>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) rows.Add(ReadNumbers(ref reader));
        return [.. rows];
    }

    private static double[] ReadNumbers(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("A list of numbers is expected");
        var numbers = new List<double>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            numbers.Add(reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : throw new JsonException("A number is expected"));
        return [.. numbers];
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string? name, ReadOnlySpan<double> numbers)
    {
        if (name is null) writer.WriteStartArray();
        else writer.WriteStartArray(name);
        foreach (var number in numbers) writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }
}
