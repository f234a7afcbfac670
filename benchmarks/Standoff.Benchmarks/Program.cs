using BenchmarkDotNet.Running;
using Standoff.Benchmarks;

// dotnet run -c Release --project benchmarks/Standoff.Benchmarks -- --filter '*'
// dotnet run -c Release --project benchmarks/Standoff.Benchmarks -- scaling [STATES]
if (args is ["scaling", ..])
    Scaling.Print(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 256);
else
    BenchmarkSwitcher.FromAssembly(typeof(NamedProblems).Assembly).Run(args);
