using System.Diagnostics;

namespace Glaze.TestKit;

/// <summary>
/// Watches how late a busy machine is with work that wants to go on after a millisecond: its timers, its pool's threads, its
/// processor. A test of a promise in milliseconds adds that to its limit, so that each of its tries counts, and still fails for
/// a product that is late on an idle machine.
/// </summary>
public sealed class MachineDelay : IDisposable
{
    private static readonly TimeSpan Wanted = TimeSpan.FromMilliseconds(1);

    private readonly CancellationTokenSource _stop = new();
    private long _begun = Stopwatch.GetTimestamp();
    private long _longest;

    /// <summary>Begins to watch.</summary>
    public MachineDelay() => _ = WatchAsync(_stop.Token);

    /// <summary>The longest delay so far, one that is not over yet included.</summary>
    public TimeSpan Longest => TimeSpan.FromTicks(Math.Max(Interlocked.Read(ref _longest), Late().Ticks));

    /// <summary>Ends the watch.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private TimeSpan Late() => Stopwatch.GetElapsedTime(Interlocked.Read(ref _begun)) - Wanted;

    private async Task WatchAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            Interlocked.Exchange(ref _begun, Stopwatch.GetTimestamp());
            await Task.Delay(Wanted, CancellationToken.None).ConfigureAwait(false);
            Interlocked.Exchange(ref _longest, Math.Max(Late().Ticks, Interlocked.Read(ref _longest)));
        }
    }
}
