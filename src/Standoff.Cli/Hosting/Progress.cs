using System.Diagnostics;
using System.Globalization;
using Standoff.Cli.Options;
using Standoff.Forecasts;

namespace Standoff.Cli.Hosting;

/// <summary>
/// Progress on standard error: nothing in the first second, then one moving line on a terminal, or on request a plain
/// line every few seconds for logs. It never touches standard output.
/// </summary>
internal sealed class Progress : IProgress<ForecastProgress>, IDisposable
{
    private const int Cells = 24;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Moving = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan Plain = TimeSpan.FromSeconds(5);
    private readonly Host _host;
    private readonly ProgressMode _mode;
    private readonly Stopwatch _sinceStart = Stopwatch.StartNew();
    private readonly Lock _gate = new();
    private readonly Timer? _timer;
    private string _stage = "starting";
    private double _share;
    private bool _drawn;
    private bool _over;

    public Progress(Host host, Request request)
    {
        _host = host;
        _host.HowFar = HowFar;
        _mode = request.Quiet || (request.Progress == ProgressMode.Auto && !host.ErrorIsTerminal) ? ProgressMode.Never : request.Progress;
        if (_mode != ProgressMode.Never) _timer = new Timer(_ => Draw(), null, Patience, _mode == ProgressMode.Plain ? Plain : Moving);
    }

    /// <summary>Names the work that follows.</summary>
    public void Enter(string stage) => Report(new ForecastProgress(stage, 0));

    /// <summary>Share of the present work that is done, 0 … 1; may be called from any thread.</summary>
    public void Report(double value)
    {
        lock (_gate) _share = value;
    }

    /// <inheritdoc/>
    public void Report(ForecastProgress value)
    {
        lock (_gate) (_stage, _share) = (value.Stage, value.Done);
    }

    /// <summary>Ends the display and clears its line.</summary>
    public void Dispose()
    {
        _timer?.Dispose();
        lock (_gate)
        {
            _over = true;
            if (_drawn && _mode == ProgressMode.Auto) _host.Error.Write("\r\u001b[K");
            _drawn = false;
        }
    }

    private string HowFar()
    {
        lock (_gate) return string.Create(CultureInfo.InvariantCulture, $"after {_sinceStart.Elapsed.TotalSeconds:0} s, {_stage}: {Math.Clamp(_share, 0, 1) * 100:0} % done; no result was written");
    }

    private void Draw()
    {
        lock (_gate)
        {
            if (_over) return;
            _drawn = true;
            var seconds = _sinceStart.Elapsed.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            var percent = (Math.Clamp(_share, 0, 1) * 100).ToString("0", CultureInfo.InvariantCulture);
            if (_mode == ProgressMode.Plain) _host.Error.WriteLine($"standoff: {_stage}, {percent} % after {seconds} s");
            else _host.Error.Write($"\r{_stage,-30} {Bar()} {percent,3} %  {seconds} s\u001b[K");
        }
    }

    private string Bar()
    {
        var filled = (int)(Math.Clamp(_share, 0, 1) * Cells);
        return new string('━', filled) + new string('╌', Cells - filled);
    }
}
