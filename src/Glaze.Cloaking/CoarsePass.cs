using Glaze.Cloaking.Budget;
using Glaze.Cloaking.Canvas;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;

namespace Glaze.Cloaking;

/// <summary>
/// Optimises δ on the whole picture shrunk to the size trainers use, before any window: it carries the large shapes, costs the
/// same for any canvas and keeps neighbouring windows in agreement.
/// </summary>
internal static class CoarsePass
{
    /// <summary>Runs the pass.</summary>
    /// <returns>δ in levels, to be read at canvas coordinates.</returns>
    public static InterpolatedField Run(
        SessionPool sessions, CloakJob job, PerturbationBudget budget, PlanarImage target, CloakRun run, CancellationToken cancellationToken)
    {
        var original = job.Original;
        var small = WorkingImage.Shrink(original, StepPlan.CoarseSide).ToPixels();
        var smallJob = job with { Original = small, Selection = null };
        var window = Window(small.Width, small.Height, 2 * sessions.Ensemble.Alignment);
        var optimization = new WindowOptimization(
            sessions, smallJob, budget.Shrink(small.Width, small.Height), new InterpolatedField(target, small.Width, small.Height), window);
        var delta = optimization.Run(optimization.Start(null, 1), run.CoarseSteps, 0.7, run.AfterCoarseStep, cancellationToken);
        sessions.Release(window.Height, window.Width);
        return new InterpolatedField(Crop(delta, window, small.Width, small.Height), original.Width, original.Height);
    }

    /// <summary>The one window of the pass.</summary>
    /// <param name="original">The picture at its full size.</param>
    /// <param name="alignment">Window sides are multiples of this.</param>
    public static CanvasWindow Window(PixelBuffer original, int alignment)
    {
        var (width, height) = WorkingImage.ShrunkSize(original, StepPlan.CoarseSide);
        return Window(width, height, alignment);
    }

    private static CanvasWindow Window(int width, int height, int alignment) => WindowGrid.Plan(0, 0, width, height, int.MaxValue, alignment)[0];

    private static PlanarImage Crop(float[] delta, CanvasWindow window, int width, int height)
    {
        var image = new PlanarImage(width, height);
        for (var c = 0; c < 3; c++)
        {
            for (var y = 0; y < height; y++)
            {
                delta.AsSpan((((c * window.Height) + y - window.Y) * window.Width) - window.X, width)
                    .CopyTo(image.Plane(c).Slice(y * width, width));
            }
        }

        return image;
    }
}
