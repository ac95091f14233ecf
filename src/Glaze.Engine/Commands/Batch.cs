using Glaze.Cloaking;
using Glaze.Cloaking.Targets;
using Glaze.Engine.Jobs;
using Glaze.Engine.Models;
using Glaze.Engine.Reporting;
using Glaze.Imaging;
using Glaze.Inference;

namespace Glaze.Engine.Commands;

/// <summary>Cloaks the pictures of one command: one engine, one target style for all, a failure of one does not stop the rest.</summary>
internal sealed class Batch : IDisposable
{
    private readonly CloakingEngine _strangers;
    private readonly CloakWork _work;
    private readonly CloakTools _tools;
    private readonly BatchRequest _request;
    private readonly CommandContext _context;
    private readonly List<PictureReport> _reports = [];
    private readonly BatchTally _tally;
    private readonly StyleModel? _styleModel;
    private CloakSettings _settings;

    public Batch(CloakingEngine engine, ModelCatalog models, BatchRequest request, CommandContext context)
    {
        _strangers = new CloakingEngine(models);
        _work = new CloakWork(engine, models, _strangers);
        _tools = new CloakTools(_work, request, context);
        _request = request;
        _context = context;
        _settings = request.Settings;
        _tally = new BatchTally(request.Files.Count);
        _styleModel = request.StyleModelPath is { } path ? StyleModel.Open(path, new SessionSettings(Threads: request.Device.Threads)) : null;
    }

    /// <summary>Runs the batch and writes its report, also of what was done before a cancel.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Run()
    {
        if (_request.Files.Count > 1 && (_request.TargetImagePath is not null ? "--target-image" : _request.ModelViewPath is not null ? "--model-view" : null) is { } option)
        {
            throw new UserException($"{option} works with one picture at a time; cloak the others in a run of their own.", isUsage: true);
        }

        var ensemble = _work.Ensemble(_tools.Choice);
        TellLeftOut();
        var isCancelled = ProgressDisplay.Run(_context.Errors, _request.Files.Count, CloakAll) == ExitCode.Cancelled;
        Summarize();
        if (_request.ReportPath is { } path)
        {
            ReportFile.Write(path, RunReport.Create(_request, ensemble, _work.Device, _reports));
        }

        return isCancelled ? ExitCode.Cancelled : _tally.Code;
    }

    public void Dispose() => _strangers.Dispose();

    private void TellLeftOut()
    {
        foreach (var file in _request.Plan.LeftOut)
        {
            _context.Errors.WriteLine(file.Reason);
            _reports.Add(PictureReport.Without(file.Path, null, file.IsFailure ? PictureStatus.Failed : PictureStatus.NotRead, file.Reason));
            _tally.NotSeen += file.IsFailure ? 1 : 0;
            _tally.NotRead += file.IsFailure ? 0 : 1;
        }
    }

    private int CloakAll(IProgressDisplay display)
    {
        for (var i = 0; i < _request.Files.Count; i++)
        {
            var file = _request.Files[i];
            if (_request.SkipExisting && !file.IsToStandardOutput && File.Exists(file.Output))
            {
                _tally.Existing++;
                _reports.Add(PictureReport.Without(file.Input, file.Output, PictureStatus.Existing, $"{file.Output} is there already."));
                display.Skip();
                continue;
            }

            display.Begin(file.Name == file.Input ? Path.GetFileName(file.Input) : file.Name);
            var job = new PictureJob(_tools, file);
            try
            {
                Cloak(job, file, display);
            }
            catch (OperationCanceledException)
            {
                TellCancelled(job, file, display, i + 1);
                return ExitCode.Cancelled;
            }
            catch (Exception exception) when (exception is not UserException { IsUsage: true })
            {
                TellFailed(job, file, display, exception);
            }
        }

        return ExitCode.Done;
    }

