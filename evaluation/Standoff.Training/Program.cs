using System.Globalization;
using Standoff.Training;

var ud = args.ElementAtOrDefault(1) ?? "../shared/data/ud";
var weights = args.ElementAtOrDefault(2) ?? "src/Standoff.Reading/Resources/english.weights";
switch (args.FirstOrDefault())
{
    case "train":
        ShippedFiles.Make(ud, weights, int.Parse(args.ElementAtOrDefault(3) ?? "12", CultureInfo.InvariantCulture));
        return 0;
    case "evaluate":
        Evaluation.Run(ud, weights);
        return 0;
    default:
        Console.Error.WriteLine("usage: Standoff.Training train|evaluate [TREEBANKS] [WEIGHTS] [EPOCHS]");
        return 2;
}
