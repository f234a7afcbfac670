using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using Standoff.Briefs;
using Standoff.Cli.Games;
using Standoff.Reading.Text;

namespace Standoff.Cli.Options;

/// <summary>The options of one verb as the parser knows them, in the groups in which help shows them.</summary>
internal sealed class VerbOptions
{
    public Argument<string[]> Files { get; } = new("FILE…")
    {
        Description = "text or HTML files, folders, patterns, a corpus (.jsonl, a document a line), - for standard input; or one envelope from another verb",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public Argument<string> Id { get; } = new("ID") { Description = "a number (n-042), claim (c-017), item (i-003), document (s-1) or a parameter's name" };

    public Argument<string?> Action { get; } = new("ACTION") { Description = "solve, show, convert, check or fit", Arity = ArgumentArity.ZeroOrOne };

    public Argument<string[]> GameFiles { get; } = new("GAME…")
    {
        Description = "game files: Gambit's .efg or .nfg, a stochastic game as .json, or - for standard input",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public Argument<string?> Question { get; } = new("QUESTION") { Description = "what is asked, in words, with a deadline", Arity = ArgumentArity.ZeroOrOne };

    public Argument<string?> QuestionAction { get; } = new("ACTION") { Description = "list, forecast, add, resolve, score or export (default: list)", Arity = ArgumentArity.ZeroOrOne };

    public Argument<string[]> QuestionItems { get; } = new("ITEM…") { Description = "the question to add; the id and the answer (yes, no or void) to resolve", Arity = ArgumentArity.ZeroOrMore };

    public Option<string?> QuestionFile { get; } = Named("--questions", "FILE", "go by this questions.yaml (default: the case's own)");
    public Option<DateOnly?> On { get; } = Dated("--on", "day on which a question was decided");
    public Option<string?> Note { get; } = Named("--note", "TEXT", "why it was decided so");
    public Option<DateOnly?> QuestionDeadline { get; } = Dated("--deadline", "last day that counts of a question to add (default: what its words say)");
    public Option<string?> QuestionCriteria { get; } = Named("--criteria", "TEXT", "when a question to add is answered with yes");
    public Option<string?> QuestionSource { get; } = Named("--source", "TEXT", "who or what decides a question to add");
    public Option<bool> QuestionForce { get; } = Flag("--force", "write a question or an answer in spite of what speaks against it");
    public Option<bool> Csv { get; } = Flag("--csv", "print the questions with their forecasts as CSV");
    public Option<int?> AnswerDraws { get; } = Counted("--draws", "draws of the crisis forecast, where there is one (default 256)", 32, 1_000_000);
    public Option<bool> AnswerJson { get; } = Flag("--json", "print as JSON");
    public Argument<string?> DataAction { get; } = new("ACTION") { Description = "check", Arity = ArgumentArity.ZeroOrOne };
    public Argument<string?> DataFolder { get; } = new("FOLDER") { Description = "folder with the files as their publishers distribute them, or one of them", Arity = ArgumentArity.ZeroOrOne };
    public Option<string?> Method { get; } = new("--method") { HelpName = "NAME", Description = $"how to solve it: {string.Join(", ", GameMethods.Names)} (default: what suits the game)", CustomParser = ParseMethod };
    public Option<double[]?> Lambda { get; } = new("--lambda") { HelpName = "L,L,…", Description = "rationalities at which logit equilibria are wanted (default: the limit)", CustomParser = ParseNumbers };
    public Option<double[]?> Prior { get; } = new("--prior") { HelpName = "P,P,…", Description = "of tracing, the expected play: a probability for each action, decision by decision (default: all alike)", CustomParser = ParseProbabilities };
    public Option<string?> To { get; } = new("--to") { HelpName = "FORM", Description = "form to convert to: efg, nfg or json (default: as -o ends, else the same form)", CustomParser = ParseForm };
    public Option<string?> Data { get; } = Named("--data", "FILE", "fit to this table (CSV): counts of play, or a model's observations");
    public Option<string?> FitModel { get; } = new("--model") { HelpName = "MODEL", Description = $"fit a model of the literature and no game: {string.Join(", ", ModelFits.Names)}", CustomParser = ParseFitModel };
    public Option<string[]> Payoff { get; } = new("--payoff") { HelpName = "P=T,T,…", Description = "what a payoff of the model is made of (repeatable): const, columns, sqrt(COLUMN), log(COLUMN), COLUMN=WORD", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
    public Option<ulong?> StartSeed { get; } = new("--seed") { HelpName = "N", Description = "seed of random starts (default 1)", CustomParser = r => Whole<ulong>(r, 0, ulong.MaxValue) };
    public Option<bool> PerPlayer { get; } = Flag("--per-player", "fit a rationality for each player");
    public Option<int?> Timeout { get; } = Counted("--timeout", "seconds after which solving stops with what it has (default 300)", 1, 86_400);
    public Option<bool> GameJson { get; } = Flag("--json", "print the solution as JSON");
    public Option<string?> GameOutput { get; } = new("-o", "--output") { HelpName = "FILE", Description = "write to a file: .json, .txt, .svg, .efg or .nfg" };
    public Option<DateOnly?> Date { get; } = Dated("--date", "date of the documents, where they do not say it");
    public Option<DateOnly?> AsOf { get; } = Dated("--as-of", "day from which the forecast counts (default: the latest document's date)");
    public Option<string?> Case { get; } = Named("--case", "FOLDER", "keep documents, aliases, crisis and runs in this folder");
    public Option<DateOnly?> From { get; } = Dated("--from", "of a case, the earlier day: what was known by then");
    public Option<DateOnly?> Until { get; } = Dated("--to", "of a case, the later day (default: the latest document's date)");
    public Option<string?> Cast { get; } = Named("--cast", "FILE", "cast list (YAML) that wins over the shipped names");
    public Option<string?> Crisis { get; } = Named("--crisis", "FILE", "go by this edited crisis.yaml");
    public Option<string?> Challenger { get; } = Named("--challenger", "NAME", "who makes the demand");
    public Option<string?> Target { get; } = Named("--target", "NAME", "of whom it is made");
    public Option<string[]> Without { get; } = new("--without") { HelpName = "CLAIM", Description = "leave a claim out (repeatable)", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
    public Option<string?> Annotations { get; } = Named("--ann", "FOLDER", "write who is said to have said, thought or wanted what, as a brat file a document");
    public Option<int?> Draws { get; } = Counted("--draws", "draws of the parameters (default 2000)", 32, 1_000_000);
    public Option<ulong?> Seed { get; } = new("--seed") { HelpName = "N", Description = "seed of the draws (default 42)", CustomParser = r => Whole<ulong>(r, 0, ulong.MaxValue) };
    public Option<int?> Weeks { get; } = Counted("--weeks", "weeks that the forecast looks ahead (default 26)", 4, 52);
    public Option<int?> Jobs { get; } = Counted("--jobs", "threads to use (default: all); results do not depend on it", 1, 1024);
    public Option<string?> Output { get; } = new("-o", "--output") { HelpName = "FILE", Description = "write to a file; its ending says the form (of read also a folder: one file a document)" };
    public Option<bool> Json { get; } = Flag("--json", "print the envelope: everything so far as one JSON document");
    public Option<bool> JsonLines { get; } = Flag("--jsonl", "print the claims as JSON Lines");
    public Option<string?> Events { get; } = Named("--events", "FILE", "write the political events instead, as JSON Lines (- prints them); a .tsv input is read sentence by sentence");
    public Option<bool> Text { get; } = Flag("--text", "print for people even where the output is piped");
    public Option<bool> Why { get; } = Flag("--why", "show the rule that set each field");
    public Option<bool> Schema { get; } = Flag("--schema", "print the JSON Schema of crisis.yaml, for editors that check while one types");
    public Option<bool> Force { get; } = Flag("--force", "overwrite a file that standoff did not write");
    public Option<EmbedSource> Embed { get; } = Word("--embed-source", "none|quotes|full", "how much source text the brief carries (default quotes)", EmbedSource.Quotes);
    public Option<string?> Model { get; } = Named("--model", "MODEL", "let a language model propose claims, held to the text: openai:NAME, anthropic:NAME or URL#NAME; sends the text there");
    public Option<string?> Record { get; } = Named("--record", "FILE", "keep what the model was asked and answered");
    public Option<string?> Replay { get; } = Named("--replay", "FILE", "take the answers from a recording; nothing is sent");
    public Option<int?> ModelTimeout { get; } = Counted("--model-timeout", "seconds that one answer may take (default 120)", 1, 3600);
    public Option<bool> Quiet { get; } = new("-q", "--quiet") { Description = "no summary, no progress" };
    public Option<bool> NoColor { get; } = Flag("--no-color", "no colours (so do NO_COLOR and TERM=dumb)");
    public Option<ProgressMode> Progress { get; } = Word("--progress", "never|auto|plain", "progress on standard error (default auto)", ProgressMode.Auto);
    public Option<bool> Help { get; } = new("-h", "--help", "-?") { Description = "this page" };

    /// <summary>The values that a command line gave; what it did not give stays at its default.</summary>
    public Request Read(ParseResult line) => new()
    {
        Inputs = [.. Value(line, Files) ?? []],
        Id = Value(line, Id),
        Action = Value(line, Action) ?? Value(line, QuestionAction) ?? Value(line, DataAction),
        Question = Value(line, Question),
        Items = [.. Value(line, QuestionItems) ?? []],
        QuestionFile = Value(line, QuestionFile),
        On = Value(line, On),
        Note = Value(line, Note),
        Deadline = Value(line, QuestionDeadline),
        Criteria = Value(line, QuestionCriteria),
        Source = Value(line, QuestionSource),
        Csv = Value(line, Csv),
        Folder = Value(line, DataFolder),
        Games = [.. Value(line, GameFiles) ?? []],
        Method = Value(line, Method),
        Lambdas = [.. Value(line, Lambda) ?? []],
        Prior = [.. Value(line, Prior) ?? []],
        To = Value(line, To),
        Data = Value(line, Data),
        FitModel = Value(line, FitModel),
        Payoffs = [.. Value(line, Payoff) ?? []],
        PerPlayer = Value(line, PerPlayer),
        Timeout = Value(line, Timeout),
        Date = Value(line, Date),
        AsOf = Value(line, AsOf),
        From = Value(line, From),
        Until = Value(line, Until),
        Case = Value(line, Case),
        Cast = Value(line, Cast),
        Crisis = Value(line, Crisis),
        Challenger = Value(line, Challenger),
        Target = Value(line, Target),
        Without = [.. Value(line, Without) ?? []],
        Draws = Value(line, Draws) ?? Value(line, AnswerDraws),
        Seed = Value(line, Seed) ?? Value(line, StartSeed),
        Weeks = Value(line, Weeks),
        Jobs = Value(line, Jobs),
        Output = Value(line, Output) ?? Value(line, GameOutput),
        Annotations = Value(line, Annotations),
        Json = Value(line, Json) || Value(line, GameJson) || Value(line, AnswerJson),
        JsonLines = Value(line, JsonLines),
        Events = Value(line, Events),
        Text = Value(line, Text),
        Why = Value(line, Why),
        Schema = Value(line, Schema),
        Force = Value(line, Force) || Value(line, QuestionForce),
        Embed = line.GetResult(Embed) is null ? EmbedSource.Quotes : line.GetValue(Embed),
        Model = Value(line, Model),
        Record = Value(line, Record),
        Replay = Value(line, Replay),
        ModelTimeout = Value(line, ModelTimeout),
        Quiet = Value(line, Quiet),
        NoColor = Value(line, NoColor),
        Progress = line.GetResult(Progress) is null ? ProgressMode.Auto : line.GetValue(Progress),
    };

    private static T? Value<T>(ParseResult line, Option<T> option) => line.GetResult(option) is null ? default : line.GetValue(option);

    private static T? Value<T>(ParseResult line, Argument<T> argument) => line.GetResult(argument) is null ? default : line.GetValue(argument);

    private static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    private static Option<string?> Named(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description, CustomParser = ParseName };

    private static string? ParseName(ArgumentResult result)
    {
        var text = result.Tokens[0].Value.Trim();
        if (text.Length == 0) result.AddError("the value is empty");
        return text;
    }

    private static Option<DateOnly?> Dated(string name, string description) =>
        new(name) { HelpName = "DATE", Description = description, CustomParser = ParseDate };

    private static Option<int?> Counted(string name, string description, int least, int most) =>
        new(name) { HelpName = "N", Description = description, CustomParser = r => Whole(r, least, most) };

    private static Option<T> Word<T>(string name, string words, string description, T unless)
        where T : struct, Enum => new(name)
        {
            HelpName = words,
            Description = description,
            DefaultValueFactory = _ => unless,
            CustomParser = r => ParseWord(r, words, unless),
        };

    private static string? ParseMethod(ArgumentResult result) => OneOf(result, GameMethods.Names);

    private static string? ParseFitModel(ArgumentResult result) => OneOf(result, ModelFits.Names);

    private static string? ParseForm(ArgumentResult result) => OneOf(result, ["efg", "nfg", "json"]);

    private static string? OneOf(ArgumentResult result, IReadOnlyCollection<string> words)
    {
        var text = result.Tokens[0].Value;
        if (words.Contains(text)) return text;
        result.AddError($"'{text}' is not one of {string.Join(", ", words)}");
        return null;
    }

    private static double[]? ParseNumbers(ArgumentResult result)
    {
        var numbers = new List<double>();
        foreach (var word in result.Tokens[0].Value.Split(','))
        {
            if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= 1e9) numbers.Add(number);
            else
            {
                result.AddError($"'{word}' is no number above 0 and at most 1e9 — write it as 1,5,20");
                return null;
            }
        }
        return [.. numbers];
    }

    private static double[]? ParseProbabilities(ArgumentResult result)
    {
        var numbers = new List<double>();
        foreach (var word in result.Tokens[0].Value.Split(','))
        {
            if (Standoff.Games.Numerics.Rational.TryParse(word, out var number) && number.ToDouble() is >= 0 and <= 1 and var probability) numbers.Add(probability);
            else
            {
                result.AddError($"'{word}' is no probability — write them as 1/2,0.5");
                return null;
            }
        }
        return [.. numbers];
    }

    private static DateOnly? ParseDate(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && DocumentReader.IsPlausible(date)) return date;
        result.AddError($"'{text}' is no date between 1800 and 2199 — write it as 2025-12-01");
        return null;
    }

    private static T? Whole<T>(ArgumentResult result, T least, T most)
        where T : struct, INumber<T>
    {
        var text = result.Tokens[0].Value;
        if (T.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"'{text}' is no whole number from {least} to {most}"));
        return null;
    }

    private static T ParseWord<T>(ArgumentResult result, string words, T unless)
        where T : struct, Enum
    {
        var text = result.Tokens[0].Value;
        var at = Array.IndexOf(words.Split('|'), text);
        if (at >= 0) return Enum.Parse<T>(text, ignoreCase: true);
        result.AddError($"'{text}' is not one of {words.Replace("|", ", ", StringComparison.Ordinal)}");
        return unless;
    }
}

/// <summary>Options that help shows under one heading.</summary>
internal sealed record OptionGroup(string Title, params Symbol[] Symbols);
