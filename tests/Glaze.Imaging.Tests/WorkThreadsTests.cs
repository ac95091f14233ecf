namespace Glaze.Imaging.Tests;

public sealed class WorkThreadsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void For_WithALimit_RunsNoMoreAtOnce(int limit)
    {
        var (now, most, done) = (0, 0, 0);
        using (WorkThreads.Limit(limit))
        {
            WorkThreads.For(64, CancellationToken.None, _ =>
            {
                var running = Interlocked.Increment(ref now);
                InterlockedMax(ref most, running);
                Thread.SpinWait(20_000);
                Interlocked.Decrement(ref now);
                Interlocked.Increment(ref done);
            });
        }

        done.ShouldBe(64);
        most.ShouldBeInRange(1, limit);
    }

    [Fact]
    public void For_InsideAnother_StaysOnItsThread()
    {
        var strays = 0;

        WorkThreads.For(8, CancellationToken.None, _ =>
        {
            var thread = Environment.CurrentManagedThreadId;
            WorkThreads.For(8, CancellationToken.None, _ => Interlocked.Add(ref strays, Environment.CurrentManagedThreadId == thread ? 0 : 1));
        });

        strays.ShouldBe(0);
    }

    [Fact]
    public async Task Limit_OfWorkThatStartsOther_HoldsThereTooAndNoLonger()
    {
        var before = WorkThreads.Count;

        using (WorkThreads.Limit(3))
        {
            (await Task.Run(() => WorkThreads.Count)).ShouldBe(3);
            using (WorkThreads.Limit(1))
            {
                WorkThreads.Count.ShouldBe(1);
            }

            WorkThreads.Count.ShouldBe(3);
        }

        WorkThreads.Count.ShouldBe(before);
        WorkThreads.IsLimited.ShouldBeFalse();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void For_WorkFails_ThrowsItsOwnFailure(int limit)
    {
        using var threads = WorkThreads.Limit(limit);

        Should.Throw<TimeoutException>(() => WorkThreads.For(32, CancellationToken.None, i => throw new TimeoutException($"at {i}")));
        Should.Throw<OperationCanceledException>(() => WorkThreads.For(32, new CancellationToken(canceled: true), _ => { }));
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref target)) < value)
        {
            Interlocked.CompareExchange(ref target, value, seen);
        }
    }
}
