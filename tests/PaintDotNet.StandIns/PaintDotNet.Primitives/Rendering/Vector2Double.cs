using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PaintDotNet.Rendering;

public struct Vector2Double : IEquatable<Vector2Double>, IFormattable, IParsable<Vector2Double>
{
    private double _x;
    private double _y;

    public Vector2Double(double x, double y)
    {
        _x = x;
        _y = y;
    }

    public double X
    {
        readonly get => _x;
        set => _x = value;
    }

    public double Y
    {
        readonly get => _y;
        set => _y = value;
    }

    public static Vector2Double Zero => default;

    readonly bool IEquatable<Vector2Double>.Equals(Vector2Double other) => _x.Equals(other._x) && _y.Equals(other._y);

    readonly string IFormattable.ToString(string? format, IFormatProvider? formatProvider) =>
        $"{_x.ToString(format, formatProvider)}, {_y.ToString(format, formatProvider)}";

    static Vector2Double IParsable<Vector2Double>.Parse(string s, IFormatProvider? provider)
    {
        var parts = s.Split(',');
        return new Vector2Double(double.Parse(parts[0], provider), double.Parse(parts[1], provider));
    }

    static bool IParsable<Vector2Double>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, out Vector2Double result)
    {
        result = default;
        var parts = s?.Split(',');
        if (parts?.Length != 2
            || !double.TryParse(parts[0], NumberStyles.Float, provider, out var x)
            || !double.TryParse(parts[1], NumberStyles.Float, provider, out var y))
        {
            return false;
        }

        result = new Vector2Double(x, y);
        return true;
    }
}
