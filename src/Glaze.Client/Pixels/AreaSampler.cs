using Glaze.Protocol.Messages;

namespace Glaze.Client.Pixels;

/// <summary>Shrinks a part of a picture by averaging areas, weighted by alpha.</summary>
public static class AreaSampler
{
    /// <summary>
    /// A region of a straight-alpha BGRA picture at another size, no larger than the region itself. At equal size the pixels are
    /// copied exactly. The engine's previews are made the same way, so that the two can be laid over each other.
    /// </summary>
    /// <param name="picture">The picture, rows top to bottom without padding.</param>
    /// <param name="pictureWidth">Its width in pixels.</param>
    /// <param name="region">The part that is wanted; inside the picture.</param>
    /// <param name="width">Width of the result, 1 to that of the region.</param>
    /// <param name="height">Height of the result, 1 to that of the region.</param>
    /// <param name="cancellationToken">Cancels between two rows.</param>
    /// <returns>The part at its new size.</returns>
    /// <exception cref="ArgumentException">The region leaves the picture, or is smaller than the result.</exception>
    public static byte[] Shrink(
        byte[] picture, int pictureWidth, PixelRectangle region, int width, int height, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(region);
        var isInside = region.X >= 0 && region.Y >= 0 && (long)region.X + region.Width <= pictureWidth
            && ((long)region.Y + region.Height) * pictureWidth * 4 <= picture.LongLength;
        if (!isInside || width < 1 || height < 1 || width > region.Width || height > region.Height)
        {
            throw new ArgumentException($"{region} of a picture {pictureWidth} wide cannot be shrunk to {width}x{height}.", nameof(region));
        }

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
