using System.Collections.Immutable;
using System.Globalization;
using Standoff.Reading.Text;
using Standoff.Reading.Times;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Standoff.Crises;

/// <summary>Collects the faults of one file.</summary>
internal sealed class YamlFaults(string file)
{
    private readonly List<CrisisFault> _all = [];

    public bool Any => _all.Count > 0;

    public int Count => _all.Count;

    public ImmutableArray<CrisisFault> All => [.. _all.OrderBy(f => f.Line).ThenBy(f => f.Column)];

    public void Add(Mark place, string message, int further = 0) => _all.Add(new CrisisFault(file, (int)place.Line, (int)place.Column + further, message));
}

/// <summary>A mapping of the file: each key is asked for once, by what may stand there; what is left is unknown.</summary>
internal sealed class YamlMapping
{
    private readonly YamlMappingNode _node;
    private readonly YamlFaults _faults;
    private readonly string _what;
    private readonly List<string> _asked = [];

    private YamlMapping(YamlMappingNode node, string what, YamlFaults faults) => (_node, _what, _faults) = (node, what, faults);

    /// <summary>Where it begins.</summary>
    public Mark Place => _node.Start;

    /// <summary>A file's text as a mapping; <see langword="null"/>, with a fault, if it is empty or no YAML.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="whenEmpty">What to do about an empty file.</param>
    /// <param name="faults">Where faults go.</param>
    public static YamlMapping? OfFile(string text, string whenEmpty, YamlFaults faults)
    {
        try
        {
            if (Unread(text, faults)) return null;
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count > 0) return Of(stream.Documents[0].RootNode, "the file", faults);
            faults.Add(new Mark(0, 1, 1), $"the file is empty; {whenEmpty}.");
        }
        catch (YamlException fault) when (fault.Message.Contains("uplicate key", StringComparison.Ordinal))
        {
            faults.Add(fault.Start, "a key stands here twice; keep one of the two.");
        }
        catch (YamlException fault)
        {
            faults.Add(fault.Start, "this is no YAML; check indentation, colons and quotation marks.");
        }
        return null;
    }

    /// <summary>Adds a fault for what cannot be read into nodes, with its place; says whether there was one.</summary>
    private static bool Unread(string text, YamlFaults faults)
    {
        var parser = new Parser(new StringReader(text));
        var nesting = new YamlNesting();
        try
        {
            while (parser.MoveNext())
                if (nesting.Fault(parser.Current!) is { } found) return Fault(parser.Current!.Start, found);
            return false;
        }
        catch (YamlException fault) when (fault.Start is { Line: <= 1, Column: <= 1 } && parser.Current is { } last)
        {
            return Fault(last.End, "this is no YAML; check indentation, colons and quotation marks.");
        }
        catch (InvalidOperationException)
        {
            // A bracket that is never closed is answered with an exception that has no place.
            return Fault(nesting.Innermost ?? new Mark(0, 1, 1), "what opens here with '[' or '{' is never closed.");
        }

        bool Fault(Mark place, string message)
        {
            faults.Add(place, message);
            return true;
        }
    }

    /// <summary>A node as a mapping; an empty one, with a fault, if it is none.</summary>
    public static YamlMapping Of(YamlNode node, string what, YamlFaults faults)
    {
        if (node is YamlMappingNode mapping) return new YamlMapping(mapping, what, faults);
        faults.Add(node.Start, $"{what} must be keys with values, each on its own line.");
        return new YamlMapping([], what, faults);
    }

    /// <summary>Where a key's value begins; the mapping where it has none.</summary>
    public Mark PlaceOf(string key) => Node(key)?.Start ?? Place;

    /// <summary>Pairs in order, for mappings whose keys are names.</summary>
    public IEnumerable<(string Key, Mark Place, YamlNode Value)> Pairs =>
        _node.Children.Select(p => ((p.Key as YamlScalarNode)?.Value ?? "", p.Key.Start, p.Value));

    public YamlNode? Node(string key)
    {
        _asked.Add(key);
        foreach (var (name, value) in _node.Children)
            if (name is YamlScalarNode scalar && scalar.Value == key) return value is YamlScalarNode { Value: "" or "~" or "null", Style: ScalarStyle.Plain } ? null : value;
        return null;
    }

    public YamlMapping? Mapping(string key, string what) => Node(key) is { } node ? Of(node, what, _faults) : null;

    public YamlMapping? Required(string key, string what)
    {
        var mapping = Mapping(key, what);
        if (mapping is null) Missing(key);
        return mapping;
    }

    public string Text(string key, string? otherwise = null)
    {
        var node = Node(key);
        if (node is null && otherwise is null) Missing(key);
        if (node is YamlScalarNode { Value: { } value }) return value;
        if (node is not null) _faults.Add(node.Start, $"'{key}' must be a text.");
        return otherwise ?? "";
    }

    public double Number(string key, double low, double high, double? otherwise = null)
    {
        var node = Node(key);
        if (node is null && otherwise is null) Missing(key);
        return node is null ? otherwise ?? 0 : NumberOf(node, $"'{key}'", low, high);
    }

    public double NumberOf(YamlNode node, string what, double low, double high)
    {
        var text = (node as YamlScalarNode)?.Value ?? "";
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= low && value <= high) return value;
        _faults.Add(node.Start, low == double.NegativeInfinity
            ? $"{what} must be a number, not '{text}'."
            : FormattableString.Invariant($"{what} must be a number from {low} to {high}, not '{text}'."));
        return low == double.NegativeInfinity ? 0 : low;
    }

    /// <summary>The same where the word may be missing.</summary>
    public T? Word<T>(string key, Func<string, T?> find, IEnumerable<string> words)
        where T : struct, Enum => Node(key) is null ? null : Word(key, find, words, default);

    public T Word<T>(string key, Func<string, T?> find, IEnumerable<string> words, T otherwise)
        where T : struct, Enum
    {
        if (Node(key) is not { } node) return otherwise;
        var text = (node as YamlScalarNode)?.Value ?? "";
        if (find(text) is { } value) return value;
        _faults.Add(node.Start, $"'{text}' is no {key}; expected one of {string.Join(", ", words)}.");
        return otherwise;
    }

    public DateOnly? Day(string key, DateOnly? asOf = null)
    {
        if (Node(key) is not { } node) return null;
        if (!DateOnly.TryParseExact((node as YamlScalarNode)?.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || !DocumentReader.IsPlausible(day))
            _faults.Add(node.Start, $"'{key}' must be a day such as 2030-01-31, between 1800 and 2199.");
        else if (day > asOf) _faults.Add(node.Start, string.Create(CultureInfo.InvariantCulture, $"'{key}' must not lie after the day from which the forecast counts, {asOf:yyyy-MM-dd}."));
        else return day;
        return null;
    }

    public Edtf? Time(string key)
    {
        if (Node(key) is not { } node) return null;
        if ((node as YamlScalarNode)?.Value is { } value && EdtfText.Read(value) is { } time) return time;
        _faults.Add(node.Start, $"'{key}' must be an EDTF time such as 2030-01-31, 2030-01, 2030-01-01/2030-01-31 or ../2030-01-31.");
        return null;
    }

    public ImmutableArray<string> Claims(string key = "claims") => [.. Words(key, "[c-001, c-017]").Select(w => w.Word)];

    /// <summary>A list of words, each with its place.</summary>
    public ImmutableArray<(string Word, Mark Place)> Words(string key, string example)
    {
        if (Node(key) is not { } node) return [];
        if (node is YamlSequenceNode list && list.Children.All(c => c is YamlScalarNode)) return [.. list.Children.Select(c => (((YamlScalarNode)c).Value ?? "", c.Start))];
        _faults.Add(node.Start, $"'{key}' must be a list such as {example}.");
        return [];
    }

    public IEnumerable<YamlMapping> List(string key, string what)
    {
        if (Node(key) is not { } node) return [];
        if (node is YamlSequenceNode list) return [.. list.Children.Select(c => Of(c, what, _faults))];
        _faults.Add(node.Start, $"'{key}' must be a list, each entry after a hyphen.");
        return [];
    }

    /// <summary>Adds a fault for every key that nobody asked for.</summary>
    public void Close()
    {
        foreach (var (key, place, _) in Pairs)
            if (!_asked.Contains(key)) _faults.Add(place, $"unknown key '{key}' in {_what}; expected one of {string.Join(", ", _asked.Distinct())}.");
    }

    private void Missing(string key) => _faults.Add(_node.Start, $"the key '{key}' is missing in {_what}.");
}
