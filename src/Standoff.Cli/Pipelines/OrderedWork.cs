using System.Collections.Concurrent;

namespace Standoff.Cli.Pipelines;

/// <summary>
/// The same work on one item after the other, several at a time, its results in the order of the items. Items are asked for only as
/// results are taken, so that a long sequence needs no more room than a short one.
/// </summary>
/// <param name="weight">The room that an item takes, in bytes; together at most 32 MB are under way, or one item.</param>
/// <param name="work">What to do; called from any thread.</param>
/// <param name="jobs">How many at a time.</param>
/// <param name="stop">Ends the waiting at once; what is under way is left behind.</param>
internal sealed class OrderedWork<T, TResult>(Func<T, long> weight, Func<T, TResult> work, int jobs, CancellationToken stop)
{
    private const int ItemsPerJob = 8;
    private const long MaxWeight = 32L * 1024 * 1024;

    // Not disposed of: a worker that is left behind looks once more whether there is anything to do.
    private readonly BlockingCollection<Task<TResult>> _waiting = [];
    private readonly Queue<(Task<TResult> Task, long Weight)> _underWay = [];
    private long _held;
    private int _workers;

    /// <summary>The results in order. The items are asked for from the caller's thread.</summary>
    public IEnumerable<TResult> Run(IEnumerable<T> items)
    {
        try
        {
            foreach (var item in items)
            {
                while (MustTake(weight(item))) yield return Next();
                Begin(item);
            }
            while (_underWay.Count > 0) yield return Next();
        }
        finally
        {
            _waiting.CompleteAdding();
            while (_waiting.TryTake(out _))
            {
                // What nobody has begun, nobody wants any more.
            }
        }
    }

    private bool MustTake(long more) => _underWay.TryPeek(out var first)
        && (first.Task.IsCompleted || _underWay.Count >= jobs * ItemsPerJob || _held + more > MaxWeight);

    private void Begin(T item)
    {
        stop.ThrowIfCancellationRequested();
        var task = new Task<TResult>(() => work(item));
        _underWay.Enqueue((task, weight(item)));
        _held += weight(item);
        _waiting.Add(task, CancellationToken.None);
        if (_workers < Math.Min(jobs, _underWay.Count)) Hire();
    }

    private void Hire()
    {
        _workers++;
        new Thread(Work) { IsBackground = true }.Start();
    }

    private void Work()
    {
        foreach (var task in _waiting.GetConsumingEnumerable()) task.RunSynchronously(TaskScheduler.Default);
    }

    private TResult Next()
    {
        var (task, heavy) = _underWay.Dequeue();
        _held -= heavy;
        Task.WaitAny([task], stop);
        return task.GetAwaiter().GetResult();
    }
}
