using Standoff.Histories;
using Standoff.QuestionEvaluation;

if (args is ["fit", _, ..]) return FitCommand.Run(args[1..]);
if (args.Length < 1 || args[0].StartsWith('-') || args[0] == "fit")
{
    Console.Error.WriteLine("usage: Standoff.QuestionEvaluation QUESTIONS.csv [--pages FOLDER] [--half NAME] [--no-pages] [--no-forecast] [--list] [--why] [--signs]");
    Console.Error.WriteLine("       Standoff.QuestionEvaluation fit QUESTIONS.csv[:WEIGHT] ... [--cross]   (prints fitted.tsv, or each part answered by a fit to the others)");
    return 2;
}

try
{
    var options = EvaluationOptions.Of(args);
    var answered = ResolvedQuestion.Read(options).Select(q => q.Answer(options)).ToList();
    if (options.Lists) foreach (var one in answered) Console.WriteLine(one.Line(options.Explains));
    if (options.ShowsSigns) foreach (var one in answered) Console.WriteLine(one.SignLine());
    Console.Write(Scores.Of(answered));
    return 0;
}
catch (HistoryFault fault)
{
    Console.Error.WriteLine(fault.Message);
    return 2;
}
