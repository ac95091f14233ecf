using PaintDotNet.Rendering;

namespace PaintDotNet;

public readonly unsafe struct RegionPtr<T> : IEquatable<RegionPtr<T>> where T : unmanaged
{
    private readonly object? _owner;
    private readonly T* _ptr;
    private readonly int _width;
    private readonly int _height;
    private readonly int _stride;

    public RegionPtr(T* ptr, SizeInt32 size, int stride)
        : this(null, ptr, size.Width, size.Height, stride)
    {
    }

    public RegionPtr(T* ptr, int width, int height, int stride)
        : this(null, ptr, width, height, stride)
    {
    }

    public RegionPtr(object? owner, T* ptr, SizeInt32 size, int stride)
        : this(owner, ptr, size.Width, size.Height, stride)
    {
    }

    public RegionPtr(object? owner, T* ptr, int width, int height, int stride)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        ArgumentOutOfRangeException.ThrowIfNegative(height);
        _owner = owner;
        _ptr = ptr;
        _width = width;
        _height = height;
        _stride = stride;
    }

    public nint BufferSize => _height == 0 ? 0 : ((nint)(_height - 1) * _stride) + ((nint)_width * sizeof(T));

    public int Width => _width;

    public int Height => _height;

    public SizeInt32 Size => new(_width, _height);

    public int Stride => _stride;

    public T* Ptr => _ptr;

    public ref T this[Point2Int32 pt] => ref this[pt.X, pt.Y];

    public ref T this[int x, int y]
    {
        get
        {
            // The real indexer's bounds checks are not documented; checking here turns a plugin's mistake into a test failure.
            if ((uint)x >= (uint)_width || (uint)y >= (uint)_height)
            {
                throw new IndexOutOfRangeException($"({x}, {y}) lies outside {_width} x {_height}.");
            }

            return ref RowPtr(y)[x];
        }
    }

    public bool IsEmpty => _width == 0 || _height == 0;

    public RegionRowPtrCollection<T> Rows => new(this);

    public void CopyTo(RegionPtr<T> dst)
    {
        if (dst._width < _width || dst._height < _height)
        {
            throw new ArgumentException("The destination is smaller than the source.", nameof(dst));
        }

        for (var y = 0; y < _height; y++)
        {
            new ReadOnlySpan<T>(RowPtr(y), _width).CopyTo(new Span<T>(dst.RowPtr(y), _width));
        }
    }

    public void Clear() => Fill(default);

    public void Fill(T value)
    {
        for (var y = 0; y < _height; y++)
        {
            new Span<T>(RowPtr(y), _width).Fill(value);
        }
    }

    public RegionPtr<T> Slice(RectInt32 bounds)
    {
        if (bounds.Left < 0 || bounds.Top < 0 || bounds.Right > _width || bounds.Bottom > _height)
        {
            throw new ArgumentOutOfRangeException(nameof(bounds), bounds, $"The slice leaves {_width} x {_height}.");
        }

        return new RegionPtr<T>(_owner, RowPtr(bounds.Top) + bounds.Left, bounds.Width, bounds.Height, _stride);
    }

    public RegionPtr<T> SliceRows(int y, int height) => Slice(new RectInt32(0, y, _width, height));

    public bool Equals(RegionPtr<T> other) =>
        _ptr == other._ptr && _width == other._width && _height == other._height && _stride == other._stride;

    public override bool Equals(object? obj) => obj is RegionPtr<T> other && Equals(other);

    public override int GetHashCode() => HashCode.Combine((nint)_ptr, _width, _height, _stride);

    internal T* RowPtr(int y) => (T*)((byte*)_ptr + ((nint)y * _stride));
}
