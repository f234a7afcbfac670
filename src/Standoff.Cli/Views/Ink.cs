namespace Standoff.Cli.Views;

/// <summary>Styles for a terminal; without colours, the text alone.</summary>
/// <param name="IsOn">Whether escape sequences may be written.</param>
internal sealed record Ink(bool IsOn)
{
    public string Bold(string text) => Style("1", text);

    public string Faint(string text) => Style("2", text);

    public string Good(string text) => Style("38;5;30", text);

    public string Warn(string text) => Style("38;5;166", text);

    /// <summary>One of a few hues that colour-blind readers tell apart (Okabe and Ito), by place.</summary>
    public string Hue(int place, string text) => Style($"38;5;{Hues[place % Hues.Length]}", text);

    private static readonly int[] Hues = [32, 166, 35, 178, 133, 74, 214, 245];

    private string Style(string code, string text) => IsOn && text.Length > 0 ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
