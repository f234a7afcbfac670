using System.Globalization;
using System.Text.RegularExpressions;

namespace Standoff.Cli.Faults;

/// <summary>Something that stops the program, as the person at the terminal is told of it.</summary>
/// <param name="Code">Its code in <c>docs/errors.md</c>, such as <c>SO3001</c>.</param>
/// <param name="ExitCode">What the program returns.</param>
/// <param name="Message">One line: where, what is wrong — what to do.</param>
internal sealed partial record Fault(string Code, int ExitCode, string Message)
{
    /// <summary>The line on standard error; several faults of one code are several lines. A file's name may hold a line break or worse.</summary>
    public string Line => ControlCharacters().Replace($"standoff: error {Code}: {Message}", "?");

    [GeneratedRegex(@"[\p{Cc}-[\n]]|\n(?!standoff: error )")]
    private static partial Regex ControlCharacters();

    public static Fault Usage(string message) => new("SO2001", Faults.ExitCode.Usage, message);

    public static Fault NoInput { get; } =
        new("SO2002", Faults.ExitCode.Usage, "no input — give files, a folder, or - for standard input");

    public static Fault UnknownForm(string path) =>
        new("SO2003", Faults.ExitCode.Usage, $"{path}: the ending says no form — use .html, .md, .json, .jsonl, .txt or .yaml");

    public static Fault NetworkAddress(string address) =>
        new("SO2004", Faults.ExitCode.Usage, $"{address}: is a network address, and Standoff reads nothing over the network — save the page and give the file");

    public static Fault FormNotOfVerb(string path, string verb) =>
        new("SO2005", Faults.ExitCode.Usage, $"{path}: standoff {verb} does not write this form — see standoff {verb} --help");

    public static Fault NotFound(string path) =>
        new("SO3001", Faults.ExitCode.Input, $"{path}: no such file or folder — check the name");

    public static Fault Refused(string reason) => new("SO3002", Faults.ExitCode.Input, reason);

    public static Fault BadEnvelope(string name, int line, int column, string reason) =>
        new("SO3003", Faults.ExitCode.Input, $"{name}:{line}:{column}: {reason} — give what a standoff verb wrote with --json");

    public static Fault NothingToCompare(string name) =>
        new("SO4030", Faults.ExitCode.Model, $"{name}: no crisis was found in it, so there is nothing to compare — name the two sides with --challenger and --target");

    public static Fault NothingKnownBy(string folder, DateOnly day) => new("SO4031", Faults.ExitCode.Model, string.Create(
        CultureInfo.InvariantCulture, $"{folder}: holds no document dated {day:yyyy-MM-dd} or earlier — choose a later --from"));

    public static Fault NoCorpusLine(string place) =>
        new("SO3009", Faults.ExitCode.Input, $"{place}: is no document — a corpus has a JSON object with \"text\" on each line");

    public static Fault EmptyFolder(string path) =>
        new("SO3004", Faults.ExitCode.Input, $"{path}: holds no .txt, .html or .htm document — give the files by name");

    public static Fault NothingMatches(string pattern) =>
        new("SO3005", Faults.ExitCode.Input, $"{pattern}: matches no file — check the pattern");

    public static Fault NoCase(string path) =>
        new("SO3008", Faults.ExitCode.Input, $"{path}: is no case — standoff run FILE… --case {path} makes one");

    public static Fault MixedInputs(string name) =>
        new("SO3006", Faults.ExitCode.Input, $"{name}: is an envelope beside other inputs — give one envelope alone, or documents");

    public static Fault TooLong(string name, long length) => new("SO3007", Faults.ExitCode.Input, string.Create(
        CultureInfo.InvariantCulture,
        $"{name}: {length / 1048576.0:0.#} MB or more, over the limit of 20 MB for one document — split it or give only the report"));

    public static Fault BadGame(string name, int line, int column, string reason) => new("SO3012", Faults.ExitCode.Input, string.Create(
        CultureInfo.InvariantCulture,
        $"{name}:{line}:{column}: {reason.TrimEnd('.')} — mend it there"));

    public static Fault NoGame(string name) =>
        new("SO3013", Faults.ExitCode.Input, $"{name}:1:1: is no game — a file starts with EFG 2, NFG 1 or, for a stochastic game, with {{");

    public static Fault GameTooLong(string name) => new("SO3014", Faults.ExitCode.Input, $"{name}: is over the limit of 64 MB for a game — give a smaller one");

