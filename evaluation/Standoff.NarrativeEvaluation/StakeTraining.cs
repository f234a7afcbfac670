using System.Globalization;
using Standoff.Backtest.Models;
using Standoff.Backtest.Sources;
using Standoff.Claims;
using Standoff.Crises;

namespace Standoff.NarrativeEvaluation;

/// <summary>Learns what is at stake from the half of the narratives that rules may be made on.</summary>
internal static class StakeTraining
{
    private const double Ridge = 1;

    public static void Write(TextWriter output, string data)
    {
        var files = new DataFiles(data);
        var coded = IcbCases.Read(files, new CovariateSources(new States(files))).ToLookup(c => c.Crisis);
        var texts = Narrative.All(data).Where(n => n.IsForDevelopment).Select(n => (Signs: SignsOf(n), Stake: StakeOf(n, coded))).Where(t => t.Stake is not null).ToList();
        var names = texts[0].Signs.Skip(1).Select(s => s.Sign).ToArray();
        var fit = RidgeMultinomial.Fit([.. texts.Select(t => t.Signs.Skip(1).Select(s => s.Value).ToArray())], [.. texts.Select(t => t.Stake!.Value)], [.. texts.Select(_ => 1.0)], StakeReader.Stakes.Length, [.. names.Select(_ => Ridge)]);
        output.WriteLine("# Weights of the signs of src/Standoff/Crises/StakeReader.cs for what is gravest at stake: a multinomial logit with a ridge.");
        output.WriteLine($"# Learnt from {texts.Count} narratives of International Crisis Behavior as of the trigger (the half for development) with the gravest threat as coded (Brecher, Wilkenfeld, Beardsley, James & Quinn, ICB actor level v13), by evaluation/Standoff.NarrativeEvaluation.");
        output.WriteLine("stake\tsign\tweight\tstandard_error");
        for (var k = 0; k < StakeReader.Stakes.Length; k++)
            for (var j = -1; j < names.Length; j++)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{StakeReader.Stakes[k]}\t{(j < 0 ? "always" : names[j])}\t{fit.Coefficient(k, j):0.###}\t{fit.Deviation(k, j):0.###}"));
    }

    private static IReadOnlyList<(string Sign, double Value)> SignsOf(Narrative narrative)
    {
        var ledger = LedgerBuilder.Build([narrative.Read()]);
        var (register, first) = (new ActorRegister(ledger, null), narrative.Pairs[0]);
        return new StakeReader(ledger, ItemView.Of(ledger, register, narrative.Day), register.SideOf(first.Challenger.Name)!, register.SideOf(first.Target.Name)!, narrative.Day).Signs;
    }

    private static int? StakeOf(Narrative narrative, ILookup<int, PastCase> coded)
    {
        var first = narrative.Pairs[0];
        if (coded[narrative.Number].FirstOrDefault(c => c.Target == first.Target.Cow && c.Challenger == first.Challenger.Cow) is not { } @case) return null;
        var stake = StakeReader.Stakes.Select((s, i) => (i, Value: @case.Covariates[CovariateTable.IndexOf(s)])).FirstOrDefault(s => s.Value == 1, (-1, 0));
        return stake.Item1 < 0 ? null : stake.Item1;
    }
}
