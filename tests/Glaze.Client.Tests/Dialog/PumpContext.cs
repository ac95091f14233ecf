using System.Collections.Concurrent;
using System.Diagnostics;

namespace Glaze.Client.Tests.Dialog;

/// <summary>A message loop like a window's: what is posted runs on the test's own thread, and only while it pumps.</summary>
internal sealed class PumpContext : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _posts = [];

    public int PostCount { get; private set; }

    public override void Post(SendOrPostCallback d, object? state)
    {
        PostCount++;
        _posts.Add((d, state));
    }

    /// <summary>Calls something the way a window would: with this context current.</summary>
    public void Do(Action action)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            action();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <summary>Pumps until the claim holds; fails after a minute.</summary>
    public void Until(Func<bool> holds, string claim)
    {
        for (var watch = Stopwatch.StartNew(); !holds();)
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1), claim);
            PumpFor(TimeSpan.FromMilliseconds(20));
        }
    }

    public void PumpFor(TimeSpan time)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < time;)
        {
            if (_posts.TryTake(out var post, time))
            {
                Do(() => post.Callback(post.State));
            }
        }
    }
}
