namespace Glaze.Cloaking.Arithmetic;

/// <summary>Shrinks a plane of bytes by the mean of what each new pixel covers.</summary>
internal static class AreaMean
{
    /// <summary>The smaller plane, row-major, rounded.</summary>
    public static byte[] Of(ReadOnlySpan<byte> plane, int width, int height, int newWidth, int newHeight)
    {
        var means = new byte[newWidth * newHeight];
        for (var y = 0; y < newHeight; y++)
        {
            var (top, bottom) = Cover(y, newHeight, height);
            for (var x = 0; x < newWidth; x++)
            {
                var (left, right) = Cover(x, newWidth, width);
                var sum = 0;
                for (var row = top; row < bottom; row++)
                {
                    for (var column = left; column < right; column++)
                    {
                        sum += plane[(row * width) + column];
                    }
                }

                means[(y * newWidth) + x] = (byte)Math.Round(sum / (double)((bottom - top) * (right - left)));
            }
        }

        return means;
    }

    /// <summary>The pixels that a new pixel covers, from the first to before the last.</summary>
    /// <param name="index">The new pixel.</param>
    /// <param name="count">Number of new pixels.</param>
    /// <param name="length">Number of pixels.</param>
    public static (int From, int To) Cover(int index, int count, int length)
    {
        var from = (int)((long)index * length / count);
        return (from, Math.Max(from + 1, (int)((long)(index + 1) * length / count)));
    }
}
