namespace Glaze.Engine.Jobs;

/// <summary>How long work will still take, from how long its first part took: the one estimate that all bars show.</summary>
internal sealed class RemainingTime(TimeProvider time)
{
    // Before this share is done, the start of the work decides more than its pace.
    private const double TooEarly = 0.06;

    private readonly long _start = time.GetTimestamp();

    /// <summary>The time since the work began.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_start);

    /// <summary>The seconds left.</summary>
    /// <param name="fraction">The share that is done, 0..1.</param>
    /// <returns>Null while it is too early to say.</returns>
    public double? Seconds(double fraction) => fraction > TooEarly ? Elapsed.TotalSeconds * (1 - fraction) / fraction : null;
}
