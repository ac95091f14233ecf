namespace Glaze.Imaging;

/// <summary>
/// A picture as the encoders want it: float32, three planes (R, G, B), row-major, nominally 0..1, sRGB-encoded.
/// Also carries gradients and differences of the same shape, whose values have no range.
/// </summary>
public sealed class PlanarImage
{
    /// <summary>The number of planes: red, green, blue.</summary>
    public const int ChannelCount = 3;

    /// <summary>Creates a black picture.</summary>
    /// <param name="width">Width in pixels, at least 1.</param>
    /// <param name="height">Height in pixels, at least 1.</param>
    public PlanarImage(int width, int height)
        : this(width, height, new float[ValueCount(width, height)])
    {
    }

    /// <summary>Wraps existing values; the array is used, not copied.</summary>
    /// <param name="width">Width in pixels, at least 1.</param>
    /// <param name="height">Height in pixels, at least 1.</param>
    /// <param name="values">Exactly 3·height·width values in C, H, W order.</param>
    /// <exception cref="ArgumentException">The array does not have the length the size asks for.</exception>
    public PlanarImage(int width, int height, float[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length != ValueCount(width, height))
        {
            throw new ArgumentException($"A {width}×{height} picture needs {ValueCount(width, height)} values, not {values.Length}.", nameof(values));
        }

        Width = width;
        Height = height;
        Values = values;
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>The number of planes, always 3.</summary>
    public int Channels => ChannelCount;

    /// <summary>Pixels in one plane.</summary>
    public int PlaneSize => Width * Height;

    /// <summary>All values in C, H, W order.</summary>
    public float[] Values { get; }

    /// <summary>One plane: 0 red, 1 green, 2 blue; row-major.</summary>
    public Span<float> Plane(int channel) => Values.AsSpan(channel * PlaneSize, PlaneSize);

    /// <summary>Converts 8-bit pixels; with a matte, transparent pixels are composed over it, without one alpha is ignored.</summary>
    /// <param name="pixels">Straight-alpha pixels.</param>
    /// <param name="matte">Colour behind the picture, 0..1 sRGB-encoded; null takes the stored colours as they are.</param>
    public static PlanarImage FromPixels(PixelBuffer pixels, (float Red, float Green, float Blue)? matte = null) =>
        FromPixels(pixels, 0, 0, pixels.Width, pixels.Height, matte);

    /// <summary>Converts a window of a picture, so that a large one never has to exist as floats.</summary>
    /// <param name="pixels">Straight-alpha pixels.</param>
    /// <param name="x">Left edge of the window.</param>
    /// <param name="y">Top edge of the window.</param>
    /// <param name="width">Width of the window, inside the picture.</param>
    /// <param name="height">Height of the window, inside the picture.</param>
    /// <param name="matte">Colour behind the picture; null takes the stored colours as they are.</param>
    public static PlanarImage FromPixels(PixelBuffer pixels, int x, int y, int width, int height, (float Red, float Green, float Blue)? matte = null)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfNegative(y);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, pixels.Width - x);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, pixels.Height - y);

        var result = new PlanarImage(width, height);
        var (red, green, blue) = matte ?? default;
        Span<float> behind = [red, green, blue];
        for (var row = 0; row < height; row++)
        {
            var source = pixels.Rgba.AsSpan(4 * (((y + row) * pixels.Width) + x), 4 * width);
            for (var c = 0; c < ChannelCount; c++)
            {
                var target = result.Plane(c).Slice(row * width, width);
                for (var i = 0; i < width; i++)
                {
                    var value = source[(4 * i) + c] / 255f;
                    var alpha = source[(4 * i) + 3];
                    target[i] = matte is null || alpha == 255 ? value : behind[c] + ((value - behind[c]) * (alpha / 255f));
                }
            }
        }

        return result;
    }

    /// <summary>Rounds to 8 bits (values outside 0..1 are clamped, not-a-number becomes 0).</summary>
    /// <param name="alphaFrom">A picture of the same size whose alpha bytes are taken; null makes every pixel opaque.</param>
    public PixelBuffer ToPixels(PixelBuffer? alphaFrom = null)
    {
        if (alphaFrom is not null && (alphaFrom.Width != Width || alphaFrom.Height != Height))
        {
            throw new ArgumentException($"The alpha is {alphaFrom.Width}×{alphaFrom.Height}, the picture {Width}×{Height}.", nameof(alphaFrom));
        }

        var result = new PixelBuffer(Width, Height);
        var rgba = result.Rgba;
        for (var i = 0; i < PlaneSize; i++)
        {
            rgba[4 * i] = ToByte(Values[i]);
            rgba[(4 * i) + 1] = ToByte(Values[PlaneSize + i]);
            rgba[(4 * i) + 2] = ToByte(Values[(2 * PlaneSize) + i]);
            rgba[(4 * i) + 3] = alphaFrom is null ? (byte)255 : alphaFrom.Rgba[(4 * i) + 3];
        }

        return result;
    }

    /// <summary>An independent copy.</summary>
    public PlanarImage Clone() => new(Width, Height, (float[])Values.Clone());

    private static byte ToByte(float value) => value > 0f ? (byte)Math.Min(255f, (value * 255f) + 0.5f) : (byte)0;

    private static int ValueCount(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        return checked(ChannelCount * width * height);
    }
}
