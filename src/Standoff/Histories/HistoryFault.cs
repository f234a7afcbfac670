namespace Standoff.Histories;

/// <summary>A file of historical data that cannot be used.</summary>
/// <param name="file">Its name.</param>
/// <param name="line">Line from 1; 0 for the whole file.</param>
/// <param name="column">Field from 1; 0 for the whole line.</param>
/// <param name="reason">What is wrong, and what to do.</param>
public sealed class HistoryFault(string file, int line, int column, string reason)
    : FormatException(FormattableString.Invariant($"{file}{(line > 0 ? $":{line}" : "")}{(column > 0 ? $":{column}" : "")}: {reason}"))
{
    /// <summary>The file's name.</summary>
    public string File => file;

    /// <summary>Line from 1; 0 for the whole file.</summary>
    public int Line => line;

    /// <summary>Field from 1; 0 for the whole line.</summary>
    public int Column => column;
}
