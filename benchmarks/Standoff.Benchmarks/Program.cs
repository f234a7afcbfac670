using BenchmarkDotNet.Running;

// dotnet run -c Release --project benchmarks/Standoff.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
