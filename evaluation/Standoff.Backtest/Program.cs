using Standoff.Backtest.Sources;
using Standoff.Backtest.Models;
using Standoff.Backtest.Scores;
var files = new DataFiles(args[0]);
var states = new States(files);
var src = new CovariateSources(states);
foreach (var (nm, cases, cuts) in new[]{("icb", IcbCases.Read(files, src), new[]{1970,1980,1990}), ("gml", DisputeCases.Read(files, src), new[]{1970,1980})})
foreach (var cut in cuts) {
  var tr = cases.Where(c => c.Year < cut).ToArray(); var te = cases.Where(c => c.Year >= cut).ToArray();
  var pen = PenaltySearch.Choose(cases, cut);
  Console.WriteLine($"{nm} {cut} {tr.Length} {te.Length} {pen}");
  var cls = ClassModel.Fit(tr);
  Func<int,bool> step = Standoff.Forecasts.CovariateNames.IsStep;
  var date = CovariateModel.Fit(tr, pen, step);
  var full = CovariateModel.Fit(tr, pen, _ => true);
  Line With(string n, CovariateModel m) => new(n, c => { var s = cls.Of(c); var (o, f) = m.Shifts(c, s.Means); return Prediction.Of(RidgeMultinomial.Softmax(s.Outcome.Zip(o, (p, d) => Math.Log(p) + d).ToArray()), s.Hazards.Zip(f, (h, d) => h * Math.Exp(d))); });
  foreach (var line in new[]{cls.Line("class"), With("class+date", date), With("class+cov", full), new Line("cov", full.Predict)}) {
    var o = te.Where(c => c.Outcome != null).ToArray(); var f = te.Where(c => c.Force != null).ToArray();
    Console.WriteLine($"{line.Name,-12} {o.Average(c => Loss.LogOutcome(line.Predict(c), c)):0.000} {o.Where(c=>c.Challenger!=null).Average(c => Loss.LogOutcome(line.Predict(c), c)):0.000} | {f.Average(c => Loss.LogSerious(line.Predict(c), c)):0.000} {f.Average(c => Loss.RankedForce(line.Predict(c), c)):0.000}");
  }
}
