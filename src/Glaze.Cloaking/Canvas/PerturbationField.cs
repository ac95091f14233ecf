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
        _values = new sbyte[3L * width * height];
    }

    /// <summary>Reads a window, planar C,H,W in levels; 0 beyond the canvas.</summary>
    public float[] Read(CanvasWindow window)
    {
        var values = new float[3 * window.Width * window.Height];
        ForEachInside(window, (inWindow, inField) => values[inWindow] = _values[inField] / Steps);
        return values;
    }

    /// <summary>Writes the part of a window that lies on the canvas.</summary>
    public void Write(CanvasWindow window, float[] delta) =>
        ForEachInside(window, (inWindow, inField) => _values[inField] = (sbyte)Math.Clamp(MathF.Round(delta[inWindow] * Steps), -sbyte.MaxValue, sbyte.MaxValue));

    /// <summary>δ of one value rounded to whole levels.</summary>
    public int Level(int channel, int x, int y) =>
        (int)MathF.Round(_values[((((long)channel * _height) + y) * _width) + x] / Steps);

    private void ForEachInside(CanvasWindow window, Action<int, long> visit)
    {
        for (var c = 0; c < 3; c++)
        {
            for (var y = Math.Max(0, -window.Y); y < Math.Min(window.Height, _height - window.Y); y++)
            {
                for (var x = Math.Max(0, -window.X); x < Math.Min(window.Width, _width - window.X); x++)
                {
                    visit((((c * window.Height) + y) * window.Width) + x, ((((long)c * _height) + window.Y + y) * _width) + window.X + x);
                }
            }
        }
    }
}
