using System.Diagnostics.CodeAnalysis;
using System.Drawing;
using System.Globalization;

namespace PaintDotNet.Rendering;

public struct RectInt32 : IEquatable<RectInt32>, IFormattable, IParsable<RectInt32>
{
    private int _x;
    private int _y;
    private int _width;
    private int _height;

    public RectInt32(Point2Int32 location, SizeInt32 size)
        : this(location.X, location.Y, size.Width, size.Height)
    {
    }

    public RectInt32(Point2Int32 location, int width, int height)
        : this(location.X, location.Y, width, height)
    {
    }

    public RectInt32(int x, int y, SizeInt32 size)
        : this(x, y, size.Width, size.Height)
    {
    }

    public RectInt32(int x, int y, int width, int height)
    {
        _x = x;
        _y = y;
        _width = width;
        _height = height;
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

    public int Width
    {
        readonly get => _width;
        set => _width = value;
    }

    public int Height
    {
        readonly get => _height;
        set => _height = value;
    }

    public readonly int Left => _x;

    public readonly int Top => _y;

    public readonly int Right => _x + _width;

    public readonly int Bottom => _y + _height;

    public Point2Int32 Location
    {
        get => new(_x, _y);
        set => (_x, _y) = (value.X, value.Y);
    }

    public SizeInt32 Size
    {
        readonly get => new(_width, _height);
        set => (_width, _height) = (value.Width, value.Height);
    }

    public static RectInt32 Zero => default;

    public bool Equals(RectInt32 other) =>
        _x == other._x && _y == other._y && _width == other._width && _height == other._height;

    public override readonly bool Equals(object? obj) => obj is RectInt32 other && other.Equals(this);

    public override readonly int GetHashCode() => HashCode.Combine(_x, _y, _width, _height);

    public override readonly string ToString() => ToString(null, CultureInfo.CurrentCulture);

    public readonly string ToString(IFormatProvider? provider) => ToString(null, provider);

    public readonly string ToString(string? format, IFormatProvider? provider) =>
        string.Join(", ", new[] { _x, _y, _width, _height }.Select(v => v.ToString(format, provider)));

    public readonly bool HasArea => _width > 0 && _height > 0;

    public readonly bool Contains(Point2Int32 pt) => Contains(pt.X, pt.Y);

    public readonly bool Contains(RectInt32 rect) =>
        rect._x >= _x && rect._y >= _y && rect.Right <= Right && rect.Bottom <= Bottom;

    public readonly bool Contains(int x, int y) => x >= _x && y >= _y && x < Right && y < Bottom;

    public void Intersect(RectInt32 rect) => this = Intersect(this, rect);

    public static RectInt32 Intersect(RectInt32 a, RectInt32 b)
    {
        var left = Math.Max(a._x, b._x);
        var top = Math.Max(a._y, b._y);
        var right = Math.Min(a.Right, b.Right);
        var bottom = Math.Min(a.Bottom, b.Bottom);
        return right < left || bottom < top ? default : FromEdges(left, top, right, bottom);
    }

    public void Union(RectInt32 rect) => this = Union(this, rect);

    public static RectInt32 Union(RectInt32 a, RectInt32 b) => FromEdges(
        Math.Min(a._x, b._x), Math.Min(a._y, b._y), Math.Max(a.Right, b.Right), Math.Max(a.Bottom, b.Bottom));

    public static RectInt32 Inflate(RectInt32 rect, int dx, int dy) => Inflate(rect, dx, dy, dx, dy);

    public static RectInt32 Inflate(RectInt32 rect, int left, int top, int right, int bottom) =>
        FromEdges(rect._x - left, rect._y - top, rect.Right + right, rect.Bottom + bottom);

    public void Inflate(int dx, int dy) => this = Inflate(this, dx, dy);

    public static RectInt32 Offset(RectInt32 rect, int dx, int dy) =>
        new(rect._x + dx, rect._y + dy, rect._width, rect._height);

    public static RectInt32 FromEdges(int leftOrRight, int topOrBottom, int rightOrLeft, int bottomOrTop) => new(
        Math.Min(leftOrRight, rightOrLeft),
        Math.Min(topOrBottom, bottomOrTop),
        Math.Abs(rightOrLeft - leftOrRight),
        Math.Abs(bottomOrTop - topOrBottom));

    static RectInt32 IParsable<RectInt32>.Parse(string s, IFormatProvider? provider)
    {
        var parts = IntegerList.Parse(s, 4, provider);
        return new RectInt32(parts[0], parts[1], parts[2], parts[3]);
    }

    static bool IParsable<RectInt32>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, out RectInt32 result)
    {
        var ok = IntegerList.TryParse(s, 4, provider, out var parts);
        result = ok ? new RectInt32(parts[0], parts[1], parts[2], parts[3]) : default;
        return ok;
    }

    public static bool operator ==(RectInt32 a, RectInt32 b) => a.Equals(b);

    public static bool operator !=(RectInt32 a, RectInt32 b) => !a.Equals(b);

    public static implicit operator Rectangle(RectInt32 rect) => new(rect._x, rect._y, rect._width, rect._height);

    public static implicit operator RectangleF(RectInt32 rect) => new(rect._x, rect._y, rect._width, rect._height);

    public static implicit operator RectInt32(Rectangle rect) => new(rect.X, rect.Y, rect.Width, rect.Height);
}
