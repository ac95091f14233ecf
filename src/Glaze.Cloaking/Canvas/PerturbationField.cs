using Glaze.Imaging;

namespace Glaze.Cloaking.Canvas;

/// <summary>δ of the whole canvas between passes, in steps of ¼ level, one byte a value.</summary>
internal sealed class PerturbationField
{
    /// <summary>Largest δ that fits, in levels: more than the bound at intensity 100.</summary>
    public const float Largest = sbyte.MaxValue / Steps;

    private const float Steps = 4;

    private readonly sbyte[] _values;

    public PerturbationField(int width, int height)
    {
        Width = width;
        Height = height;
        _values = new sbyte[checked(3 * width * height)];
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Reads a window, in levels; 0 beyond the canvas.</summary>
    public PlanarImage Read(CanvasWindow window)
    {
        var delta = new PlanarImage(window.Width, window.Height);
        ForEachRowInside(window, (inWindow, inField, count) =>
        {
            var target = delta.Values.AsSpan(inWindow, count);
            var source = _values.AsSpan(inField, count);
            for (var x = 0; x < target.Length; x++)
            {
                target[x] = source[x] / Steps;
            }
        });
        return delta;
    }

    /// <summary>Writes the part of a window that lies on the canvas.</summary>
    public void Write(CanvasWindow window, PlanarImage delta) => ForEachRowInside(window, (inWindow, inField, count) =>
    {
        var source = delta.Values.AsSpan(inWindow, count);
        var target = _values.AsSpan(inField, count);
        for (var x = 0; x < target.Length; x++)
        {
            target[x] = (sbyte)Math.Clamp(MathF.Round(source[x] * Steps), -sbyte.MaxValue, sbyte.MaxValue);
        }
    });

    /// <summary>δ of one value rounded to whole levels.</summary>
    public int Level(int channel, int x, int y) =>
        (int)MathF.Round(_values[((((long)channel * Height) + y) * Width) + x] / Steps);

    private void ForEachRowInside(CanvasWindow window, Action<int, int, int> visit)
    {
        var left = Math.Max(0, -window.X);
        var count = Math.Min(window.Width, Width - window.X) - left;
        if (count <= 0)
        {
            return;
        }

        for (var c = 0; c < 3; c++)
        {
            for (var y = Math.Max(0, -window.Y); y < Math.Min(window.Height, Height - window.Y); y++)
            {
                visit((((c * window.Height) + y) * window.Width) + left, (((c * Height) + window.Y + y) * Width) + window.X + left, count);
            }
        }
    }
}
