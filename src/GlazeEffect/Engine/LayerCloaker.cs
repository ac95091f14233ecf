using Glaze.Client.Engine;
using Glaze.Client.Pixels;
using Glaze.Client.Results;
using Glaze.Client.Settings;
using GlazeEffectPlugin.Pixels;
using GlazeEffectPlugin.Resources;

namespace GlazeEffectPlugin.Engine;

/// <summary>A run without a dialog: the caller waits, for a bounded time, and may cancel.</summary>
internal static class LayerCloaker
{
    // The engine's heartbeat ends a hung run within seconds; this bounds one that computes for ever.
    private static readonly TimeSpan Limit = TimeSpan.FromHours(1);

    /// <summary>The cloaked layer, or null when there is nothing to change.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="TimeoutException">The engine computed for longer than an hour.</exception>
    /// <exception cref="InvalidOperationException">Someone else ended the engine meanwhile.</exception>
    public static FinishedLayer? Run(
        CloakRenderer renderer, LayerSource source, CloakSettings settings, CancellationToken cancellationToken)
    {
        if (source.IsEmpty)
        {
            return null;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            // On the pool, so that a caller with a synchronisation context cannot be waited for by what it waits for.
            var output = Task.Run(
                () => renderer.RenderAsync(source.Picture, settings, cancellationToken: limit.Token), CancellationToken.None)
                .GetAwaiter().GetResult();
            return source.Finish(settings, output);
        }
        catch (OperationCanceledException cancelled) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(Texts.TookTooLong, cancelled);
        }
        catch (OperationCanceledException ended) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody here asked for it, so it is no reason to leave the layer as it is without a word.
            throw new InvalidOperationException(Explain(ended), ended);
        }
    }

    /// <summary>One sentence for the artist.</summary>
    public static string Explain(Exception failure) =>
        failure is TimeoutException or NotSupportedException or InvalidOperationException { InnerException: OperationCanceledException }
            ? failure.Message
            : ErrorTexts.For(failure).Format(System.Globalization.CultureInfo.CurrentUICulture);
}
