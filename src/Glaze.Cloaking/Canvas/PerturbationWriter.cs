using Glaze.Imaging;

namespace Glaze.Cloaking.Canvas;

/// <summary>Adds δ, rounded to whole levels, to a copy of the picture.</summary>
internal static class PerturbationWriter
{
    private const int StripRows = 64;

    /// <summary>The cloaked picture; alpha is copied, and a pixel whose δ rounds to 0 keeps its bytes.</summary>
    /// <param name="job">The picture, and where it may change.</param>
    /// <param name="field">δ at the picture's size, or at the size of its <see cref="WorkingCanvas"/>, from where it is enlarged.</param>
    public static PixelBuffer Apply(CloakJob job, PerturbationField field) =>
        (field.Width, field.Height) == (job.Original.Width, job.Original.Height) ? Add(job.Original, field) : AddEnlarged(job, field);

    private static PixelBuffer Add(PixelBuffer original, PerturbationField field)
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

    private static PixelBuffer AddEnlarged(CloakJob job, PerturbationField field)
    {
        var original = job.Original;
        var cloaked = original.Clone();
        var whole = field.Read(new CanvasWindow(0, 0, field.Width, field.Height));
        var enlarged = new InterpolatedField(whole, original.Width, original.Height, isCubic: true);
        var largest = (int)job.Settings.Epsilon;
        WorkThreads.For((original.Height + StripRows - 1) / StripRows, CancellationToken.None, strip =>
        {
            var top = strip * StripRows;
            var pixels = original.Width * Math.Min(StripRows, original.Height - top);
            var delta = enlarged.Read(new CanvasWindow(0, top, original.Width, pixels / original.Width)).Values;
            for (var i = 0; i < pixels; i++)
            {
                var pixel = (top * original.Width) + i;
                if (job.WeightAt(pixel) == 0)
                {
                    continue;
                }

                for (var c = 0; c < 3; c++)
                {
                    var change = Math.Clamp((int)MathF.Round(delta[(c * pixels) + i]), -largest, largest);
                    cloaked.Rgba[(4 * pixel) + c] = (byte)Math.Clamp(original.Rgba[(4 * pixel) + c] + change, 0, 255);
                }
            }
        });
        return cloaked;
    }
}
