using Glaze.Cloaking.Budget;
using Glaze.Cloaking.Canvas;

namespace Glaze.Cloaking;

/// <summary>What a job will do to the canvas, known before any target is painted.</summary>
/// <param name="Budget">How far each pixel may move.</param>
/// <param name="Steps">Steps by stage.</param>
/// <param name="Windows">The windows, row by row.</param>
internal sealed record CanvasPlan(PerturbationBudget Budget, StepPlan Steps, IReadOnlyList<CanvasWindow> Windows)
{
    /// <summary>The plan of a job, or null when no pixel may change.</summary>
    /// <param name="job">The job.</param>
    /// <param name="alignment">Window sides are multiples of this.</param>
    public static CanvasPlan? For(CloakJob job, int alignment)
    {
        var budget = PerturbationBudget.Create(job.Original, job.Selection, job.Settings.Epsilon, job.Settings.Seed);
        if (CanvasArea.Changeable(budget) is not { } area)
        {
            return null;
        }

        var steps = StepPlan.For(job.Settings.Quality, Math.Max(area.Width, area.Height) <= StepPlan.SingleSide);
        return new CanvasPlan(budget, steps, WindowGrid.Plan(area.X, area.Y, area.Width, area.Height, steps.WindowSide, alignment));
    }
}
