using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace GlazeEffect.Wine.Tests;

/// <summary>The stand-in editor's layered format, written and read byte for byte.</summary>
internal sealed record TestPicture(int Width, int Height, int ActiveLayer, int ColorSpace, IReadOnlyList<byte[]> Layers, byte[]? Selection)
{
    public const int Srgb = 1;
    public const int AdobeRgb = 2;
    public const int UnknownProfile = 65535;

    /// <summary>The layer the effect works on.</summary>
    public byte[] Active => Layers[ActiveLayer];

    /// <summary>A landscape with texture, flat sky and, in its upper layer, soft transparency.</summary>
    public static TestPicture Landscape(int width, int height, byte[]? selection = null, int colorSpace = Srgb)
    {
        var below = Paint(width, height, (u, v) => (Wave(u * 9, v * 4), 0.4 + (0.3 * v), 0.5, 1));
        var active = Paint(width, height, Scene);
        return new TestPicture(width, height, 1, colorSpace, [below, active], selection);
    }

    /// <summary>One of the repository's sample pictures, brought to a size.</summary>
    public static async Task<TestPicture> SampleAsync(string name, int width, int height)
    {
        string[] arguments = [Path.Combine(WineTools.Samples, name), "-resize", $"{width}x{height}!", "-depth", "8", "bgra:-"];
        using var convert = Process.Start(new ProcessStartInfo("convert", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using var pixels = new MemoryStream();
        await convert.StandardOutput.BaseStream.CopyToAsync(pixels);
        await convert.WaitForExitAsync();
        pixels.Length.ShouldBe(width * height * 4);
        return new TestPicture(width, height, 0, Srgb, [pixels.ToArray()], null);
    }

    /// <summary>A selection: a rectangle whose border fades over some pixels.</summary>
    public static byte[] SoftRectangle(int width, int height, int left, int top, int right, int bottom, int fade)
    {
        var mask = new byte[width * height];
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                var depth = Math.Min(Math.Min(x - left, right - 1 - x), Math.Min(y - top, bottom - 1 - y)) + 1;
                mask[(y * width) + x] = (byte)Math.Min(255, 255 * depth / (fade + 1));
            }
        }

        return mask;
    }

    public static TestPicture Load(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var end = Array.IndexOf(bytes, (byte)'\n');
        var header = Encoding.ASCII.GetString(bytes, 0, end).Split(' ');
        var numbers = header.Skip(1).Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        var (width, height) = (numbers[0], numbers[1]);
        var at = end + 1;
        byte[] Take(int count) => bytes[at..(at += count)];
        var layers = Enumerable.Range(0, numbers[2]).Select(_ => Take(width * height * 4)).ToArray();
        return new TestPicture(width, height, numbers[3], numbers[4], layers, numbers[5] == 0 ? null : Take(width * height));
    }

    public void Save(string path)
    {
        using var stream = File.Create(path);
        stream.Write(Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"LAYERS {Width} {Height} {Layers.Count} {ActiveLayer} {ColorSpace} {(Selection is null ? 0 : 1)}\n")));
        foreach (var layer in Layers)
        {
            stream.Write(layer);
        }

        stream.Write(Selection);
    }

    private static (double R, double G, double B, double A) Scene(double u, double v)
    {
        var hills = 0.55 + (0.07 * Math.Sin(u * 7)) + (0.02 * Math.Sin(u * 31));
        var sun = Math.Sqrt(Math.Pow(u - 0.7, 2) + Math.Pow(v - 0.28, 2));
        if (v < hills)
        {
            return sun < 0.1 ? (1, 0.9, 0.66, 1) : (0.98 - (0.4 * v), 0.74, 0.6 + (0.3 * v), 1);
        }

        var leaf = 0.5 + (0.5 * Math.Sin((u * 60) + (9 * Math.Sin(v * 21))) * Math.Sin((v * 55) + (7 * Math.Sin(u * 17))));
        var alpha = u < 0.12 ? Math.Max(0, (u - 0.04) / 0.08) : 1;
        return (0.16 + (0.3 * leaf), 0.3 + (0.32 * leaf), 0.2 + (0.16 * (1 - leaf)), alpha);
    }

    private static double Wave(double u, double v) => 0.5 + (0.4 * Math.Sin(u) * Math.Cos(v));

    private static byte[] Paint(int width, int height, Func<double, double, (double R, double G, double B, double A)> color)
    {
        var pixels = new byte[width * height * 4];
        for (var i = 0; i < width * height; i++)
        {
            var (r, g, b, a) = color((i % width) / (double)width, (i / width) / (double)height);
            pixels[i * 4] = Byte(b);
            pixels[(i * 4) + 1] = Byte(g);
            pixels[(i * 4) + 2] = Byte(r);
            pixels[(i * 4) + 3] = Byte(a);
        }

        return pixels;
    }

    private static byte Byte(double value) => (byte)Math.Clamp(Math.Round(value * 255), 0, 255);
}
