using Standoff.Histories;
using Standoff.NarrativeEvaluation;

const string Usage = """
    usage: Standoff.NarrativeEvaluation sides DATA [--list]
           Standoff.NarrativeEvaluation forecasts DATA [--development]
           Standoff.NarrativeEvaluation read DATA [--list]
           Standoff.NarrativeEvaluation fit DATA REPORTS PUBLIC
           Standoff.NarrativeEvaluation fit-stakes DATA
    DATA holds icb/, cow/, atop/; --list prints the half that rules may be made on, case by case. REPORTS is tests/Standoff.Tests/Crises/Specifications, PUBLIC holds
    wikinews/ and state_dept_releases.jsonl; fit prints src/Standoff/Crises/Resources/pair-weights.tsv, fit-stakes stake-weights.tsv.
    """;

try
{
    switch (args)
    {
        case ["sides", var data]: NarrativeReport.WriteSides(Console.Out, data, isListed: false); return 0;
        case ["sides", var data, "--list"]: NarrativeReport.WriteSides(Console.Out, data, isListed: true); return 0;
        case ["forecasts", var data]: NarrativeReport.WriteForecasts(Console.Out, data, isForDevelopment: false); return 0;
        case ["forecasts", var data, "--development"]: NarrativeReport.WriteForecasts(Console.Out, data, isForDevelopment: true); return 0;
        case ["read", var data, "--list"]: NarrativeReport.WriteActs(Console.Out, data); return 0;
        case ["read", var data]: NarrativeReport.WriteReading(Console.Out, data); return 0;
        case ["fit", var data, var reports, var open]: PairTraining.Write(Console.Out, data, reports, open); return 0;
        case ["fit-stakes", var data]: StakeTraining.Write(Console.Out, data); return 0;
        default: Console.Error.WriteLine(Usage); return 2;
    }
}
catch (HistoryFault fault)
{
    Console.Error.WriteLine(fault.Message);
    return 2;
}
