using System.Numerics;

namespace Glaze.Imaging.Filters;

/// <summary>The three planes of a picture with a rim that repeats the outermost pixels (or is 0), wide enough to read whole vectors anywhere.</summary>
internal sealed class PaddedPlanes
{
    private readonly float[][] _planes;
    private readonly int _radius;

    internal PaddedPlanes(PlanarImage image, int radius, bool repeats = true)
    {
        _radius = radius;
        Stride = image.Width + (2 * radius) + Vector<float>.Count;
        _planes = new float[PlanarImage.ChannelCount][];
        for (var c = 0; c < _planes.Length; c++)
        {
            _planes[c] = Pad(image.Plane(c), image.Width, image.Height, repeats);
        }
    }

    /// <summary>Values from one padded row to the next.</summary>
    internal int Stride { get; }

    /// <summary>The vector that begins at a pixel; up to <c>radius</c> outside the picture, and beyond its right side.</summary>
    internal Vector<float> Load(int channel, int x, int y) => new(_planes[channel], ((y + _radius) * Stride) + x + _radius);

    /// <summary>Writes as much of a vector as fits into the row.</summary>
    internal static void Store(Vector<float> vector, Span<float> row, int x)
    {
        if (x + Vector<float>.Count <= row.Length)
        {
            vector.CopyTo(row[x..]);
            return;
        }

        for (var i = 0; x + i < row.Length; i++)
        {
            row[x + i] = vector[i];
        }
    }

    private float[] Pad(ReadOnlySpan<float> plane, int width, int height, bool repeats)
    {
        var padded = new float[Stride * (height + (2 * _radius))];
        for (var y = 0; y < height + (2 * _radius); y++)
        {
            if (!repeats && (y < _radius || y >= height + _radius))
            {
                continue;
            }

            var source = plane.Slice(Math.Clamp(y - _radius, 0, height - 1) * width, width);
            var target = padded.AsSpan(y * Stride, Stride);
            target[.._radius].Fill(repeats ? source[0] : 0);
            source.CopyTo(target[_radius..]);
            target[(_radius + width)..].Fill(repeats ? source[^1] : 0);
        }

        return padded;
    }
}
