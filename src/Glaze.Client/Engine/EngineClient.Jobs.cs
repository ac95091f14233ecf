using Glaze.Client.Pixels;
using Glaze.Client.Settings;
using Glaze.Protocol;
using Glaze.Protocol.Framing;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Engine;

/// <summary>One job from request to answer, its cancellation included.</summary>
public sealed partial class EngineClient
{
    private EngineJob CreateJob(
        EngineConnection connection, string key, CloakPicture picture, CloakSettings settings, PreviewOptions? preview, JobObserver observer)
    {
        var number = connection.NextJob();
        var isHeld = connection.Holds(key);
        var request = new CloakRequest
        {
            Job = number,
            Picture = key,
            PixelsFollow = !isHeld,
            Width = picture.Width,
            Height = picture.Height,
            SelectionBounds = picture.SelectionBounds,
            HasSelectionMask = picture.SelectionMask is not null,
            Intensity = settings.Intensity,
            Quality = settings.Quality,
            Style = settings.Style,
            Seed = settings.Seed,
            Device = settings.Device,
            AdapterLuid = settings.AdapterLuid,
            Flat = settings.Flat,
            Surrogates = EncoderChoice.Names(settings.Encoders),
            Language = _options.Language,
            Preview = preview,
        };
        return isHeld
            ? new EngineJob(request, number, default, default, observer)
            : new EngineJob(request, number, picture.Bgra, picture.SelectionMask, observer);
    }

    private static List<StylePicture> SplitThumbnails(StyleThumbnails thumbnails, byte[] pixels)
    {
        var pictures = new List<StylePicture>(thumbnails.Items.Count);
        var offset = 0;
        foreach (var item in thumbnails.Items)
        {
            var count = item.Width * item.Height * ProtocolLimits.BytesPerPixel;
            pictures.Add(new StylePicture(item.Style, item.Width, item.Height, pixels[offset..(offset + count)]));
            offset += count;
        }

        return pictures;
    }

    private void Overtake(CancellationTokenSource newest)
    {
        var before = Interlocked.Exchange(ref _newest, newest);
        try
        {
            before?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended in this very moment.
        }
    }

    private async Task<ReceivedMessage> AnswerAsync(
        EngineConnection connection, EngineJob job, CancellationToken overtaken, CancellationToken cancelled)
    {
        cancelled.ThrowIfCancellationRequested();
        overtaken.ThrowIfCancellationRequested();
        connection.Submit(job);
        await using var onOvertaken = overtaken.Register(() =>
        {
            // The engine may finish the old job when it likes; the caller need not wait.
            connection.RequestCancel(job);
            job.Cancel();
        });
        await using var limit = _options.Time.CreateTimer(
            _ => Background.Guard(() => Abandon(connection, job)), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        // Let go of before the timer is: once the answer is there, no cancel sets it any more.
        await using var onCancelled = cancelled.Register(() =>
        {
            connection.RequestCancel(job);
            limit.Change(_options.CancelLimit, Timeout.InfiniteTimeSpan);
        });
        return await job.Answer.ConfigureAwait(false);
    }
}
