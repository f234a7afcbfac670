using Standoff.Histories;
using Standoff.NarrativeEvaluation;

if (args.Length is < 1 or > 2 || (args.Length == 2 && args[1] != "--list"))
{
    Console.Error.WriteLine("usage: Standoff.NarrativeEvaluation DATA [--list]   (DATA holds icb/, cow/, atop/; --list prints the half that rules may be made on, case by case)");
    return 2;
}

try
{
    var scores = Narrative.All(args[0]).Select(PairScore.Of).ToList();
    if (args.Length == 2)
        foreach (var s in scores.Where(s => s.Narrative.IsForDevelopment))
            Console.WriteLine($"## {s.Narrative.Number} {s.Narrative.Name} {s.Narrative.Day:yyyy-MM-dd} {s.Verdict}: {s.Crisis?.Title} ({string.Join("; ", s.Narrative.Pairs.Select(p => $"{p.Challenger.Name} > {p.Target.Name}"))})\n{s.Narrative.Text}\n");
    foreach (var half in scores.GroupBy(s => s.Narrative.IsForDevelopment).OrderByDescending(g => g.Key))
        Console.WriteLine($"{(half.Key ? "develop" : "report")}: {half.Count()} crises; {string.Join(", ", Enum.GetValues<PairVerdict>().Select(v => $"{v} {half.Count(s => s.Verdict == v)}"))}");
    return 0;
}
catch (HistoryFault fault)
{
    Console.Error.WriteLine(fault.Message);
    return 2;
}
