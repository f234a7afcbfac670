using System.Globalization;
using Standoff.Games.Numerics;

namespace Standoff.Crises;

/// <summary>What came of reading a distribution.</summary>
/// <param name="Value">The distribution; <see langword="null"/> if it could not be read.</param>
/// <param name="Error">What was expected, in one sentence; empty if it was read.</param>
/// <param name="Position">Where in the text the fault stands, from 0.</param>
public sealed record DistributionResult(Distribution? Value, string Error, int Position);

/// <summary>The notation in which people write an uncertain number.</summary>
public static class DistributionText
{
    /// <summary>What a fault's sentence lists as possible.</summary>
    public const string Forms = "0.3, 30%, 1 in 5, ~0.3, 0.2 to 0.5, beta(2, 5), normal(0, 1), lognormal(0.1, 0.4) or uniform(0, 1)";

    // Between the 5th and the 95th percentile lie 2 · 1.6449 standard deviations of a normal distribution.
    private const double DeviationsBetween = 3.2897072539;

    // "~x" is x give or take a third, nine times in ten.
    private const double About = 0.2;

    // Fewer observations than half of one no beta distribution is given.
    private const double LeastCount = 0.5;

    /// <summary>
    /// Reads a distribution. <c>a to b</c> are the 5th and 95th percentile: of a beta distribution for a probability, of a lognormal
    /// one for positive numbers, else of a normal one. <c>~x</c> is a standard deviation of a fifth of x.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="isProbability">Whether the number is a probability, so that all of it must lie in [0, 1].</param>
    public static DistributionResult Parse(string text, bool isProbability = false) => Parse(text, isProbability ? ParameterDomain.Probability : ParameterDomain.Any);

