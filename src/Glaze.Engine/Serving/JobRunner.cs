using Glaze.Cloaking;
using Glaze.Cloaking.Audit;
using Glaze.Engine.Jobs;
using Glaze.Engine.Models;
using Glaze.Imaging;
using Glaze.Imaging.Painterly;
using Glaze.Inference;
using Glaze.Languages;
using Glaze.Protocol.Framing;
using Glaze.Protocol.Messages;
using CloakStage = Glaze.Protocol.Messages.CloakStage;
using VisibleChange = Glaze.Cloaking.Audit.VisibleChange;

namespace Glaze.Engine.Serving;

/// <summary>Computes one request at a time and sends its progress, previews and result.</summary>
internal sealed class JobRunner(FrameWriter writer, CloakingEngine engine, ModelCatalog models)
{
    // A first preview must be visible within two seconds on two cores, whatever the canvas.
    private const int DraftSide = 320;

    // A draft has fewer pixels and fewer steps than what follows it: measured, about a tenth of the time; the rest is not nearly done with it.
    private const double DraftShare = 0.1;

    private readonly CloakWork _work = new(engine, models);
    private HeldPicture? _picture;
    private bool _wasCloaked;
    private (string Key, double Epsilon, PreviewPicture Picture, PixelBuffer Cloaked)? _shown;
    private CloakRequest? _previewed;
    private (string Picture, int Seed, string Surrogates, string Style)? _chosen;

    /// <summary>Answers a request; cancellation and failures leave as exceptions.</summary>
    public void Run(ReceivedMessage received, CancellationToken cancellationToken)
    {
        if (received.Message is StyleThumbnailRequest thumbnails)
        {
            ThumbnailJob.Run(thumbnails, writer, cancellationToken);
            return;
        }

        if (received.Message is ModelViewRequest view)
        {
            View(view, cancellationToken);
            return;
        }

        if (models.Refresh())
        {
            _shown = null;
            engine.Forget();
        }

        var request = (CloakRequest)received.Message;
        using var threads = WorkThreads.Limit(request.Threads);
        Hold(request, received);
        Check(request);
        var reporter = new ProgressReporter(writer, request.Job, TimeProvider.System);
        reporter.Report(CloakStage.LoadingModels, 0);
        var settings = Settings(request, reporter, cancellationToken);
        if (request.Preview is { } preview)
        {
            Preview(request, preview, settings, reporter, cancellationToken);
        }
        else
        {
            Final(request, settings, reporter, cancellationToken);
        }
    }

    private void Hold(CloakRequest request, ReceivedMessage received)
    {
        if (request.PixelsFollow)
        {
            _picture = HeldPicture.From(request, received.Pixels, received.Selection);
            _wasCloaked = _work.Cloaked.Has(_picture.Pixels);
        }
        else if (_picture?.Name != request.Picture)
        {
            throw new UnknownPictureException();
        }
    }

    private void Check(CloakRequest request)
    {
        if (request.Style != CloakRequest.AutoStyle && StyleCatalog.Find(request.Style) is null)
        {
            throw new UnknownStyleException(request.Style);
        }

        models.Ensemble(request.Surrogates);
    }

    // The style is chosen once per picture and seed, so that every preview and the result share one T.
    private CloakSettings Settings(CloakRequest request, ProgressReporter reporter, CancellationToken cancellationToken)
    {
        var settings = new CloakSettings(
            request.Intensity, Qualities.Of(request.Quality).Algorithm, request.Style == CloakRequest.AutoStyle ? null : request.Style, request.Seed, Translation.Of(request.Flat));
        if (settings.StyleName is not null)
        {
            return settings;
        }

        var key = (request.Picture, request.Seed, string.Join(",", request.Surrogates));
        if (_chosen is not { } chosen || (chosen.Picture, chosen.Seed, chosen.Surrogates) != key)
        {
            reporter.Report(CloakStage.PaintingTarget, 0);
            chosen = (key.Picture, key.Seed, key.Item3, _work.ChooseStyle(Choice(request), _picture!.Pixels, settings, cancellationToken));
            _chosen = chosen;
        }

        return settings with { StyleName = chosen.Style };
    }

    private void Preview(CloakRequest request, PreviewOptions options, CloakSettings settings, ProgressReporter reporter, CancellationToken cancellationToken)
    {
        var key = $"{Key(request, settings)} {options.MaxSide}";
        if (_shown is { } before && before.Key == key)
        {
            // Only the intensity is another: what is there already, scaled, needs no steps.
            SendUpdate(before.Picture, PerturbationScaling.Apply(Job(before.Picture, settings), before.Cloaked, before.Epsilon));
        }
        else
        {
            reporter.Part = (0, DraftShare);
            var (draft, drafted) = Draft(request, options, settings, reporter, cancellationToken);
            reporter.Part = (DraftShare, 1);
            _shown = (key, drafted.Epsilon, draft, drafted.Cloaked);
            SendUpdate(draft, drafted.Cloaked);
        }

        _previewed = request;
        var refined = PreviewPicture.Of(_picture!, options.Region, options.MaxSide);
        var outcome = Cloak(request, Job(refined, settings), reporter, cancellationToken);
        _shown = (key, outcome.Epsilon, refined, outcome.Cloaked);
        SendUpdate(refined, outcome.Cloaked);
        var audit = Audit(request, refined.Pixels, outcome, reporter, cancellationToken);
        SendResult(request, refined.Pixels, outcome, options.Region, refined.Scale, audit, cancellationToken);

        void SendUpdate(PreviewPicture shown, PixelBuffer pixels)
        {
            writer.Write(new PreviewUpdate(request.Job, shown.Scale, options.Region, pixels.Width, pixels.Height, Translation.Of(VisibleChange.Measure(shown.Pixels, pixels))));
            writer.WritePixels(request.Job, PixelPlane.Preview, Bgra(pixels), cancellationToken);
        }
    }

