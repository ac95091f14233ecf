namespace Glaze.Cloaking.Canvas;

/// <summary>δ of the whole canvas between passes, in steps of ¼ level, one byte a value: 192 MiB for 8192².</summary>
internal sealed class PerturbationField
{
    /// <summary>Largest δ that fits, in levels: more than the bound at intensity 100.</summary>
    public const float Largest = sbyte.MaxValue / Steps;

    private const float Steps = 4;

    private readonly int _width;
    private readonly int _height;
    private readonly sbyte[] _values;

    public PerturbationField(int width, int height)
    {
        _width = width;
        _height = height;
        _values = new sbyte[checked(3 * width * height)];
    }

    /// <summary>Reads a window, planar C,H,W in levels; 0 beyond the canvas.</summary>
    public float[] Read(CanvasWindow window)
    {
        var values = new float[3 * window.Width * window.Height];
        ForEachRowInside(window, (inWindow, inField, count) =>
        {
            var target = values.AsSpan(inWindow, count);
            var source = _values.AsSpan(inField, count);
            for (var x = 0; x < target.Length; x++)
            {
                target[x] = source[x] / Steps;
            }
        });
        return values;
    }

    /// <summary>Writes the part of a window that lies on the canvas.</summary>
    public void Write(CanvasWindow window, float[] delta) => ForEachRowInside(window, (inWindow, inField, count) =>
    {
        var source = delta.AsSpan(inWindow, count);
        var target = _values.AsSpan(inField, count);
        for (var x = 0; x < target.Length; x++)
        {
            target[x] = (sbyte)Math.Clamp(MathF.Round(source[x] * Steps), -sbyte.MaxValue, sbyte.MaxValue);
        }
    });

    /// <summary>δ of one value rounded to whole levels.</summary>
    public int Level(int channel, int x, int y) =>
        (int)MathF.Round(_values[((((long)channel * _height) + y) * _width) + x] / Steps);

    private void ForEachRowInside(CanvasWindow window, Action<int, int, int> visit)
    {
        var left = Math.Max(0, -window.X);
        var count = Math.Min(window.Width, _width - window.X) - left;
        if (count <= 0)
        {
            return;
        }

        for (var c = 0; c < 3; c++)
        {
            for (var y = Math.Max(0, -window.Y); y < Math.Min(window.Height, _height - window.Y); y++)
            {
                visit((((c * window.Height) + y) * window.Width) + left, (((c * _height) + window.Y + y) * _width) + window.X + left, count);
            }
        }
    }
}
