using Standoff.SpatialDecisions;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: Standoff.SpatialDecisions ISSUES.csv   (issue,actor,power_gdp,position,salience,outcome,… by actor, on scales of 0 to 100)");
    return 2;
}

Console.Write(Report.Of(args[0], IssueFile.Read(args[0])));
return 0;
