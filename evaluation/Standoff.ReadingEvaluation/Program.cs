using Standoff.ReadingEvaluation;

return args switch
{
    ["predict", var texts, var output] => Predictions.Write(texts, output),
    ["show", .. var files] => Display.Show(files),
    ["specify", var folder] => Specifications.Check(folder),
    ["items", var file] => Items.Check(file),
    ["speed", .. var files] => Speed.Measure(files),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: predict TEXTS OUTPUT   claims of every .txt of a folder, as NAME.jsonl
               show FILE...           claims of files, with the rules that set them
               specify FOLDER         what the specifications of a folder do not get
               items FILE             the anchored items of a text that the reader must find (items.tsv)
               speed FILE...          words a second, on one thread
        """);
    return 2;
}
