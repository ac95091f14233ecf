using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PaintDotNet.ComponentModel;
using PaintDotNet.Rendering;

namespace PaintDotNet.Imaging;

/// <summary>A bitmap in pinned memory; rows follow each other without padding.</summary>
internal sealed unsafe class MemoryBitmap<TPixel> : RefTrackedObject, IBitmap<TPixel>
    where TPixel : unmanaged, INaturalPixelInfo
{
    private readonly TPixel[] _pixels;
    private int _openLocks;

    public MemoryBitmap(int width, int height)
        : this(width, height, GC.AllocateArray<TPixel>(checked(width * height), pinned: true))
    {
    }

    public MemoryBitmap(int width, int height, TPixel[] pinnedPixels)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNotEqual(pinnedPixels.Length, width * height);
        Size = new SizeInt32(width, height);
        _pixels = pinnedPixels;
    }

    public SizeInt32 Size { get; }

    public PixelFormat PixelFormat => default(TPixel).PixelFormat;

    public Vector2Double Resolution { get; set; } = new(96, 96);

    /// <summary>Locks handed out and not yet disposed; a plugin that leaves some behind has a leak.</summary>
    public int OpenLocks => Volatile.Read(ref _openLocks);

    public Span<TPixel> Pixels => _pixels;

    private int Stride => Size.Width * sizeof(TPixel);

    public IBitmapLock<TPixel> Lock(RectInt32 rect, BitmapLockOptions lockOptions)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        Check(rect);
        Interlocked.Increment(ref _openLocks);
        return new MemoryBitmapLock<TPixel>(Address(rect), rect.Size, Stride, () => Interlocked.Decrement(ref _openLocks));
    }

    IBitmapLock IBitmap.Lock(RectInt32 rect, BitmapLockOptions lockOptions) => Lock(rect, lockOptions);

    public void CopyPixels(void* pBuffer, int bufferStride, uint bufferSize, in RectInt32? srcRect)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        var rect = srcRect ?? new RectInt32(0, 0, Size);
        Check(rect);
        var rowBytes = rect.Width * sizeof(TPixel);
        if (rect.HasArea && bufferSize < ((long)(rect.Height - 1) * bufferStride) + rowBytes)
        {
            throw new ArgumentException("The buffer is too small.", nameof(bufferSize));
        }

        for (var y = 0; y < rect.Height; y++)
        {
            var from = (byte*)Address(rect) + ((long)y * Stride);
            System.Buffer.MemoryCopy(from, (byte*)pBuffer + ((long)y * bufferStride), rowBytes, rowBytes);
        }
    }

    public IPalette? GetPalette() => null;

    public void SetPalette(IPalette palette) => throw new NotSupportedException();

    private TPixel* Address(RectInt32 rect) =>
        (TPixel*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_pixels)) + ((long)rect.Y * Size.Width) + rect.X;

    private void Check(RectInt32 rect)
    {
        if (rect.Width < 0 || rect.Height < 0 || !new RectInt32(0, 0, Size).Contains(rect))
        {
            throw new ArgumentOutOfRangeException(nameof(rect), rect, $"The rectangle leaves {Size}.");
        }
    }
}
