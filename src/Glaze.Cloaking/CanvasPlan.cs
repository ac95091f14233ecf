using Glaze.Cloaking.Budget;
using Glaze.Cloaking.Canvas;

namespace Glaze.Cloaking;

/// <summary>What a job will do to the canvas, known before any target is painted.</summary>
/// <param name="Budget">How far windows may move each pixel.</param>
/// <param name="Steps">Steps by stage.</param>
/// <param name="Windows">The windows, row by row.</param>
/// <param name="Seed">The seed of every draw for this picture.</param>
/// <param name="IsGreyscale">Whether every pixel is grey, so that all three colour values must change alike.</param>
internal sealed record CanvasPlan(PerturbationBudget Budget, StepPlan Steps, IReadOnlyList<CanvasWindow> Windows, int Seed, bool IsGreyscale)
{
    /// <summary>Share of what hides from those who see the whole that windows may use: their fine changes are seen from near, too.</summary>
    private const float WholeShare = 0.5f;

    /// <summary>The plan of a job, or null when no pixel may change.</summary>
    /// <param name="job">The job.</param>
    /// <param name="alignment">Window sides are multiples of this.</param>
    /// <param name="turns">Number of turns in a round of the encoders.</param>
    public static CanvasPlan? For(CloakJob job, int alignment, int turns)
    {
        if (CanvasArea.Changeable(job) is not { } area)
        {
            return null;
        }

        var seed = PictureSeed.Of(job.Original, job.Settings.Seed);
        var steps = StepPlan.For(job.Settings.Quality, Math.Max(area.Width, area.Height) <= StepPlan.CoarseSide, turns);
        var isSingle = steps.CoarseSteps == 0;
        var budget = PerturbationBudget.Create(
            job.Original,
            job.Selection,
            (isSingle ? 1 : CoarsePass.FineShare) * job.Settings.Epsilon,
            seed,
            job.Settings.Flat,
            isSingle ? null : WholeViewMask.Of(job.Original, job.Original.Width, job.Original.Height),
            WholeShare);
        return new CanvasPlan(budget, steps, WindowGrid.Plan(area.X, area.Y, area.Width, area.Height, steps.WindowSide, alignment), seed, job.Original.IsGrey);
    }
}
