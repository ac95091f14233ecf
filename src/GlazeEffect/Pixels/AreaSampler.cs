using Glaze.Protocol.Messages;

namespace GlazeEffectPlugin.Pixels;

/// <summary>Shrinks a part of a picture by averaging areas, weighted by alpha.</summary>
internal static class AreaSampler
{
    /// <summary>
    /// A region of a straight-alpha BGRA picture at another size, no larger than the region itself. At equal size the pixels are
    /// copied exactly. Cancellable between rows.
    /// </summary>
    public static byte[] Shrink(
        byte[] picture, int pictureWidth, PixelRectangle region, int width, int height, CancellationToken cancellationToken)
    {
        var result = new byte[width * height * 4];
        for (var y = 0; y < height; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var top = region.Y + (int)((long)y * region.Height / height);
            var bottom = Math.Max(top + 1, region.Y + (int)((long)(y + 1) * region.Height / height));
            for (var x = 0; x < width; x++)
            {
                var left = region.X + (int)((long)x * region.Width / width);
                var right = Math.Max(left + 1, region.X + (int)((long)(x + 1) * region.Width / width));
                Average(picture, pictureWidth, left, top, right, bottom, result.AsSpan(((y * width) + x) * 4, 4));
            }
        }

        return result;
    }

    private static void Average(byte[] picture, int pictureWidth, int left, int top, int right, int bottom, Span<byte> pixel)
    {
        long b = 0, g = 0, r = 0, a = 0;
        for (var y = top; y < bottom; y++)
        {
            var row = picture.AsSpan(checked(((y * pictureWidth) + left) * 4), (right - left) * 4);
            for (var i = 0; i < row.Length; i += 4)
            {
                int alpha = row[i + 3];
                b += row[i] * alpha;
                g += row[i + 1] * alpha;
                r += row[i + 2] * alpha;
                a += alpha;
            }
        }

        if (a > 0)
        {
            var count = (right - left) * (bottom - top);
            pixel[0] = (byte)((b + (a / 2)) / a);
            pixel[1] = (byte)((g + (a / 2)) / a);
            pixel[2] = (byte)((r + (a / 2)) / a);
            pixel[3] = (byte)((a + (count / 2)) / count);
        }
    }
}
