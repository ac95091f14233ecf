using Glaze.Imaging.Filters;

namespace Glaze.Imaging.Painterly;

/// <summary>
/// The direction in which forms run, from the smoothed structure tensor: strokes laid along it follow contours.
/// </summary>
internal sealed class FlowField
{
    private readonly float[] _angles;

    private FlowField(int width, int height, float[] angles, float[] coherence)
    {
        Width = width;
        Height = height;
        _angles = angles;
        Coherence = coherence;
    }

    internal int Width { get; }

    internal int Height { get; }

    /// <summary>0 where no direction stands out, 1 on a clean edge; row-major.</summary>
    internal float[] Coherence { get; }

    /// <summary>Direction along contours at a pixel (clamped to the picture), radians, modulo π.</summary>
    internal float Angle(float x, float y) =>
        _angles[(Math.Clamp((int)y, 0, Height - 1) * Width) + Math.Clamp((int)x, 0, Width - 1)];

    /// <summary>Computes the field.</summary>
    /// <param name="request">The picture.</param>
    /// <param name="sigma">How far directions are smoothed, pixels at 512².</param>
    /// <param name="wander">Weight of a slowly turning random direction that fills in where the picture has none.</param>
    internal static FlowField Of(PaintRequest request, float sigma, float wander)
    {
        var (width, height) = (request.Width, request.Height);
        var light = Tone.Luminance(request);
        var smooth = GaussianBlur.BlurPlane(light, width, height, Math.Max(0.7f, request.Pixels(1f)), request.Cancellation);
        var (xx, xy, yy) = (new float[smooth.Length], new float[smooth.Length], new float[smooth.Length]);
        request.ForRows(y =>
        {
            for (var x = 0; x < width; x++)
            {
                var (dx, dy) = Gradient(smooth, width, height, x, y);
                var i = (y * width) + x;
                (xx[i], xy[i], yy[i]) = (dx * dx, dx * dy, dy * dy);
            }
        });
        var spread = request.Pixels(sigma);
        xx = GaussianBlur.BlurPlane(xx, width, height, spread, request.Cancellation);
        xy = GaussianBlur.BlurPlane(xy, width, height, spread, request.Cancellation);
        yy = GaussianBlur.BlurPlane(yy, width, height, spread, request.Cancellation);
        var angles = new float[smooth.Length];
        var coherence = new float[smooth.Length];
        request.ForRows(y =>
        {
            for (var x = 0; x < width; x++)
            {
                var i = (y * width) + x;
                // Double-angle form: the gradient direction is half of atan2(2·xy, xx − yy); contours run across it.
                var (c, s) = (xx[i] - yy[i], 2 * xy[i]);
                var strength = MathF.Sqrt((c * c) + (s * s));
                coherence[i] = strength / (xx[i] + yy[i] + 1e-6f);
                var turn = 2 * MathF.PI * Noise.Smooth(request.Seed ^ 0x51F0, x / request.Pixels(150), y / request.Pixels(150));
                var weight = wander * 0.0004f;
                c = (-c) + (weight * MathF.Cos(turn));
                s = (-s) + (weight * MathF.Sin(turn));
                angles[i] = 0.5f * MathF.Atan2(s, c);
            }
        });
        return new FlowField(width, height, angles, coherence);
    }

    /// <summary>Central differences with clamped borders.</summary>
    internal static (float Dx, float Dy) Gradient(float[] plane, int width, int height, int x, int y)
    {
        var row = y * width;
        var dx = plane[row + Math.Min(x + 1, width - 1)] - plane[row + Math.Max(x - 1, 0)];
        var dy = plane[(Math.Min(y + 1, height - 1) * width) + x] - plane[(Math.Max(y - 1, 0) * width) + x];
        return (0.5f * dx, 0.5f * dy);
    }
}
