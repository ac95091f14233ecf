using System.Numerics.Tensors;
using Glaze.Cloaking.Arithmetic;
using Glaze.Imaging;

namespace Glaze.Cloaking.Canvas;

/// <summary>Planes of some size, read at canvas coordinates by bilinear or bicubic interpolation.</summary>
internal sealed class InterpolatedField
{
    private readonly float[] _values;
    private readonly int _channels;
    private readonly int _width;
    private readonly int _height;
    private readonly int _canvasWidth;
    private readonly int _canvasHeight;
    private readonly bool _isCubic;

    /// <summary>Lays an image over a canvas.</summary>
    /// <param name="image">The image.</param>
    /// <param name="canvasWidth">Width of the canvas in pixels.</param>
    /// <param name="canvasHeight">Height of the canvas in pixels.</param>
    /// <param name="isCubic">Bicubic (Catmull–Rom): keeps more of the finest detail, and may overshoot.</param>
    public InterpolatedField(PlanarImage image, int canvasWidth, int canvasHeight, bool isCubic = false)
        : this(image.Values, PlanarImage.ChannelCount, (image.Width, image.Height), (canvasWidth, canvasHeight), isCubic)
    {
    }

    private InterpolatedField(float[] values, int channels, (int Width, int Height) size, (int Width, int Height) canvas, bool isCubic = false)
    {
        _isCubic = isCubic;
        _values = values;
        _channels = channels;
        (_width, _height) = size;
        (_canvasWidth, _canvasHeight) = canvas;
    }

    /// <summary>Lays one plane over a canvas.</summary>
    /// <param name="plane">The plane, H,W.</param>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <param name="canvasWidth">Width of the canvas in pixels.</param>
    /// <param name="canvasHeight">Height of the canvas in pixels.</param>
    public static InterpolatedField OfPlane(float[] plane, int width, int height, int canvasWidth, int canvasHeight) =>
        new(plane, 1, (width, height), (canvasWidth, canvasHeight));

    /// <summary>Reads a window of an image; mirrored beyond the canvas.</summary>
    public PlanarImage Read(CanvasWindow window) => new(window.Width, window.Height, ReadPlanes(window));

    /// <summary>Reads a window of one plane, H,W; mirrored beyond the canvas.</summary>
    public float[] ReadPlane(CanvasWindow window) => ReadPlanes(window);

    private float[] ReadPlanes(CanvasWindow window)
    {
        var plane = window.Width * window.Height;
        var values = new float[_channels * plane];
        var columns = Enumerable.Range(window.X, window.Width).Select(x => Tap.At(Position(x, _canvasWidth, _width), _width, _isCubic)).ToArray();
        var line = new float[_width];
        for (var y = 0; y < window.Height; y++)
        {
            var row = Tap.At(Position(window.Y + y, _canvasHeight, _height), _height, _isCubic);
            for (var c = 0; c < _channels; c++)
            {
                Mix(c * _width * _height, row, line);
                var target = values.AsSpan((c * plane) + (y * window.Width), window.Width);
                for (var x = 0; x < target.Length; x++)
                {
                    var tap = columns[x];
                    target[x] = (tap.Weight * line[tap.Index]) + (tap.NextWeight * line[tap.Next]);
                    if (_isCubic)
                    {
                        target[x] += (tap.BeforeWeight * line[tap.Before]) + (tap.AfterWeight * line[tap.After]);
                    }
                }
            }
        }

        return values;
    }

    // The weighted sum of two or four rows.
    private void Mix(int offset, Tap row, float[] line)
    {
        TensorPrimitives.Multiply(Row(row.Index), row.Weight, line);
        VectorMath.AddScaled(line, Row(row.Next), row.NextWeight);
        if (_isCubic)
        {
            VectorMath.AddScaled(line, Row(row.Before), row.BeforeWeight);
            VectorMath.AddScaled(line, Row(row.After), row.AfterWeight);
        }

        ReadOnlySpan<float> Row(int index) => _values.AsSpan(offset + (index * _width), _width);
    }

    // Pixel centres: (i + ½)·length/canvas − ½.
    private static double Position(int coordinate, int canvas, int length) =>
        Math.Clamp(((WindowPixels.Mirror(coordinate, canvas) + 0.5) * length / canvas) - 0.5, 0, length - 1);

    // Neighbours of a position and what each counts.
    private readonly record struct Tap(int Before, int Index, int Next, int After, float BeforeWeight, float Weight, float NextWeight, float AfterWeight)
    {
        public static Tap At(double position, int length, bool isCubic)
        {
            var index = (int)position;
            var t = (float)(position - index);
            var tap = new Tap(Math.Max(0, index - 1), index, Math.Min(index + 1, length - 1), Math.Min(index + 2, length - 1), 0, 1 - t, t, 0);

            // Catmull–Rom, a = −½.
            return !isCubic ? tap : tap with
            {
                BeforeWeight = 0.5f * t * ((t * (2 - t)) - 1),
                Weight = 0.5f * ((t * t * ((3 * t) - 5)) + 2),
                NextWeight = 0.5f * t * ((t * (4 - (3 * t))) + 1),
                AfterWeight = 0.5f * t * t * (t - 1),
            };
        }
    }
}
