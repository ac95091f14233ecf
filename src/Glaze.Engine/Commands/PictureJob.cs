using Glaze.Cloaking;
using Glaze.Engine.Jobs;
using Glaze.Engine.Reporting;
using Glaze.Imaging;
using Glaze.Imaging.Painterly;

namespace Glaze.Engine.Commands;

/// <summary>Cloaks one picture of a batch, in two steps: a copy that is written, and what encoders see of it.</summary>
internal sealed class PictureJob
{
    private readonly CloakTools _tools;
    private readonly BatchFile _file;
    private readonly PictureOutput _output;
    private (PixelBuffer Original, CloakOutcome Outcome, PixelBuffer Written)? _result;
    private bool _isUnchanged;

    public PictureJob(CloakTools tools, BatchFile file)
    {
        (_tools, _file) = (tools, file);
        _output = new PictureOutput(file, tools.Request, tools.Context);
    }

    /// <summary>The report so far; null until the cloaked copy is written.</summary>
    public PictureReport? Report { get; private set; }

    /// <summary>Computes the cloak and writes the copy.</summary>
    /// <param name="settings">With the style of the batch, once that is known.</param>
    /// <param name="style">A style-transfer network of the user's, or null.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="written">Called when the cloaked copy is whole.</param>
    /// <returns>The style that was used.</returns>
    public string Cloak(CloakSettings settings, PainterlyStyle? style, IProgress<CloakStep> progress, Action written)
    {
        _output.Prepare();
        var source = PictureSource.Load(_file.Input, _tools.Context);
        _output.Check(source);
        var outcome = _tools.Work.Cloak(_tools.Choice, Job(source, settings, style), progress, cancellationToken: _tools.Context.CancellationToken);
        MakeRoom(source.Pixels);
        var notes = _output.Losses(source).ToList();
        if (_tools.Work.Cloaked.Has(source.Pixels))
        {
            notes.Add($"{_file.Name}: this picture already carries a cloak; a second one is seen more and adds little, so cloak the original instead.");
        }

        var result = _output.Write(outcome.Cloaked, source);
        if (_output.NotKept is { } notKept)
        {
            notes.Add(notKept);
        }

        _isUnchanged = outcome.Cloaked.Rgba.AsSpan().SequenceEqual(source.Pixels.Rgba);
        if (!_isUnchanged)
        {
            _tools.Work.Cloaked.Add(result);
        }

        Report = PictureReport.Cloaked(_file, source.Pixels, outcome, _tools.Work.PerceptualMeasure(source.Pixels), notes);
        _result = (source.Pixels, outcome, result);
        written();
        if (_tools.Request.TargetImagePath is { } target)
        {
            ImageFile.Save(target, Resampler.Resize(outcome.Target, source.Pixels.Width, source.Pixels.Height).ToPixels());
        }

        if (_tools.Request.ModelViewPath is { } view)
        {
            ImageFile.Save(view, _tools.Work.Look(_tools.Choice, source.Pixels, result, out _, _tools.Context.CancellationToken));
        }

        return outcome.StyleName;
    }

    /// <summary>Measures what was written.</summary>
    public PictureVerdict Measure()
    {
        var (original, outcome, written) = _result ?? throw new InvalidOperationException("Nothing was written.");
        if (_isUnchanged && _tools.Request.ReportPath is null)
        {
            return new PictureVerdict(null);
        }

        var audit = _tools.Work.Audit(_tools.Choice, new AuditedPictures(original, written, outcome.Target), _tools.IsAuditFull, _tools.Context.CancellationToken);
        Report = Report!.With(audit);
        return new PictureVerdict(_isUnchanged ? null : audit);
    }

    private CloakJob Job(SourcePicture source, CloakSettings settings, PainterlyStyle? style)
    {
        var selection = _tools.Request.MaskPath is { } mask
            ? MaskFile.Read(mask, source.Pixels, _file.Name, _tools.Context)
            : (ReadOnlyMemory<byte>?)null;
        return new CloakJob(source.Pixels, settings, selection, style);
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
}
