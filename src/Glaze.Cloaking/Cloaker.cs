using Glaze.Cloaking.Budget;
using Glaze.Cloaking.Canvas;
using Glaze.Cloaking.Objectives;
using Glaze.Cloaking.Optimization;
using Glaze.Cloaking.Targets;
using Glaze.Imaging;
using Glaze.Imaging.Painterly;

namespace Glaze.Cloaking;

/// <summary>
/// Computes cloaks: chooses T, renders Ω(x, T), optimises δ within the budget and writes it into the picture
/// (Shan et al., arXiv 2302.04222, section 5).
/// </summary>
public sealed class Cloaker
{
    private readonly SessionPool _sessions;

    /// <summary>Creates a cloaker over warm sessions.</summary>
    /// <param name="sessions">Sessions of the surrogate encoders; stays the caller's.</param>
    public Cloaker(SessionPool sessions) => _sessions = sessions;

    /// <summary>Cloaks one picture.</summary>
    /// <param name="job">The picture and its settings.</param>
    /// <param name="progress">Receives progress, or null.</param>
    /// <param name="cancellationToken">Stops within one optimiser step.</param>
    /// <returns>The cloaked picture; same input, settings and provider give the same bytes.</returns>
    /// <exception cref="ArgumentException">Settings are out of range, or the selection has another size than the picture.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing was changed.</exception>
    public CloakOutcome Cloak(CloakJob job, IProgress<CloakStep>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        var settings = job.Settings.Validated();
        if (job.Selection is { } selection && selection.Length != job.Original.Width * job.Original.Height)
        {
            throw new ArgumentException("The selection has another size than the picture.", nameof(job));
        }

        var run = new CloakRun(progress);
        var working = WorkingCanvas.Of(job);
        var style = run.Timed(CloakStage.ChoosingStyle, () => job.Style ?? ChooseStyle(job.Original, settings, cancellationToken));
        var (plan, target) = run.Timed(CloakStage.RenderingTarget, () =>
        {
            var canvas = CanvasPlan.For(working, WindowAlignment, _sessions.Ensemble.Turns.Count);
            return (canvas, job.Target ?? RenderTarget(job, style, () => LoadSessions(working, canvas, cancellationToken), cancellationToken));
        });
        var field = run.Timed(CloakStage.Optimizing, () => plan is null ? null : Optimize(working, plan, target, run, cancellationToken));
        var cloaked = run.Timed(CloakStage.Applying, () => field is null ? job.Original.Clone() : PerturbationWriter.Apply(job, field));
        return new CloakOutcome(
            cloaked, target, style.Name, settings.Epsilon, settings.PerceptualBudget, run.StepCount, run.FirstLoss, run.LastLoss, run.StageSeconds);
    }

    /// <summary>The style of a name, or the one that the percentile rule draws for this picture.</summary>
    /// <param name="original">The picture.</param>
    /// <param name="settings">Style name and seed.</param>
    /// <param name="cancellationToken">Stops between styles.</param>
    /// <returns>The style.</returns>
    /// <exception cref="ArgumentException">No style has that name.</exception>
    public PainterlyStyle ChooseStyle(PixelBuffer original, CloakSettings settings, CancellationToken cancellationToken)
    {
        if (settings.StyleName is { } name)
        {
            return StyleCatalog.Find(name) ?? throw new ArgumentException($"There is no style named \"{name}\".", nameof(settings));
        }

        const int Side = 96;
        var small = Resampler.Resize(WorkingImage.Shrink(original, Side), Side, Side);
        var centroid = Centroid(small);
        var painted = new PlanarImage[StyleCatalog.Drawn.Count];
        WorkThreads.For(painted.Length, cancellationToken, i => painted[i] = StyleCatalog.Drawn[i].Render(small, settings.Seed, cancellationToken));
        var distances = painted.Select(image => FeatureCentroid.Distance(centroid, Centroid(image))).ToList();
        return StyleCatalog.Drawn[TargetStyleChooser.Choose(distances, settings.Seed)];

        double[] Centroid(PlanarImage image) =>
            FeatureCentroid.Of(_sessions.Latents(image, cancellationToken), _sessions.Ensemble);
    }

    private int WindowAlignment => 2 * _sessions.Ensemble.Alignment;

    // The sessions that come first are loaded meanwhile.
    private PlanarImage RenderTarget(CloakJob job, PainterlyStyle style, Action loadSessions, CancellationToken cancellationToken)
    {
        // Larger pictures are redrawn at the size trainers shrink them to, and read by interpolation.
        const int LongestSide = 1024;
        var loading = Beside(loadSessions);
        try
        {
            var target = style.Render(WorkingImage.Shrink(job.Original, LongestSide), PictureSeed.Of(job.Original, job.Settings.Seed), cancellationToken);
            return WorkingImage.OverWhite(target, job.Original, LongestSide);
        }
        finally
        {
            loading.GetAwaiter().GetResult();
        }
    }

    // On a thread more than the loops use, so not where threads were counted out.
    private static Task Beside(Action work)
    {
        if (!WorkThreads.IsLimited)
        {
            return Task.Run(work, CancellationToken.None);
        }

        work();
        return Task.CompletedTask;
    }

    private void LoadSessions(CloakJob job, CanvasPlan? plan, CancellationToken cancellationToken)
    {
        if (plan is null)
        {
            return;
        }

        var isCoarse = plan.Steps.CoarseSteps > 0;
        var first = isCoarse ? CoarsePass.Window(job.Original, WindowAlignment) : plan.Windows[0];
        _sessions.Load(first.Width, first.Height, cancellationToken);
        if (plan.Steps.FullShare < 1)
        {
            _sessions.Load(first.Width / 2, first.Height / 2, cancellationToken);
        }
    }

    private PerturbationField Optimize(CloakJob job, CanvasPlan canvas, PlanarImage target, CloakRun run, CancellationToken cancellationToken)
    {
        var original = job.Original;
        var (budget, plan, windows, _, _) = canvas;
        var field = new PerturbationField(original.Width, original.Height);
        var targetField = new InterpolatedField(target, original.Width, original.Height);
        run.Begin(plan, windows.Count);
        var coarse = plan.CoarseSteps == 0 ? null : CoarsePass.Run(_sessions, job, canvas, target, run, cancellationToken);
        foreach (var window in windows)
        {
            var start = Window(_sessions, window);
            field.Write(window, coarse is null ? start.Start() : start.Coarse());
        }

        WindowLanes.Run(_sessions, windows, Optimize, cancellationToken);
        return field;

        void Optimize(SessionPool sessions, int index)
        {
            var optimization = Window(sessions, windows[index]);
            if (optimization.HasAnythingToDo)
            {
                var delta = optimization.Run(
                    field.Read(windows[index]), plan.WindowSteps, plan.FullShare, (step, loss) => run.AfterWindowStep(index, step, loss), cancellationToken);
                field.Write(windows[index], delta);
            }

            run.WindowDone(index);
        }

        WindowOptimization Window(SessionPool sessions, CanvasWindow window) => new(sessions, job, budget, targetField, window, canvas, coarse);
    }
}
