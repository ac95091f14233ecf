using System.Runtime.InteropServices;
using Glaze.Imaging;
using SkiaSharp;

namespace Glaze.Training.Pictures;

/// <summary>Between planar pictures and Skia's canvas.</summary>
internal static class Drawing
{
    /// <summary>A picture made by a function of place: (x, y, channel) to 0..1.</summary>
    public static PlanarImage Each(int side, Func<int, int, int, float> value)
    {
        var image = new PlanarImage(side, side);
        for (var c = 0; c < PlanarImage.ChannelCount; c++)
        {
            var plane = image.Plane(c);
            for (var i = 0; i < plane.Length; i++)
            {
                plane[i] = Math.Clamp(value(i % side, i / side, c), 0f, 1f);
            }
        }

        return image;
    }

    /// <summary>Draws on top of a picture.</summary>
    public static PlanarImage On(PlanarImage ground, Action<SKCanvas> draw)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(ground.Width, ground.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        Marshal.Copy(ground.ToPixels().Rgba, 0, bitmap.GetPixels(), bitmap.ByteCount);
        using (var canvas = new SKCanvas(bitmap))
        {
            draw(canvas);
        }

        var rgba = new byte[bitmap.ByteCount];
        Marshal.Copy(bitmap.GetPixels(), rgba, 0, rgba.Length);
        return PlanarImage.FromPixels(new PixelBuffer(ground.Width, ground.Height, rgba));
    }

    /// <summary>A pen.</summary>
    public static SKPaint Pen(SKColor colour, float width) => new()
    {
        Color = colour,
        StrokeWidth = width,
        IsStroke = true,
        IsAntialias = true,
        StrokeCap = SKStrokeCap.Round,
        StrokeJoin = SKStrokeJoin.Round,
    };

    /// <summary>A fill.</summary>
    public static SKPaint Fill(SKColor colour) => new() { Color = colour, IsAntialias = true };

    /// <summary>The middle square of a picture cut at (x, y).</summary>
    public static PlanarImage Cut(PlanarImage image, int x, int y, int side)
    {
        var cut = new PlanarImage(side, side);
        for (var c = 0; c < PlanarImage.ChannelCount; c++)
        {
            for (var row = 0; row < side; row++)
            {
                image.Plane(c).Slice(((y + row) * image.Width) + x, side).CopyTo(cut.Plane(c)[(row * side)..]);
            }
        }

        return cut;
    }

    /// <summary>first·(1 − share) + second·share, share by place.</summary>
    public static PlanarImage Blend(PlanarImage first, PlanarImage second, Func<int, float> share)
    {
        var result = first.Clone();
        for (var c = 0; c < PlanarImage.ChannelCount; c++)
        {
            var target = result.Plane(c);
            var other = second.Plane(c);
            for (var i = 0; i < target.Length; i++)
            {
                target[i] += (other[i] - target[i]) * Math.Clamp(share(i), 0f, 1f);
            }
        }

        return result;
    }
}
