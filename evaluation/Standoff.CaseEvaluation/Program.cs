using Standoff.CaseEvaluation;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: Standoff.CaseEvaluation CRISES   (the folder with endings.tsv and the cases)");
    return 2;
}

try
{
    Console.Write(AblationReport.Of(WorkedCase.Read(args[0]), args[0]));
    return 0;
}
catch (CaseFault fault)
{
    Console.Error.WriteLine(fault.Message);
    return 2;
}
