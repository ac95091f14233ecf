using Glaze.Client.Pixels;
using Glaze.Protocol;
using Glaze.Protocol.Framing;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Engine;

/// <summary>One request under way on one connection, from its sending to its one answer.</summary>
internal sealed class EngineJob
{
    private const int LargestPreview = 4096;

    private readonly TaskCompletionSource<ReceivedMessage> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly JobObserver _observer;
    private volatile bool _isUnwanted;

    public EngineJob(Message request, int number, ReadOnlyMemory<byte> pixels, ReadOnlyMemory<byte> selection, JobObserver observer)
    {
        Request = request;
        Number = number;
        Pixels = pixels;
        Selection = selection;
        _observer = observer;
    }

    public Message Request { get; }

    public int Number { get; }

    /// <summary>The planes to send behind the request; dropped once sent or cancelled.</summary>
    public ReadOnlyMemory<byte> Pixels { get; private set; }

    public ReadOnlyMemory<byte> Selection { get; private set; }

    /// <summary>Set once the caller no longer wants the answer; what is still unsent stays unsent.</summary>
    public bool IsUnwanted => _isUnwanted;

    public Task<ReceivedMessage> Answer => _answer.Task;

    public void ReportProgress(CloakProgress progress)
    {
        if (!IsUnwanted)
        {
            _observer.Progress?.Invoke(progress);
        }
    }

    public void ReportPreview(PreviewUpdate update, byte[] pixels)
    {
        if (!IsUnwanted)
        {
            _observer.Preview?.Invoke(new PreviewPicture(pixels, update.Width, update.Height, update.Region, update.Scale, update.Change));
        }
    }

    public void ReportModels(ModelsProgress progress)
    {
        if (!IsUnwanted)
        {
            _observer.Models?.Invoke(progress);
        }
    }

    public void MarkUnwanted() => _isUnwanted = true;

    public void DropPixels()
    {
        Pixels = default;
        Selection = default;
    }

    public void Complete(ReceivedMessage answer)
    {
        if (IsUnwanted)
        {
            _answer.TrySetCanceled();
        }
        else
        {
            _answer.TrySetResult(answer);
        }
    }

    public void Cancel() => _answer.TrySetCanceled();

    public void Fail(Exception cause)
    {
        if (IsUnwanted || cause is OperationCanceledException)
        {
            _answer.TrySetCanceled();
            return;
        }

        _answer.TrySetException(cause);

        // Nobody may be waiting any more; an unobserved failure is not one.
        _ = _answer.Task.Exception;
    }

    /// <summary>Refuses pixels the request cannot lead to, before room is made for them.</summary>
    /// <exception cref="ProtocolException">The size does not belong to the request.</exception>
    public void Inspect(Message message)
    {
        var fits = (message, Request) switch
        {
            (CloakResult result, CloakRequest { Preview: null } request) =>
                (result.Width, result.Height) == (request.Width, request.Height) && result.Region == PixelRectangle.Whole(request.Width, request.Height),
            (CloakResult result, CloakRequest { Preview: { } preview }) => Fits(preview, result.Region, result.Width, result.Height),
            (PreviewUpdate update, CloakRequest { Preview: { } preview }) => Fits(preview, update.Region, update.Width, update.Height),
            (PreviewUpdate update, CloakRequest request) => Fits(WholeAsPreview(request), update.Region, update.Width, update.Height),
            (StyleThumbnails thumbnails, StyleThumbnailRequest request) =>
                thumbnails.Items.All(item => Math.Max(item.Width, item.Height) <= request.MaxSide),
            (ModelView view, ModelViewRequest) => Math.Max(view.Width, view.Height) <= LargestPreview,
            _ => false,
        };
        if (!fits)
        {
            throw new ProtocolException($"The engine announced pixels that job {Number} did not ask for: {message}.");
        }
    }

    // A preview shows the part that was asked for, and is never larger than that part.
    private static bool Fits(PreviewOptions preview, PixelRectangle region, int width, int height) =>
        region == preview.Region && Math.Max(width, height) <= preview.MaxSide && width <= region.Width && height <= region.Height;

    private static PreviewOptions WholeAsPreview(CloakRequest request) =>
        new(PixelRectangle.Whole(request.Width, request.Height), LargestPreview);
}
