using System.Globalization;
using Standoff.ReadingEvaluation;

return args switch
{
    ["predict", var texts, var output] => Predictions.Write(texts, output),
    ["attributions", var texts, var output] => AttributionFiles.Write(texts, output),
    ["show", .. var files] => Display.Show(files),
    ["specify", var folder] => Specifications.Check(folder),
    ["items", var file] => Items.Check(file),
    ["events", var table, var output] => Events.Write(table, output),
    ["speed", .. var files] => Speed.Measure(files),
    ["stream", var program, var corpus, .. var sizes] => Streaming.Measure(program, corpus, sizes),
    ["scaling", var size, .. var files] => Scaling.Run(int.Parse(size, CultureInfo.InvariantCulture), files),
    ["digest", .. var files] => Digest.Print(files),
    ["fuzz", var count, var seed, .. var files] => Fuzz.Run(int.Parse(count, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture), files),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: predict TEXTS OUTPUT   claims of every .txt of a folder, as NAME.jsonl
               attributions TEXTS OUTPUT   attributions of every .txt of a folder, as NAME.ann
               show FILE...           claims of files, with the rules that set them
               specify FOLDER         what the specifications of a folder do not get
               items FILE             the anchored items of a text that the reader must find (items.tsv)
               events TABLE OUTPUT    political events of the rows of a table with the columns sentence_id and sentence
               stream PROGRAM CORPUS WORDS...  peak memory of the program (standoff.dll) over the first so many words
               speed FILE...          words a second, on one thread, stage by stage; of .jsonl the property "text" of each line
               scaling SIZE NAME...   texts that repeat one thing, at a size and at four times the size
               digest FILE...         hashes of all trees, mentions and claims, to hold a change for speed against
               fuzz COUNT SEED FILE...  texts mutated from files: nothing throws, every claim stands in its text
        """);
    return 2;
}
