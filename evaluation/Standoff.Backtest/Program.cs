using Standoff.Backtest;
using Standoff.ReferenceClasses;

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
catch (DataFault fault)
{
    Console.Error.WriteLine(fault.Message);
    return 2;
}
