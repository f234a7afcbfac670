using FsCheck;
using FsCheck.Fluent;
using Standoff.Cli.Pipelines;
using Xunit;

namespace Standoff.Tests.Cli;

public sealed class OrderedWorkTests
{
    [Fact]
    public void Results_come_in_the_order_of_the_items_whatever_the_number_of_threads() =>
        Prop.ForAll<int[], PositiveInt>((items, jobs) =>
        {
            var work = new OrderedWork<int, int>(_ => 1, Slowly, jobs.Get % 9 + 1, CancellationToken.None);
            return work.Run(items).SequenceEqual(items.Select(i => i * 2));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Items_are_asked_for_only_as_results_are_taken()
    {
        var asked = 0;
        IEnumerable<int> Items()
        {
            while (true) yield return ++asked;
        }

        var work = new OrderedWork<int, int>(_ => 1, i => i, 2, CancellationToken.None);
        var taken = 0;
        foreach (var result in work.Run(Items()))
        {
            Assert.True(asked - taken <= 17, $"{asked} items were asked for when {taken} results had been taken.");
            if (++taken == 200) break;
        }
    }

    [Fact]
    public void Heavy_items_are_worked_on_one_at_a_time()
    {
        var (under, most) = (0, 0);
        var gate = new Lock();
        int Work(int item)
        {
            var now = Interlocked.Increment(ref under);
            lock (gate) most = Math.Max(most, now);
            Slowly(item);
            Interlocked.Decrement(ref under);
            return item;
        }

        var work = new OrderedWork<int, int>(_ => 20L * 1024 * 1024, Work, 8, CancellationToken.None);
        Assert.Equal(20, work.Run(Enumerable.Range(0, 20)).Count());
        Assert.Equal(1, most);
    }

    [Fact]
    public void A_wish_to_stop_does_not_wait_for_what_is_under_way()
    {
        using var stop = new CancellationTokenSource();
        using var never = new ManualResetEventSlim();
        var work = new OrderedWork<int, int>(_ => 1, i => { stop.Cancel(); never.Wait(CancellationToken.None); return i; }, 1, stop.Token);
        Assert.ThrowsAny<OperationCanceledException>(() => work.Run([1, 2, 3]).ToList());
        never.Set();
    }

    [Fact]
    public void What_goes_wrong_in_the_work_comes_out_where_its_result_would() =>
        Assert.Throws<FormatException>(() => new OrderedWork<int, int>(_ => 1, _ => throw new FormatException(), 2, CancellationToken.None).Run([1]).ToList());

    private static int Slowly(int item)
    {
        Thread.SpinWait(Math.Abs(item % 7) * 500);
        return item * 2;
    }
}
