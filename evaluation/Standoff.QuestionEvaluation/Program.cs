using Standoff.Histories;
using Standoff.QuestionEvaluation;

if (args.Length < 1 || args[0].StartsWith('-'))
{
    Console.Error.WriteLine("usage: Standoff.QuestionEvaluation QUESTIONS.csv [--pages FOLDER] [--half develop|report|second|third|fourth] [--no-pages] [--no-forecast] [--list] [--why] [--signs]");
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
