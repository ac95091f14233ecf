using Glaze.Client.Engine;

namespace Glaze.Client.Dialog;

/// <summary>
/// Carries values from any thread to the dialog's, the newest only: however fast they come, at most one call is waiting.
/// </summary>
internal sealed class LatestPost<T>(SynchronizationContext context, Action<T> show)
    where T : class
{
    private (T Value, CancellationToken Until)? _latest;
    private readonly Lock _lock = new();

    /// <summary>Offers a value; dropped if a newer one comes first, or if it is no longer wanted when its turn comes.</summary>
    public void Offer(T value, CancellationToken until)
    {
        lock (_lock)
        {
            var isWaiting = _latest is not null;
            _latest = (value, until);
            if (isWaiting)
            {
                return;
            }
        }

        // The window may have gone meanwhile: then there is nobody to show it to, and the engine's thread is not to suffer.
        Background.Guard(() => context.Post(_ => Show(), null));
    }

    private void Show()
    {
        (T Value, CancellationToken Until)? latest;
        lock (_lock)
        {
            latest = _latest;
            _latest = null;
        }

        if (latest is { } shown && !shown.Until.IsCancellationRequested)
        {
            show(shown.Value);
        }
    }
}
