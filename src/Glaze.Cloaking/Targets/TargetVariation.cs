using System.Numerics.Tensors;
using Glaze.Cloaking.Transforms;
using Glaze.Imaging;

namespace Glaze.Cloaking.Targets;

/// <summary>
/// Varies a target by seed like an underpainting that shows through: smooth random colour and tone at three scales. Cloaks of one picture
/// made with two seeds then have little in common, so that no fixed signature can be learned and subtracted
/// (LightShed, USENIX Security 2025, detects cloaks by what they share).
/// </summary>
internal static class TargetVariation
{
    /// <summary>Standard deviation of each scale's colour, as a share of the full range.</summary>
    private const float Amplitude = 0.15f;

    private static readonly int[] CellsAlongLongestSide = [10, 32, 96];

    /// <summary>A varied copy, values within 0..1.</summary>
    public static PlanarImage Apply(PlanarImage target, int seed)
    {
        var varied = target.Clone();
        foreach (var cells in CellsAlongLongestSide)
        {
            var field = Resampler.Resize(Grid(target, cells, unchecked((seed * 131) + cells)), target.Width, target.Height);
            VectorMath.AddScaled(varied.Values, field.Values, Amplitude);
        }

        TensorPrimitives.Max(varied.Values, 0f, varied.Values);
        TensorPrimitives.Min(varied.Values, 1f, varied.Values);
        return varied;
    }

    private static PlanarImage Grid(PlanarImage target, int cells, int seed)
    {
        var cell = Math.Max(1, Math.Max(target.Width, target.Height) / (double)cells);
        var grid = new PlanarImage(Math.Max(1, (int)Math.Ceiling(target.Width / cell)), Math.Max(1, (int)Math.Ceiling(target.Height / cell)));
        var noise = new NoiseTransform(grid.Height, grid.Width, sigma: 1, seed);
        var values = noise.Apply(grid.Values);

        // Half of the variance is tone, the same in all three channels: encoders follow tone more than colour.
        var half = MathF.Sqrt(0.5f);
        var tone = values.AsSpan(0, grid.PlaneSize).ToArray();
        VectorMath.Scale(values, half);
        for (var c = 0; c < PlanarImage.ChannelCount; c++)
        {
            VectorMath.AddScaled(values.AsSpan(c * grid.PlaneSize, grid.PlaneSize), tone, half);
        }

        return new PlanarImage(grid.Width, grid.Height, values);
    }
}
