using System.Reflection;
using System.Text;
using Xunit;

namespace Standoff.Tests.Architecture;

public sealed class PublicApiTests
{
    [Theory]
    [InlineData("Standoff.Reading")]
    [InlineData("Standoff.Games")]
    [InlineData("Standoff.Method")]
    [InlineData("Standoff.LanguageModels")]
    [InlineData("Standoff.Storage")]
    [InlineData("Standoff.Web")]
    public void The_public_surface_is_the_one_that_was_reviewed(string assembly)
    {
        var name = assembly == "Standoff.Method" ? "Standoff" : assembly;
        GoldenFile.Verify(Listing(Assembly.Load(assembly)), "tests", "Standoff.Tests", "Architecture", "Golden", $"{name}.api.txt");
    }

    [Fact]
    public void Every_public_name_is_free_of_the_words_that_say_nothing()
    {
        string[] empty = ["Manager", "Helper", "Helpers", "Util", "Utils", "Service", "Dto", "DTO"];
        var bad = new[] { "Standoff.Reading", "Standoff.Games", "Standoff.Method", "Standoff.LanguageModels", "Standoff.Storage", "Standoff.Web", "standoff" }
            .SelectMany(a => Assembly.Load(a).GetTypes())
            .Where(t => t.Namespace?.StartsWith("Standoff", StringComparison.Ordinal) == true && empty.Any(e => t.Name.EndsWith(e, StringComparison.Ordinal)));
        Assert.Empty(bad.Select(t => t.FullName));
    }

    [Fact]
    public void Namespaces_are_at_most_two_deep_below_the_project() =>
        Assert.Empty(new[] { "Standoff.Reading", "Standoff.Games", "Standoff.Method", "Standoff.LanguageModels", "Standoff.Storage", "Standoff.Web" }
            .SelectMany(a => Assembly.Load(a).GetExportedTypes())
            .Select(t => t.Namespace!).Where(n => n.Split('.').Length > 4).Distinct());

    private static string Listing(Assembly assembly)
    {
        var listing = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            listing.Append(Kind(type)).Append(' ').Append(NameOf(type)).Append('\n');
            foreach (var member in Members(type).Order(StringComparer.Ordinal)) listing.Append("  ").Append(member).Append('\n');
        }
        return listing.ToString();
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        _ when type.GetMethod("<Clone>$") is not null => type.IsAbstract ? "abstract record" : "record",
        { IsAbstract: true, IsSealed: true } => "static class",
        _ => type.IsAbstract ? "abstract class" : "class",
    };

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags own = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;
        if (type.IsEnum) return Enum.GetNames(type).Select((n, i) => FormattableString.Invariant($"{i} {n}"));
        var fields = type.GetFields(own).Select(f => $"{f.Name}: {NameOf(f.FieldType)}");
        var properties = type.GetProperties(own).Where(p => p.Name != "EqualityContract").Select(p => $"{p.Name}: {NameOf(p.PropertyType)}");
        var constructors = type.GetConstructors(own).Select(c => $"new({Parameters(c)})");
        var methods = type.GetMethods(own).Where(m => !m.IsSpecialName && !IsGenerated(m)).Select(m => $"{m.Name}({Parameters(m)}): {NameOf(m.ReturnType)}");
        return fields.Concat(properties).Concat(constructors).Concat(methods);
    }

    // What every record has is no news.
    private static bool IsGenerated(MethodInfo method) =>
        method.Name is "<Clone>$" or "Deconstruct" or "Equals" or "GetHashCode" or "ToString" or "PrintMembers";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => $"{NameOf(p.ParameterType)} {p.Name}"));

    private static string NameOf(Type type)
    {
        if (type.IsGenericParameter) return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } value) return NameOf(value) + "?";
        if (type.HasElementType) return NameOf(type.GetElementType()!) + (type.IsArray ? "[]" : "&");
        var name = type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true ? type.Name : type.FullName ?? type.Name;
        if (!type.IsGenericType) return name;
        return $"{name.Split('[')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>";
    }
}
