using System.Globalization;

namespace Standoff.Cli.Views;

/// <summary>So many of something, in words.</summary>
internal static class Amount
{
    /// <summary>"1 document", "2,025 documents".</summary>
    public static string Of(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");
}
