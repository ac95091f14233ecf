using Glaze.Cloaking.Budget;
using Glaze.Cloaking.Canvas;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;

namespace Glaze.Cloaking;

/// <summary>
/// Optimises δ on the whole picture shrunk to the size trainers use, before any window. What hides change there is judged at that size:
/// a large picture's smooth pixels are texture to whoever sees the whole, and a change as smooth as they are is no more visible. It carries
/// what survives shrinking, costs the same for any canvas and keeps neighbouring windows in agreement.
/// </summary>
internal static class CoarsePass
{
    /// <summary>Share of ε that it takes; the windows take <see cref="FineShare"/>, which lead the same way, so that together a textured picture
    /// changes as much as one that fits one window.</summary>
    public const double Share = 0.67;

    /// <summary>Share of ε that is left to the windows.</summary>
    public const double FineShare = 0.38;

    /// <summary>Runs the pass.</summary>
    /// <returns>δ in levels, to be read at canvas coordinates; 0 in flat colour, which windows see better.</returns>
    public static InterpolatedField Run(
        SessionPool sessions, CloakJob job, CanvasPlan plan, PlanarImage target, CloakRun run, CancellationToken cancellationToken)
    {
        var original = job.Original;
        var small = WorkingImage.Shrink(original, StepPlan.CoarseSide).ToPixels();
        ReadOnlyMemory<byte>? selection = null;
        if (job.Selection is { } chosen)
        {
            selection = AreaMean.Of(chosen.Span, original.Width, original.Height, small.Width, small.Height);
        }

        var budget = PerturbationBudget.Create(small, selection, Share * job.Settings.Epsilon, plan.Seed).WithoutFlat();
        var window = Window(small.Width, small.Height, 2 * sessions.Ensemble.Alignment);
        var optimization = new WindowOptimization(
            sessions, job with { Original = small, Selection = null }, budget, new InterpolatedField(target, small.Width, small.Height), window, plan, isCoarse: true);
        var delta = optimization.HasAnythingToDo
            ? optimization.Run(optimization.Start(), run.CoarseSteps, plan.Steps.FullShare, run.AfterCoarseStep, cancellationToken)
            : new float[3 * window.Width * window.Height];
        sessions.Release(window.Height, window.Width);
        sessions.Release(window.Height / 2, window.Width / 2);
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
