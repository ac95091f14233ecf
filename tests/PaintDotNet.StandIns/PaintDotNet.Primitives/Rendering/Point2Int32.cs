using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PaintDotNet.Rendering;

public struct Point2Int32 : IEquatable<Point2Int32>, IFormattable, IParsable<Point2Int32>
{
    private int _x;
    private int _y;

    public Point2Int32(int x, int y)
    {
        _x = x;
        _y = y;
    }

    public int X
    {
        readonly get => _x;
        set => _x = value;
    }

    public int Y
    {
        readonly get => _y;
        set => _y = value;
    }

    public static Point2Int32 Zero => default;

    public readonly bool Equals(Point2Int32 other) => _x == other._x && _y == other._y;

    public override readonly bool Equals(object? obj) => obj is Point2Int32 other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(_x, _y);

    public override readonly string ToString() => ToString(null, CultureInfo.CurrentCulture);

    public readonly string ToString(IFormatProvider? provider) => ToString(null, provider);

    public readonly string ToString(string? format, IFormatProvider? provider) =>
        $"{_x.ToString(format, provider)}, {_y.ToString(format, provider)}";

    static Point2Int32 IParsable<Point2Int32>.Parse(string s, IFormatProvider? provider)
    {
        var parts = IntegerList.Parse(s, 2, provider);
        return new Point2Int32(parts[0], parts[1]);
    }

    static bool IParsable<Point2Int32>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, out Point2Int32 result)
    {
        var ok = IntegerList.TryParse(s, 2, provider, out var parts);
        result = ok ? new Point2Int32(parts[0], parts[1]) : default;
        return ok;
    }

    public static bool operator ==(Point2Int32 lhs, Point2Int32 rhs) => lhs.Equals(rhs);

    public static bool operator !=(Point2Int32 lhs, Point2Int32 rhs) => !lhs.Equals(rhs);
}
