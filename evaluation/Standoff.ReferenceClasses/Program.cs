using Standoff.Histories;
using Standoff.ReferenceClasses;

if (args.Length is < 1 or > 3)
{
    Console.Error.WriteLine("usage: Standoff.ReferenceClasses DATA [OUTPUT [QUESTIONS]]   (DATA holds icb/, archigos/, gml_mid/, cow/, sanctions_ties/, ucdp/, and mct/ if there is one)");
    return 2;
}

try
{
    var classes = ClassList.Count(args[0]);
    foreach (var c in classes) Console.WriteLine(c.Summary());
    foreach (var line in CompellentThreats.Summary(args[0])) Console.WriteLine(line);
    foreach (var folder in args.Skip(1)) Directory.CreateDirectory(folder);
    if (args.Length >= 2)
    {
        RatesFile.Write(Path.Combine(args[1], "reference-rates.tsv"), classes);
        new DayAfterCounts(args[0]).Write(Path.Combine(args[1], "day-after.tsv"));
        new CaseList(args[0]).Write(Path.Combine(args[1], "reference-cases.tsv"), classes);
    }
    if (args.Length == 3) QuestionRates.Write(args[0], Path.Combine(args[2], "question-rates.tsv"));
    PoolingEstimate.Print();
    return 0;
}
catch (HistoryFault fault)
{
    Console.Error.WriteLine(fault.Message);
    return 2;
}