    /// <summary>The same for a number that may have certain values only: a number or an end of a range outside them is a fault, other distributions are left to be cut.</summary>
    internal static DistributionResult Parse(string text, ParameterDomain domain)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new Reader(text, domain);
        try
        {
            return new DistributionResult(reader.Read(), "", 0);
        }
        catch (NotationFault fault)
        {
            return new DistributionResult(null, fault.Message, fault.Position);
        }
    }

    /// <summary>Writes a distribution so that <see cref="Parse(string, bool)"/> gives it back; a grid is summed up by its 5th and 95th percentile.</summary>
    public static string Format(Distribution distribution) => distribution switch
    {
        Distribution.Point p => Number(p.Value),
        Distribution.Uniform u => $"uniform({Number(u.Low)}, {Number(u.High)})",
        Distribution.Normal n => $"normal({Number(n.Mean)}, {Number(n.Deviation)})",
        Distribution.LogNormal l => $"lognormal({Number(l.Median)}, {Number(l.LogDeviation)})",
        Distribution.Beta b => $"beta({Number(b.Alpha)}, {Number(b.Bb)})",
        Distribution.Truncated t => Format(t.Of),
        Distribution.Grid g => $"{Short(g.Low)} to {Short(g.High)}",
        _ => throw new ArgumentOutOfRangeException(nameof(distribution), distribution, "Unknown distribution."),
    };

    /// <summary>5th and 95th percentile as a person reads them, with three significant digits.</summary>
    public static string Range(Distribution distribution)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        return distribution is Distribution.Point p ? Short(p.Value) : $"{Short(distribution.Low)} to {Short(distribution.High)}";
    }

    internal static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    internal static string Short(double value) => double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    private sealed class NotationFault(string message, int position) : Exception(message)
    {
        public int Position => position;
    }

    private sealed class Reader(string text, ParameterDomain domain)
    {
        // What people put between the ends of a range; hyphen, en dash, em dash, minus and figure dash.
        private const string Dashes = "-\u2013\u2014\u2212\u2012";

        private int _at;

        private bool IsProbability => domain.IsProbability;

        public Distribution Read()
        {
            Skip();
            if (_at == text.Length) throw Fault($"a distribution is missing; write {Forms}");
            var distribution = Word("between") ? Range("and") : Word("from") ? Range("to") : char.IsLetter(text[_at]) ? Call() : text[_at] == '~' ? Approximate() : NumberOrRange();
            Skip();
            if (_at < text.Length) throw Fault($"'{text[_at..]}' was not expected after the distribution");
            return distribution;
        }

        private Distribution Approximate()
        {
            _at++;
            var start = _at;
            var value = Bounded();
            if (value <= 0 || (IsProbability && value >= 1)) throw new NotationFault($"'~' needs a number above 0{(IsProbability ? " and below 1" : "")}", start);
            return IsProbability ? BetaOf(value, Math.Min(About * value, About * (1 - value))) : new Distribution.LogNormal(value, About);
        }

        private Distribution NumberOrRange()
        {
            var start = _at;
            var value = Plain(out var isPercent);
            if (Word("in")) return new Distribution.Point(Within(Chance(value, start), start));
            return Word("to") || Dash() ? Range(value, isPercent, start) : new Distribution.Point(Within(value, start));
        }

        private Distribution Range(string word)
        {
            Skip();
            var start = _at;
            var value = Plain(out var isPercent);
            if (!Word(word) && !Dash()) throw Fault($"'{word}' was expected before the end of the range");
            return Range(value, isPercent, start);
        }

        private Distribution Range(double low, bool lowIsPercent, int start)
        {
            Skip();
            var end = _at;
            var high = Plain(out var isPercent);
            // "20-50%": the sign stands for both.
            if (isPercent && !lowIsPercent && low >= high) low /= 100;
            Within(low, start);
            Within(high, end);
            if (!(high > low)) throw new NotationFault($"the range ends at {Number(high)}, which is not above its start {Number(low)}", start);
            if (IsProbability) return BetaOf((low + high) / 2, (high - low) / DeviationsBetween);
            if (low <= 0) return new Distribution.Normal((low + high) / 2, (high - low) / DeviationsBetween);
            var (a, b) = (ElementaryFunctions.Log(low), ElementaryFunctions.Log(high));
            return new Distribution.LogNormal(ElementaryFunctions.Exp((a + b) / 2), (b - a) / DeviationsBetween);
        }

        private double Chance(double cases, int start)
        {
            var of = Plain(out _);
            return cases >= 0 && of > 0 && cases <= of ? cases / of : throw new NotationFault($"'{Number(cases)} in {Number(of)}' is no chance", start);
        }

        private Distribution Call()
        {
            var start = _at;
            while (_at < text.Length && char.IsLetter(text[_at])) _at++;
            var name = text[start.._at].ToLowerInvariant();
            if (name is not ("beta" or "normal" or "lognormal" or "uniform")) throw new NotationFault($"'{name}' is no distribution; write {Forms}", start);
            Expect('(', name);
            var a = Plain(out _);
            Expect(',', name);
            var b = Plain(out _);
            Expect(')', name);
            return Make(name, a, b, start);
        }

        private Distribution Make(string name, double a, double b, int start)
        {
            if (name == "beta") return a > 0 && b > 0 ? new Distribution.Beta(a, b) : throw new NotationFault("both numbers of beta must be above 0", start);
            if (name == "normal") return b > 0 ? new Distribution.Normal(a, b) : throw new NotationFault("the standard deviation of normal must be above 0", start);
            if (name == "lognormal")
                return a > 0 && b > 0 ? new Distribution.LogNormal(a, b) : throw new NotationFault("the median and the deviation of lognormal must be above 0", start);
            if (!(b > a)) throw new NotationFault("uniform must end above its start", start);
            if (IsProbability && (a < 0 || b > 1)) throw new NotationFault("a probability lies between 0 and 1", start);
            Within(a, start);
            Within(b, start);
            return new Distribution.Uniform(a, b);
        }

        private double Bounded()
        {
            Skip();
            var start = _at;
            return Within(Plain(out _), start);
        }

        private double Within(double value, int start)
        {
            if (domain.Holds(value)) return value;
            throw new NotationFault(IsProbability ? $"{Number(value)} is no probability: it must lie between 0 and 1" : $"{Number(value)} is outside what it may be: it must lie {domain.Words}", start);
        }

        private double Plain(out bool isPercent)
        {
            Skip();
            var start = _at;
            while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] == '.' || IsSign(start) || IsExponent(start))) _at++;
            if (!double.TryParse(text[start.._at].Replace('\u2212', '-'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
                throw new NotationFault($"a number was expected; write {Forms}", start);
            Skip();
            isPercent = _at < text.Length && text[_at] == '%';
            if (!isPercent) return value;
            _at++;
            return value / 100;
        }

        // Before the first digit or after the exponent's letter; elsewhere it joins the ends of a range.
        private bool IsSign(int start) => text[_at] is '-' or '+' or '\u2212' && (_at == start || text[_at - 1] is 'e' or 'E');

        private bool IsExponent(int start) => text[_at] is 'e' or 'E' && _at > start && _at + 1 < text.Length && (char.IsAsciiDigit(text[_at + 1]) || text[_at + 1] is '-' or '+');

        private bool Dash()
        {
            Skip();
            if (_at >= text.Length || !Dashes.Contains(text[_at])) return false;
            _at++;
            return true;
        }

        private bool Ahead(string word)
        {
            Skip();
            return text.AsSpan(_at).StartsWith(word, StringComparison.OrdinalIgnoreCase) && (_at + word.Length == text.Length || !char.IsLetter(text[_at + word.Length]));
        }

        private bool Word(string word)
        {
            if (!Ahead(word)) return false;
            _at += word.Length;
            return true;
        }

        private void Expect(char c, string name)
        {
            Skip();
            if (_at >= text.Length || text[_at] != c) throw Fault($"'{c}' was expected in {name}(…, …)");
            _at++;
        }

        private void Skip()
        {
            while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
        }

        private NotationFault Fault(string message) => new(message, _at);

        // The beta distribution of that mean and standard deviation.
        private static Distribution.Beta BetaOf(double mean, double deviation)
        {
            var count = Math.Max((mean * (1 - mean) / (deviation * deviation)) - 1, LeastCount);
            return new Distribution.Beta(mean * count, (1 - mean) * count);
        }
    }
}
