using Glaze.Client.Settings;
using GlazeEffectPlugin.Pixels;

namespace GlazeEffectPlugin.Engine;

/// <summary>A run without a dialog: the caller waits, for a bounded time, and may cancel.</summary>
internal static class LayerCloaker
{
    // The engine's heartbeat ends a hung run within seconds; this bounds one that computes for ever.
    private static readonly TimeSpan Limit = TimeSpan.FromHours(1);
    private static readonly WeakReference<CloakedLayer?> Last = new(null);

    /// <summary>The cloaked layer, or null when there is nothing to change. The last result is remembered while anyone holds it.</summary>
    /// <exception cref="OperationCanceledException">Cancelled, or overtaken by a newer run.</exception>
    /// <exception cref="TimeoutException">The engine computed for longer than an hour.</exception>
    public static CloakedLayer? Run(LayerSource source, CloakSettings settings, CancellationToken cancellationToken)
    {
        if (source.IsEmpty)
        {
            return null;
        }

        if (Last.TryGetTarget(out var last) && last.Matches(source, settings))
        {
            return last;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            // On the pool, so that a caller with a synchronisation context cannot be waited for by what it waits for.
            var output = Task.Run(
                () => SharedEngine.Client.RunAsync(source.Picture, settings, cancellationToken: limit.Token), CancellationToken.None)
                .GetAwaiter().GetResult();
            var layer = CloakedLayer.Create(source, settings, output.Bgra);
            Last.SetTarget(layer);
            return layer;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(Texts.TookTooLong);
        }
    }
}
