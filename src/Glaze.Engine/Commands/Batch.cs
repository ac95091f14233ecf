using Glaze.Cloaking;
using Glaze.Cloaking.Audit;
using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Objectives;
using Glaze.Cloaking.Targets;
using Glaze.Engine.Reporting;
using Glaze.Imaging;
using Glaze.Inference;

namespace Glaze.Engine.Commands;

/// <summary>Cloaks the pictures of one command: one engine, one target style for all, a failure of one does not stop the rest.</summary>
internal sealed class Batch : IDisposable
{
    private readonly CloakingEngine _engine;
    private readonly CloakingEngine _strangers;
    private readonly ModelCatalog _models;
    private readonly BatchRequest _request;
    private readonly CommandContext _context;
    private readonly List<PictureReport> _reports = [];
    private readonly StyleModel? _styleModel;
    private CloakSettings _settings;

    public Batch(CloakingEngine engine, ModelCatalog models, BatchRequest request, CommandContext context)
    {
        _engine = engine;
        _strangers = new CloakingEngine(models);
        _models = models;
        _request = request;
        _context = context;
        _settings = request.Settings;
        _styleModel = request.StyleModelPath is { } path ? StyleModel.Open(path, new SessionSettings(Threads: request.Device.Threads)) : null;
    }

    private bool IsSingle => _request.Files.Count == 1;

    /// <summary>Runs the batch and writes its report.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Run()
    {
        OutputGuard.Check(_request);
        if (_request.TargetImagePath is { } target)
        {
            if (!IsSingle)
            {
                throw new UserException("--target-image works with one picture at a time; cloak the others in a run of their own.", isUsage: true);
            }

            ImageFile.CheckTarget(target);
        }

        var failed = ProgressDisplay.Run(_context.Errors, _request.Files.Count, CloakAll);
        if (_request.ReportPath is { } path)
        {
            ReportFile.Write(path, RunReport.Create(_request, _models.Ensemble(_request.Surrogates), _engine.Device, _reports));
        }

        Summarize();
        if (!IsSingle)
        {
            _context.Errors.WriteLine($"{_request.Files.Count - failed} of {_request.Files.Count} pictures cloaked{(failed > 0 ? $", {failed} failed" : string.Empty)}.");
        }

        return failed == 0 ? ExitCode.Done : failed == _request.Files.Count ? ExitCode.Failed : ExitCode.SomeFailed;
    }

    public void Dispose() => _strangers.Dispose();

    private void Summarize()
    {
        if (_engine.Device is not { } device)
        {
            return;
        }

        if (_request.Device.Wanted is { } wanted && wanted != device.Provider)
        {
            var reason = device.Failures.FirstOrDefault(failure => failure.Provider == wanted)?.Reason ?? "it is not usable here";
            _context.Errors.WriteLine($"{Names.Of(wanted)} was not used: {reason}");
        }

        _context.Errors.WriteLine($"Target style {_settings.StyleName ?? "none"}; computed on {device.Name} ({Names.Of(device.Provider)}).");
    }

    private int CloakAll(IProgressDisplay display)
    {
        var failed = 0;
        foreach (var file in _request.Files)
        {
            display.Begin(Path.GetFileName(file.Input));
            try
            {
                var notKept = Cloak(file, display);
                display.End();
                _context.Output.WriteLine(file.Output);
                SayLosses(file, notKept);
            }
            catch (Exception exception) when (!IsSingle && exception is not OperationCanceledException and not UserException { IsUsage: true })
            {
                failed++;
                display.End();
                _context.Errors.WriteLine(CommandLine.Sentence(exception));
            }
        }

        return failed;
    }

    private IReadOnlyList<string> Cloak(BatchFile file, IProgressDisplay display)
    {
        Prepare(file);
        var loaded = ImageFile.Load(file.Input);
        var selection = _request.MaskPath is { } mask ? MaskFile.Read(mask, loaded.Pixels, file.Input) : (ReadOnlyMemory<byte>?)null;
        var job = new CloakJob(loaded.Pixels, _settings, selection, _styleModel?.Style);
        var progress = new SynchronousProgress<CloakStep>(step => display.Report(step.Fraction));
        var outcome = _engine.Run(_request.Surrogates, _request.Device, sessions => new Cloaker(sessions).Cloak(job, progress, _context.CancellationToken));
        MakeRoom(loaded.Pixels);
        var notKept = ImageFile.Save(file.Output, outcome.Cloaked, loaded);
        if (_request.TargetImagePath is { } target)
        {
            ImageFile.Save(target, Resampler.Resize(outcome.Target, loaded.Pixels.Width, loaded.Pixels.Height).ToPixels());
        }

        // One T per artist: what the first picture drew serves the whole batch.
        _settings = _settings with { StyleName = outcome.StyleName };
        if (_request.ReportPath is not null)
        {
            _reports.Add(PictureReport.Create(file, loaded.Pixels, outcome, PerceptualMeasure(loaded.Pixels), Audit(loaded.Pixels, outcome)));
        }

        return notKept;
    }

    private void SayLosses(BatchFile file, IReadOnlyList<string> notKept)
    {
        if (notKept.Count > 0)
        {
            _context.Errors.WriteLine($"{file.Output} does not have all that {file.Input} had: without {string.Join("; ", notKept)}.");
        }
    }

    // δ and the bounds of a large canvas are garbage by now; encoding the picture needs as much again.
    private static void MakeRoom(PixelBuffer picture)
    {
        const int LargeCanvas = 1 << 26;
        if (picture.Rgba.Length >= LargeCanvas)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    private ProtectionAudit Audit(PixelBuffer original, CloakOutcome outcome)
    {
        var seen = _engine.Run(_request.Surrogates, _request.Device, sessions => Measure(sessions, isUsed: true));
        var others = _models.Others(_models.Ensemble(_request.Surrogates));
        var unseen = others.Count == 0 ? [] : _strangers.Run(new SurrogateEnsemble(others), _request.Device, sessions => Measure(sessions, isUsed: false));
        return new ProtectionAudit([.. seen, .. unseen]);

        IReadOnlyList<EncoderAudit> Measure(SessionPool sessions, bool isUsed) =>
            [.. ProtectionAudit.Full(sessions, original, outcome.Cloaked, outcome.Target, _context.CancellationToken).Encoders
                .Select(encoder => encoder with { UsedForCloak = isUsed })];
    }

    private string PerceptualMeasure(PixelBuffer picture) =>
        _models.Perceptual is { } network && Math.Min(picture.Width, picture.Height) >= network.MinimumSide ? _models.PerceptualName! : "embedded";

    private void Prepare(BatchFile file)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file.Output)) is { } folder && !Directory.Exists(folder) && !IsSingle)
        {
            Directory.CreateDirectory(folder);
        }

        ImageFile.CheckTarget(file.Output);
    }
}