    public static Fault BadHistory(string message) => new("SO3030", Faults.ExitCode.Input, message.TrimEnd('.'));

    public static Fault NoHistory(string path) =>
        new("SO3031", Faults.ExitCode.Input, $"{path}: {(System.IO.File.Exists(path) ? "bears none of the names of historical data" : "holds no historical data under the names")} that are known — docs/formats/histories.md says them");

    public static Fault NotForMethod(string name, string method, string reason) =>
        new("SO4005", Faults.ExitCode.Model, $"{name}: {reason.TrimEnd('.')} — choose another method than {method}, see standoff game --help");

    public static Fault BadData(string name, int line, int column, string reason) => new("SO4040", Faults.ExitCode.Model, string.Create(
        CultureInfo.InvariantCulture,
        $"{name}:{line}:{column}: {reason} — mend it there"));

    public static Fault NoColumn(string name, string column, IReadOnlyCollection<string> columns) =>
        new("SO4041", Faults.ExitCode.Model, $"{name}:1:1: has no column '{column}' — it has {string.Join(", ", columns.Take(20))}{(columns.Count > 20 ? " …" : "")}");

    public static Fault NotOfGame(string name, int line, int column, string reason) => new("SO4042", Faults.ExitCode.Model, string.Create(
        CultureInfo.InvariantCulture,
        $"{name}:{line}:{column}: {reason} — mend it there, or give the game that the play is of"));

    public static Fault NoFit(string name, string reason) =>
        new("SO4043", Faults.ExitCode.Model, $"{name}: {reason} — give data that tell something of every coefficient");

    public static Fault FitNotConverged(string name) =>
        new("SO4044", Faults.ExitCode.NotConverged, $"{name}: no maximum was reached — what was found is written, do not rely on it");

    public static Fault NoPath(string name, double reached) => new("SO5002", Faults.ExitCode.NotConverged, string.Create(
        CultureInfo.InvariantCulture,
        $"{name}: the branch ended at λ = {reached:G6} — what was found is written"));

    public static Fault OutOfTime(string name, int seconds) => new("SO5003", Faults.ExitCode.TimedOut, string.Create(
        CultureInfo.InvariantCulture,
        $"{name}: not solved within {seconds} s — allow more with --timeout"));

    public static Fault BadTable(string path, int line, string reason) => new("SO3015", Faults.ExitCode.Input, FormattableString.Invariant($"{path}:{line}: {reason}"));

    /// <summary>Every fault of a file of questions, one a line.</summary>
    public static Fault BadQuestions(IReadOnlyList<string> faults) =>
        new("SO3020", Faults.ExitCode.Input, string.Join("\nstandoff: error SO3020: ", faults));

    public static Fault BadRecord(string path, string reason) =>
        new("SO3021", Faults.ExitCode.Input, $"{path}: {reason} — the record is the program's own; take the file from a backup or delete the line");

    public static Fault NoQuestions(string path) =>
        new("SO3022", Faults.ExitCode.Input, $"{path}: no such file of questions — standoff questions add \"…?\" --case FOLDER makes it");

    public static Fault NoDay { get; } =
        new("SO4020", Faults.ExitCode.Model, "the documents have no date, so that nobody knows from which day the question looks ahead — give --as-of DATE");

    public static Fault UnknownQuestion(string path, string id) =>
        new("SO4021", Faults.ExitCode.Model, $"{path}: no question has the id '{id}' — standoff questions list shows them");

    public static Fault AskedAlready(string path, string id) =>
        new("SO4022", Faults.ExitCode.Model, $"{path}: {id} asks the same by the same deadline — go by that one, or add --force");

    public static Fault DeadlinePast(DateOnly deadline, DateOnly day) => new("SO4023", Faults.ExitCode.Model, string.Create(
        CultureInfo.InvariantCulture, $"the deadline, {deadline:yyyy-MM-dd}, lies before {day:yyyy-MM-dd}, the day on which the question is asked — mend the deadline, give --as-of with an earlier day, or add --force"));

    public static Fault NoSuchDay(string words) =>
        new("SO4024", Faults.ExitCode.Model, $"'{words}' is no day between 1800 and 2199 — write the day that is meant");

    public static Fault AnswerContradicts(string path, string id, string against) =>
        new("SO4025", Faults.ExitCode.Model, $"{path}: {id} {against} — check the answer and --on, or add --force to have it so");

