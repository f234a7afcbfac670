using Standoff.Backtest;
using Standoff.Histories;

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

try
{
    new Run(options, Console.Out).Write();
    return 0;
}
catch (HistoryFault fault)
{
    Console.Error.WriteLine(fault.Message);
    return 2;
}
