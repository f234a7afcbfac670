using System.CommandLine;
using System.Text;
using Standoff.Cli.Verbs;

namespace Standoff.Cli.Options;

/// <summary>Help pages: examples first, then the options by what they are for.</summary>
internal static class HelpPage
{
    private const int Indent = 2;
    private const int Column = 26;
    private const int Width = 80;

    private static readonly (string Code, string Meaning)[] Codes =
    [
        ("0", "done"),
        ("1", "unexpected failure"),
        ("2", "the command line is wrong"),
        ("3", "an input could not be read; the others' result is written"),
        ("4", "no challenger, target and demand found, or a bad crisis.yaml; claims are still written"),
        ("5", "not converged within limits; the result is still written"),
        ("7", "reading or writing a file failed"),
        ("8", "a language model gave no answer; the result by rule is written"),
        ("124, 130, 143", "timed out, Ctrl-C, terminated"),
    ];

    /// <summary>The page of the whole program.</summary>
    public static string Of(IEnumerable<Verb> verbs)
    {
        var page = new StringBuilder("standoff turns reporting on an international crisis into a sourced, runnable model\nof it, and says where it is heading, why, and on which sentence each number rests.\n");
        Heading(page, "Examples");
        page.Append("  standoff run reports/*.txt -o brief.html\n  standoff run today.txt --case venezuela/ -o brief.html\n  standoff read article.html --jsonl\n  standoff explain c-017 --case venezuela/\n");
        Heading(page, "Usage");
        page.Append("  standoff VERB [FILE…] [options]\n");
        Heading(page, "Verbs");
        foreach (var verb in verbs) Row(page, verb.Name, verb.Summary);
        Row(page, "--version", "version, runtime");
        page.Append("\n  standoff VERB --help has the options and examples of a verb. Every verb reads\n  documents or another verb's envelope, so they pipe:\n\n  standoff read a.txt --json | standoff ledger | standoff model | standoff forecast\n");
        ExitCodes(page);
        return page.ToString();
    }

    /// <summary>The page of one verb.</summary>
    public static string Of(Verb verb, VerbOptions options)
    {
        var page = new StringBuilder().Append("standoff ").Append(verb.Name).Append(": ").Append(verb.Summary).Append('\n');
        Heading(page, "Examples");
        foreach (var example in verb.Examples) page.Append("  ").Append(example).Append('\n');
        Heading(page, "Usage");
        page.Append("  ").Append(verb.Usage).Append('\n');
        foreach (var group in verb.Groups(options))
        {
            Heading(page, group.Title);
            foreach (var symbol in group.Symbols) Row(page, Left(symbol), symbol.Description ?? "");
        }
        ExitCodes(page);
        return page.ToString();
    }

    private static void ExitCodes(StringBuilder page)
    {
        Heading(page, "Exit codes");
        foreach (var (code, meaning) in Codes) Row(page, code, meaning);
    }

    private static string Left(Symbol symbol) => symbol switch
    {
        Option { HelpName: { } value } option => $"{Names(option)} {value}",
        Option option => Names(option),
        _ => symbol.Name,
    };

    private static string Names(Option option) => string.Join(", ", option.Aliases.Where(a => a != "-?").Prepend(option.Name).Distinct().OrderBy(n => n.Length));

    private static void Heading(StringBuilder page, string title) => page.Append('\n').Append(title).Append('\n');

    private static void Row(StringBuilder page, string left, string right)
    {
        page.Append(' ', Indent).Append(left);
        var at = Indent + left.Length;
        if (at >= Column)
        {
            page.Append('\n');
            at = 0;
        }
        page.Append(' ', Column - at);
        at = Column;
        foreach (var word in right.Split(' '))
        {
            if (at > Column && at + 1 + word.Length > Width)
            {
                page.Append('\n').Append(' ', Column);
                at = Column;
            }
            else if (at > Column)
            {
                page.Append(' ');
                at++;
            }
            page.Append(word);
            at += word.Length;
        }
        page.Append('\n');
    }
}
