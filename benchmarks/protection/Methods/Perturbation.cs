using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection.Methods;

/// <summary>Writes a real-valued δ into 8-bit pixels, scaled and dithered, so that any visibility can be met.</summary>
internal static class Perturbation
{
    /// <summary>The picture plus s·δ, rounded up or down at random in proportion.</summary>
    /// <param name="original">The picture.</param>
    /// <param name="delta">C,H,W in 8-bit levels.</param>
    /// <param name="scale">s.</param>
    /// <returns>The cloaked picture.</returns>
    public static PixelBuffer Apply(PixelBuffer original, float[] delta, double scale)
    {
        var result = original.Clone();
        var random = new Random(1);
        var plane = original.Width * original.Height;
        for (var i = 0; i < delta.Length; i++)
        {
            var index = (4 * (i % plane)) + (i / plane);
            var level = Math.Floor((delta[i] * scale) + random.NextDouble());
            result.Rgba[index] = (byte)Math.Clamp(result.Rgba[index] + level, 0, 255);
        }

        return result;
    }
}
