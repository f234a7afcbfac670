using System.Diagnostics;
using System.Globalization;
using Standoff.Cli.Options;

namespace Standoff.Cli.Hosting;

/// <summary>
/// Progress on standard error: nothing in the first second, then one moving line on a terminal, or on request a plain
/// line every few seconds for logs. It never touches standard output.
/// </summary>
internal sealed class Progress : IProgress<double>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly Host _host;
    private readonly ProgressMode _mode;
    private readonly Stopwatch _sinceStart = Stopwatch.StartNew();
    private readonly Lock _gate = new();
    private TimeSpan _last = TimeSpan.Zero;
    private string _stage = "";
    private bool _drawn;

    public Progress(Host host, Request request)
    {
        _host = host;
        _mode = request.Quiet || (request.Progress == ProgressMode.Auto && !host.ErrorIsTerminal) ? ProgressMode.Never : request.Progress;
    }

    /// <summary>Names the work that follows.</summary>
    public void Enter(string stage)
    {
        lock (_gate) _stage = stage;
        Report(0);
    }

    /// <summary>Share of the present stage that is done, 0 … 1; may be called from any thread.</summary>
    public void Report(double value)
    {
        if (_mode == ProgressMode.Never) return;
        lock (_gate)
        {
            var now = _sinceStart.Elapsed;
            var pause = _mode == ProgressMode.Plain ? 5 : 0.1;
            if (now < Patience || (_drawn && (now - _last).TotalSeconds < pause)) return;
            Draw(value, now);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_drawn && _mode == ProgressMode.Auto) _host.Error.Write("\r\u001b[K");
            _drawn = false;
        }
    }

    private void Draw(double share, TimeSpan now)
    {
        _last = now;
        _drawn = true;
        var seconds = now.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        var percent = Math.Clamp(share * 100, 0, 100).ToString("0", CultureInfo.InvariantCulture);
        if (_mode == ProgressMode.Plain)
        {
            _host.Error.WriteLine($"standoff: {_stage} {percent} % after {seconds} s");
            return;
        }
        var filled = (int)(Math.Clamp(share, 0, 1) * 24);
        _host.Error.Write($"\r{_stage,-16} {new string('━', filled)}{new string('╌', 24 - filled)} {percent,3} %  {seconds} s\u001b[K");
    }
}
