using System.Globalization;
using BenchmarkDotNet.Running;
using Standoff.Benchmarks;

// dotnet run -c Release --project benchmarks/Standoff.Benchmarks -- --filter '*'
// dotnet run -c Release --project benchmarks/Standoff.Benchmarks -- audience-costs STARTS SEED THREADS
if (args is ["audience-costs", var starts, var seed, var threads])
    AudienceCostReplication.Run(int.Parse(starts, CultureInfo.InvariantCulture), ulong.Parse(seed, CultureInfo.InvariantCulture), int.Parse(threads, CultureInfo.InvariantCulture));
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
