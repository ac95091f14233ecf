using Glaze.Cloaking.Arithmetic;
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
    /// <summary>
    /// Share of ε that it takes where windows are of about its size, and where they are much finer. Windows take <see cref="FineShare"/>; the two lead
    /// the same way at one size and hardly meet at others, so that together a picture changes as much as one that fits one window.
    /// </summary>
    private const double LeastShare = 0.67;
    private const double MostShare = 0.92;

    /// <summary>Size of the canvas ÷ size of the pass from which the share is whole.</summary>
    private const double MuchFiner = 1.75;

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

        var budget = PerturbationBudget.Create(
            small, selection, Share(original, small) * job.Settings.Epsilon, plan.Seed, wholeView: WholeViewMask.Of(original, small.Width, small.Height)).WithoutFlat();
        var window = Window(small.Width, small.Height, 2 * sessions.Ensemble.Alignment);
        var optimization = new WindowOptimization(
            sessions, job with { Original = small, Selection = null }, budget, new InterpolatedField(target, small.Width, small.Height), window, plan, isCoarse: true);
        var delta = optimization.HasAnythingToDo
            ? optimization.Run(optimization.Start(), run.CoarseSteps, plan.Steps.FullShare, run.AfterCoarseStep, cancellationToken)
            : new PlanarImage(window.Width, window.Height);
        sessions.Release(window.Width, window.Height);
        sessions.Release(window.Width / 2, window.Height / 2);
        return new InterpolatedField(Crop(delta, window, small.Width, small.Height), original.Width, original.Height, isCubic: true);
    }

    /// <summary>The one window of the pass.</summary>
    /// <param name="original">The picture at its full size.</param>
    /// <param name="alignment">Window sides are multiples of this.</param>
    public static CanvasWindow Window(PixelBuffer original, int alignment)
    {
        var (width, height) = WorkingImage.ShrunkSize(original, StepPlan.CoarseSide);
        return Window(width, height, alignment);
    }

    private static double Share(PixelBuffer original, PixelBuffer small)
    {
        var finer = Math.Max(original.Width, original.Height) / (double)Math.Max(small.Width, small.Height);
        return LeastShare + ((MostShare - LeastShare) * Math.Clamp((finer - 1) / (MuchFiner - 1), 0, 1));
    }

    private static CanvasWindow Window(int width, int height, int alignment) => WindowGrid.Plan(0, 0, width, height, int.MaxValue, alignment)[0];

    private static PlanarImage Crop(PlanarImage delta, CanvasWindow window, int width, int height)
    {
        var image = new PlanarImage(width, height);
        for (var c = 0; c < 3; c++)
        {
            for (var y = 0; y < height; y++)
            {
                delta.Plane(c).Slice(((y - window.Y) * window.Width) - window.X, width)
                    .CopyTo(image.Plane(c).Slice(y * width, width));
            }
        }

        return image;
    }
}
