using Standoff.Reading.Claims;
using Standoff.Tests.Reading.Claims;

namespace Standoff.ReadingEvaluation;

/// <summary>Says which of the items of <c>items.tsv</c> a reading of the article lacks.</summary>
internal static class Items
{
    public static int Check(string file)
    {
        var reading = Texts.Read(file);
        var items = ExpectedItem.ReadAll(Path.Combine(AppContext.BaseDirectory, "items.tsv"));
        var missing = items.Where(i => !i.IsIn(reading)).ToList();
        foreach (var item in missing)
        {
            Console.WriteLine("missing: " + item.Name);
            foreach (var claim in item.Near(reading))
                Console.WriteLine($"    {claim.Exact} [{ExpectedItem.Chain(claim)}] {claim.Factuality.Code()} {claim.Kind.Word()} {claim.Condition}");
        }
        Console.WriteLine($"{items.Count - missing.Count} of {items.Count} items found.");
        return missing.Count == 0 ? 0 : 1;
    }
}