    // Over the preview's own size at most: a model sees pictures of 512 to 1024 pixels.
    private void View(ModelViewRequest request, CancellationToken cancellationToken)
    {
        if (_shown is not { } shown || _previewed is not { Preview: { } preview } previewed)
        {
            throw new UnknownPictureException();
        }

        using var threads = WorkThreads.Limit(previewed.Threads);
        var original = shown.Picture.Pixels;
        var view = _work.Look(Choice(previewed), original, shown.Cloaked, out var seenBy, cancellationToken);
        writer.Write(new ModelView(request.Job, original.Width, original.Height, preview.Region, seenBy.Family.StandsFor, seenBy.Share < 1));
        byte[] both = [.. Bgra(original), .. Bgra(view)];
        writer.WritePixels(request.Job, PixelPlane.ModelView, both, cancellationToken);
    }

    private (PreviewPicture Picture, CloakOutcome Outcome) Draft(
        CloakRequest request, PreviewOptions options, CloakSettings settings, ProgressReporter reporter, CancellationToken cancellationToken)
    {
        var draft = PreviewPicture.Of(_picture!, options.Region, Math.Min(options.MaxSide, DraftSide));
        return (draft, Cloak(request, Job(draft, settings with { Quality = Cloaking.RenderQuality.Draft }), reporter, cancellationToken));
    }

    private void Final(CloakRequest request, CloakSettings settings, ProgressReporter reporter, CancellationToken cancellationToken)
    {
        var picture = _picture!;
        var outcome = Cloak(request, new CloakJob(picture.Pixels, settings, Memory(picture.Selection)), reporter, cancellationToken);
        var audit = Audit(request, picture.Pixels, outcome, reporter, cancellationToken);
        if (!outcome.Cloaked.Rgba.AsSpan().SequenceEqual(picture.Pixels.Rgba))
        {
            _work.Cloaked.Add(outcome.Cloaked);
        }

        reporter.Report(CloakStage.Finishing, 1);
        var region = PixelRectangle.Whole(picture.Pixels.Width, picture.Pixels.Height);
        SendResult(request, picture.Pixels, outcome, region, 1, audit, cancellationToken, outcome.Cloaked.GiveBgra);
    }

    // Previews are audited too, so that the artist reads the protection before deciding.
    private ProtectionFigures Audit(
        CloakRequest request, PixelBuffer original, CloakOutcome outcome, ProgressReporter reporter, CancellationToken cancellationToken)
    {
        reporter.Report(CloakStage.Auditing, 1);
        var audit = _work.Audit(Choice(request), new AuditedPictures(original, outcome.Cloaked, outcome.Target), isFull: false, cancellationToken);
        var language = Language.Of(request.Language);
        var figures = Translation.Of(audit, language);
        return _wasCloaked ? figures with { Verdict = $"{language["verdict.AlreadyCloaked"]} {figures.Verdict}" } : figures;
    }

    private CloakOutcome Cloak(CloakRequest request, CloakJob job, ProgressReporter reporter, CancellationToken cancellationToken) => _work.Cloak(
        Choice(request),
        job,
        reporter,
        Key(request, job.Settings),
        device => reporter.Device = DeviceMessages.Of(device, Language.Of(request.Language)),
        cancellationToken);

    // All that Ω(x, T) depends on but the size: neither intensity nor quality.
    private static string Key(CloakRequest request, CloakSettings settings) =>
        $"{request.Picture} {request.Preview?.Region} {settings.StyleName} {settings.Seed}";

    private static CloakJob Job(PreviewPicture picture, CloakSettings settings) => new(picture.Pixels, settings, Memory(picture.Selection));

    private static WorkChoice Choice(CloakRequest request)
    {
        var adapter = request.AdapterLuid is { } luid ? DeviceCatalog.AdapterIndexOf(luid) ?? 0 : 0;
        return new WorkChoice(request.Surrogates, new DeviceChoice(Devices.Of(request.Device)?.Provider, request.Threads, adapter));
    }

    private void SendResult(
        CloakRequest request,
        PixelBuffer original,
        CloakOutcome outcome,
        PixelRectangle region,
        double scale,
        ProtectionFigures? protection,
        CancellationToken cancellationToken,
        Func<byte[]>? bgra = null)
    {
        writer.Write(new CloakResult
        {
            Job = request.Job,
            Width = outcome.Cloaked.Width,
            Height = outcome.Cloaked.Height,
            Region = region,
            Scale = scale,
            Device = DeviceMessages.Of(engine.Device!, Language.Of(request.Language)),
            Style = outcome.StyleName,
            Change = Translation.Of(VisibleChange.Measure(original, outcome.Cloaked)),
            Protection = protection,
            Surrogates = models.Ensemble(request.Surrogates).StandsFor,
        });
        writer.WritePixels(request.Job, PixelPlane.Result, bgra?.Invoke() ?? Bgra(outcome.Cloaked), cancellationToken);
    }

    // Spelled out: a plain null would become an empty memory, which is a selection of nothing.
    private static ReadOnlyMemory<byte>? Memory(byte[]? selection) =>
        selection is null ? default(ReadOnlyMemory<byte>?) : new ReadOnlyMemory<byte>(selection);

    private static byte[] Bgra(PixelBuffer pixels)
    {
        var bytes = new byte[pixels.Rgba.Length];
        pixels.CopyToBgra(bytes);
        return bytes;
    }
}
