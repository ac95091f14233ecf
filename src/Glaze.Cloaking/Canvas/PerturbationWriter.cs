using Glaze.Imaging;

namespace Glaze.Cloaking.Canvas;

/// <summary>Adds δ, rounded to whole levels, to a copy of the picture.</summary>
internal static class PerturbationWriter
{
    /// <summary>The cloaked picture; alpha is copied, and a pixel whose δ rounds to 0 keeps its bytes.</summary>
    public static PixelBuffer Apply(PixelBuffer original, PerturbationField field)
    {
        var cloaked = original.Clone();
        WorkThreads.For(original.Height, CancellationToken.None, y =>
        {
            for (var x = 0; x < original.Width; x++)
            {
                var pixel = 4 * ((y * original.Width) + x);
                for (var c = 0; c < 3; c++)
                {
                    cloaked.Rgba[pixel + c] = (byte)Math.Clamp(original.Rgba[pixel + c] + field.Level(c, x, y), 0, 255);
                }
            }
        });
        return cloaked;
    }
}
