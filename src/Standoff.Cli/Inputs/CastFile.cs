using System.Collections.Immutable;
using Standoff.Cli.Faults;
using Standoff.Reading.Mentions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Standoff.Cli.Inputs;

/// <summary>A cast list: a YAML sequence of <c>name</c>, <c>kind</c>, <c>state</c> and <c>aliases</c> (<c>docs/formats/cast.md</c>).</summary>
internal static class CastFile
{
    public static CastList Read(string path)
    {
        if (!File.Exists(path)) throw new FaultException(Fault.NotFound(path));
        try
        {
            var yaml = new YamlStream();
            using var text = File.OpenText(path);
            yaml.Load(text);
            return yaml.Documents is [{ RootNode: var root }] ? Members(path, root) : new CastList([]);
        }
        catch (YamlException fault)
        {
            throw Bad(path, fault.Start, fault.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(Fault.CannotRead(path, fault.Message));
        }
    }

    private static CastList Members(string path, YamlNode root) => root is YamlSequenceNode list
        ? new CastList([.. list.Children.Select(c => Member(path, c))])
        : throw Bad(path, root.Start, "a cast list is a sequence of members, each beginning with \"- name:\"");

    private static CastMember Member(string path, YamlNode node)
    {
        if (node is not YamlMappingNode member) throw Bad(path, node.Start, "a member has the keys name, kind, state and aliases");
        foreach (var key in member.Children.Keys)
            if (key is not YamlScalarNode { Value: "name" or "kind" or "state" or "aliases" }) throw Bad(path, key.Start, $"'{key}' is none of the keys name, kind, state and aliases");
        return new CastMember(Name(path, member), Kind(path, member), Text(path, member, "state"), Aliases(path, member));
    }

    private static string Name(string path, YamlMappingNode member) =>
        Text(path, member, "name") is { Length: > 0 } name ? name : throw Bad(path, member.Start, "a member needs a name");

    private static MentionKind Kind(string path, YamlMappingNode member)
    {
        var word = Text(path, member, "kind") ?? "person";
        if (Enum.TryParse<MentionKind>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind) && Enum.IsDefined(kind)) return kind;
        var kinds = string.Join(", ", Enum.GetNames<MentionKind>().Select(n => n.ToLowerInvariant()));
        throw Bad(path, member.Children[new YamlScalarNode("kind")].Start, $"'{word}' is no kind; the kinds are {kinds}");
    }

    private static ImmutableArray<string> Aliases(string path, YamlMappingNode member)
    {
        if (!member.Children.TryGetValue(new YamlScalarNode("aliases"), out var node)) return [];
        if (node is not YamlSequenceNode list) throw Bad(path, node.Start, "aliases are a list, such as [the general, Gen. Smith]");
        return [.. list.Children.Select(a => (a as YamlScalarNode)?.Value ?? throw Bad(path, a.Start, "an alias is a piece of text"))];
    }

    private static string? Text(string path, YamlMappingNode member, string key)
    {
        if (!member.Children.TryGetValue(new YamlScalarNode(key), out var node)) return null;
        return node is YamlScalarNode scalar ? scalar.Value : throw Bad(path, node.Start, $"{key} is a piece of text");
    }

    private static FaultException Bad(string path, Mark at, string reason) =>
        new(Fault.BadModel(FormattableString.Invariant($"{path}:{at.Line}:{at.Column}"), reason));
}
