using Standoff.Cli.Hosting;
using Standoff.Cli.Verbs;

using var host = Host.OfThisProcess();
return StandoffProgram.Run(args, host);
