using Standoff.Cli;
using Standoff.Cli.Hosting;

using var host = Host.OfThisProcess();
return StandoffProgram.Run(args, host);