    private void Cloak(PictureJob job, BatchFile file, IProgressDisplay display)
    {
        ChooseStyle(file);
        var progress = new SynchronousProgress<CloakStep>(step => display.Report(step.Fraction));
        var style = job.Cloak(_settings, _styleModel?.Style, progress, () => TellWritten(file, display));

        // One T per artist: what the first picture drew serves the whole batch.
        _settings = _settings with { StyleName = style };
        foreach (var note in job.Report!.Notes)
        {
            display.Say(note);
        }

        var verdict = job.Measure();
        display.Say(verdict.Line(file.NameOfResult));
        if (verdict.IsUnchanged)
        {
            _tally.Unchanged.Add(file.NameOfResult);
        }
        else if (verdict.IsHardlyProtected)
        {
            _tally.Hardly.Add(file.NameOfResult);
        }

        _reports.Add(job.Report);
        display.End();
    }

    private void TellWritten(BatchFile file, IProgressDisplay display)
    {
        _tally.Cloaked++;
        if (!file.IsToStandardOutput)
        {
            display.Result(_context.Output, file.Output);
        }
    }

    // A batch that goes on where it was stopped keeps the style that its first picture drew then.
    private void ChooseStyle(BatchFile file)
    {
        if (_settings.StyleName is not null || _styleModel is not null || _request.Files[0] == file || _tally.Existing == 0)
        {
            return;
        }

        foreach (var earlier in _request.Files.TakeWhile(other => other != file))
        {
            try
            {
                var picture = PictureSource.Load(earlier.Input, _context).Pixels;
                _settings = _settings with { StyleName = _work.ChooseStyle(_tools.Choice, picture, _settings, _context.CancellationToken) };
                return;
            }
            catch (ImageFileException)
            {
                // A picture that could not be read then drew no style.
            }
        }
    }

    private void TellCancelled(PictureJob job, BatchFile file, IProgressDisplay display, int position)
    {
        display.Abandon();
        var left = _request.Files.Count - position;
        var rest = left > 0 ? $"; {left} more {(left == 1 ? "was" : "were")} not begun" : string.Empty;
        if (job.Report is { } report)
        {
            _reports.Add(report with { Reason = "Cancelled before it was measured." });
            display.Say($"Cancelled; {file.NameOfResult} is written and whole, but was not measured{rest}.");
            _tally.Unmeasured.Add(file.NameOfResult);
        }
        else
        {
            _reports.Add(PictureReport.Without(file.Input, file.Output, PictureStatus.Cancelled, "Cancelled before it was written."));
            display.Say($"Cancelled; {file.Name} was not cloaked{rest}.");
        }
    }

    private void TellFailed(PictureJob job, BatchFile file, IProgressDisplay display, Exception exception)
    {
        display.Abandon();
        var sentence = CommandLine.Sentence(exception);
        if (job.Report is { } report)
        {
            _reports.Add(report with { Reason = sentence });
            _tally.Unmeasured.Add(file.NameOfResult);
            display.Say($"{file.NameOfResult} is written and whole, but something went wrong after that: {sentence}");
        }
        else
        {
            _reports.Add(PictureReport.Without(file.Input, file.Output, PictureStatus.Failed, sentence));
            _tally.Failed.Add(file.Name);
            display.Say(sentence);
        }

        if (_request.IsVerbose)
        {
            exception.ToString().ReplaceLineEndings("\n").Split('\n').ToList().ForEach(display.Say);
        }
    }

    private void Summarize()
    {
        if (_tally.HasMore)
        {
            _tally.Summary().ForEach(_context.Errors.WriteLine);
        }

        if (_work.Device is not { } device || _tally.Cloaked == 0)
        {
            return;
        }

        if (_request.Device.Wanted is { } wanted && wanted != device.Provider)
        {
            var reason = device.Failures.FirstOrDefault(failure => failure.Provider == wanted)?.Reason ?? "it is not usable here";
            _context.Errors.WriteLine($"{Devices.Of(wanted).Word} was not used: {reason}");
        }

        _context.Errors.WriteLine($"Target style {_settings.StyleName ?? "none"}; computed on {device.Name} ({Devices.Of(device.Provider).Word}).");
    }
}
