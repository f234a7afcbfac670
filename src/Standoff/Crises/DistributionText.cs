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
    public static DistributionResult Parse(string text, bool isProbability = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new Reader(text, isProbability);
        try
        {
            return new DistributionResult(reader.Read(), "", 0);
        }
        catch (NotationFault fault)
        {
            return new DistributionResult(null, fault.Message, fault.Position);
        }
    }

    /// <summary>Writes a distribution so that <see cref="Parse"/> gives it back; a grid is summed up by its 5th and 95th percentile.</summary>
    public static string Format(Distribution distribution) => distribution switch
    {
        Distribution.Point p => Number(p.Value),
        Distribution.Uniform u => $"uniform({Number(u.Low)}, {Number(u.High)})",
        Distribution.Normal n => $"normal({Number(n.Mean)}, {Number(n.Deviation)})",
        Distribution.LogNormal l => $"lognormal({Number(l.Median)}, {Number(l.LogDeviation)})",
        Distribution.Beta b => $"beta({Number(b.Alpha)}, {Number(b.Bb)})",
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

    private sealed class Reader(string text, bool isProbability)
    {
        private int _at;

        public Distribution Read()
        {
            Skip();
            if (_at == text.Length) throw Fault($"a distribution is missing; write {Forms}");
            var distribution = char.IsLetter(text[_at]) ? Call() : text[_at] == '~' ? Approximate() : NumberOrRange();
            Skip();
            if (_at < text.Length) throw Fault($"'{text[_at..]}' was not expected after the distribution");
            return distribution;
        }

        private Distribution Approximate()
        {
            _at++;
            var start = _at;
            var value = Bounded();
            if (value <= 0) throw new NotationFault("'~' needs a number above 0", start);
            return isProbability ? BetaOf(value, Math.Min(About * value, About * (1 - value))) : new Distribution.LogNormal(value, About);
        }

        private Distribution NumberOrRange()
        {
            var start = _at;
            var value = Bounded();
            if (Word("in")) return new Distribution.Point(Chance(value, start));
            if (!Word("to")) return new Distribution.Point(value);
            var high = Bounded();
            if (!(high > value)) throw new NotationFault($"the range ends at {Number(high)}, which is not above its start {Number(value)}", start);
            if (isProbability) return BetaOf((value + high) / 2, (high - value) / DeviationsBetween);
            if (value <= 0) return new Distribution.Normal((value + high) / 2, (high - value) / DeviationsBetween);
            var (a, b) = (ElementaryFunctions.Log(value), ElementaryFunctions.Log(high));
            return new Distribution.LogNormal(ElementaryFunctions.Exp((a + b) / 2), (b - a) / DeviationsBetween);
        }

        private double Chance(double cases, int start)
        {
            var of = Plain();
            return cases >= 0 && of > 0 && cases <= of ? cases / of : throw new NotationFault($"'{Number(cases)} in {Number(of)}' is no chance", start);
        }

        private Distribution Call()
        {
            var start = _at;
            while (_at < text.Length && char.IsLetter(text[_at])) _at++;
            var name = text[start.._at].ToLowerInvariant();
            if (name is not ("beta" or "normal" or "lognormal" or "uniform")) throw new NotationFault($"'{name}' is no distribution; write {Forms}", start);
            Expect('(', name);
            var a = Plain();
            Expect(',', name);
            var b = Plain();
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
            if (isProbability && (a < 0 || b > 1)) throw new NotationFault("a probability lies between 0 and 1", start);
            return new Distribution.Uniform(a, b);
        }

        private double Bounded()
        {
            Skip();
            var start = _at;
            var value = Plain();
            if (isProbability && value is < 0 or > 1 && !Ahead("in")) throw new NotationFault($"{Number(value)} is no probability: it must lie between 0 and 1", start);
            return value;
        }

        private double Plain()
        {
            Skip();
            var start = _at;
            while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] is '.' or '-' or '+' || IsExponent(start))) _at++;
            if (!double.TryParse(text.AsSpan(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
                throw new NotationFault($"a number was expected; write {Forms}", start);
            Skip();
            if (_at < text.Length && text[_at] == '%')
            {
                _at++;
                value /= 100;
            }
            return value;
        }

        private bool IsExponent(int start) => text[_at] is 'e' or 'E' && _at > start && _at + 1 < text.Length && (char.IsAsciiDigit(text[_at + 1]) || text[_at + 1] is '-' or '+');

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