    /// <summary>The code of <see cref="NoCrisis"/>: what was made so far is still written.</summary>
    public const string NoCrisisCode = "SO4001";

    public static Fault NoCrisis(string reason) => new(NoCrisisCode, Faults.ExitCode.Model, reason);

    public static Fault BadModel(string place, string reason) => new("SO4002", Faults.ExitCode.Model, $"{place}: {reason}");

    /// <summary>Every fault of a crisis file, one a line.</summary>
    public static Fault BadModels(IReadOnlyList<string> faults) =>
        new("SO4002", Faults.ExitCode.Model, string.Join("\nstandoff: error SO4002: ", faults));

    public static Fault UnknownClaim(string alias) =>
        new("SO4003", Faults.ExitCode.Model, $"--without {alias}: the ledger holds no such claim — standoff ledger lists them");

    public static Fault UnknownId(string id) =>
        new("SO4004", Faults.ExitCode.Model, $"{id}: nothing has this id — use a number (n-042), claim (c-017), item (i-003), document (s-1) or a parameter's name");

    public static Fault NotConverged(double residual) => new("SO5001", Faults.ExitCode.NotConverged, string.Create(
        CultureInfo.InvariantCulture,
        $"the game did not converge (residual {residual:0.##e0}) — the result is written, do not rely on it"));

    /// <summary>The codes of faults of one output file: others can still be written.</summary>
    public const string NotOursCode = "SO7001";

    /// <inheritdoc cref="NotOursCode"/>
    public const string IsFolderCode = "SO7002";

    public static Fault NotOurs(string path) =>
        new(NotOursCode, Faults.ExitCode.Disk, $"{path}: exists and was not written by standoff — choose another name or add --force");

    public static Fault IsFolder(string path) =>
        new(IsFolderCode, Faults.ExitCode.Disk, $"{path}: is a folder — give a file name, such as {System.IO.Path.TrimEndingDirectorySeparator(path)}/brief.html");

    public static Fault CannotRead(string path, string why) => new("SO7003", Faults.ExitCode.Disk, $"{path}: cannot be read: {why}");

    public static Fault CannotWrite(string path, string why) => new("SO7004", Faults.ExitCode.Disk, $"{path}: cannot be written: {why}");

    public static Fault NoFolder(string path) =>
        new("SO7006", Faults.ExitCode.Disk, $"{path}: is a file — give a folder");

    public static Fault CaseLocked(string path) =>
        new("SO7005", Faults.ExitCode.Disk, $"{path}: another standoff is at work on this case — wait for it, or delete the lock file if none runs");

    public static Fault BadModelName(string name, string reason) =>
        new("SO2006", Faults.ExitCode.Usage, $"--model {name}: {reason} — write openai:NAME, anthropic:NAME or URL#NAME");

    public static Fault NoModelKey(string name, string reason) =>
        new("SO2007", Faults.ExitCode.Usage, $"--model {name}: {reason} — set it, or name a server of your own as URL#NAME");

    public static Fault BadRecording(string path, string reason) =>
        new("SO3010", Faults.ExitCode.Input, $"{path}: is no recording of a language model: {reason} — give what --record wrote");

    public static Fault NotRecorded(string path, string document) =>
        new("SO3011", Faults.ExitCode.Input, $"{path}: holds no answer to what is asked about {document} — replay with the documents, the date and the version of standoff that it was recorded with");

    public static Fault ModelFailed(string model, int failed, int questions, string reasons) => new("SO8001", Faults.ExitCode.LanguageModel, string.Create(
        CultureInfo.InvariantCulture,
        $"{model}: {failed} of {questions} questions got no answer: {reasons} — the claims by rule stand there; try again, or leave --model out"));

    /// <summary>What nobody foresaw.</summary>
    /// <param name="exception">What happened.</param>
    /// <param name="document">The document that it happened with; the others went on.</param>
    public static Fault Unexpected(Exception exception, string? document = null) =>
        new("SO1000", Faults.ExitCode.Unexpected, $"{(document is null ? "" : document + ": ")}unexpected {exception.GetType().Name}: {OneLine(exception.Message)} — please report it with the command line");

    private static string OneLine(string message) => string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Carries a fault up to where it is told.</summary>
internal sealed class FaultException(Fault fault) : Exception(fault.Message)
{
    public Fault Fault { get; } = fault;
}
