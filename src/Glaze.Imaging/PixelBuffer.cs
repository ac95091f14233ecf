using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Glaze.Imaging;

/// <summary>
/// An 8-bit picture with straight (not premultiplied) alpha: R, G, B, A bytes, row-major, no padding between rows.
/// </summary>
public sealed class PixelBuffer
{
    /// <summary>Creates a fully transparent black picture.</summary>
    /// <param name="width">Width in pixels, at least 1.</param>
    /// <param name="height">Height in pixels, at least 1.</param>
    public PixelBuffer(int width, int height)
        : this(width, height, new byte[ByteCount(width, height)])
    {
    }

    /// <summary>Wraps existing bytes; the array is used, not copied.</summary>
    /// <param name="width">Width in pixels, at least 1.</param>
    /// <param name="height">Height in pixels, at least 1.</param>
    /// <param name="rgba">Exactly 4·width·height bytes.</param>
    /// <exception cref="ArgumentException">The array does not have the length the size asks for.</exception>
    public PixelBuffer(int width, int height, byte[] rgba)
    {
        ArgumentNullException.ThrowIfNull(rgba);
        if (rgba.Length != ByteCount(width, height))
        {
            throw new ArgumentException($"A {width}×{height} picture needs {ByteCount(width, height)} bytes, not {rgba.Length}.", nameof(rgba));
        }

        Width = width;
        Height = height;
        Rgba = rgba;
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>The pixels: R, G, B, A; row stride 4·<see cref="Width"/> bytes.</summary>
    public byte[] Rgba { get; }

    /// <summary>True when at least one pixel is not fully opaque.</summary>
    public bool HasTransparency
    {
        get
        {
            for (var i = 3; i < Rgba.Length; i += 4)
            {
                if (Rgba[i] != 255)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>True when red, green and blue are equal in every pixel.</summary>
    public bool IsGrey
    {
        get
        {
            for (var i = 0; i < Rgba.Length; i += 4)
            {
                if (Rgba[i] != Rgba[i + 1] || Rgba[i] != Rgba[i + 2])
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Reads straight-alpha pixels in B, G, R, A order, as Paint.NET and Windows keep them.</summary>
    /// <param name="bgra">At least (height − 1)·stride + 4·width bytes.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="strideBytes">Bytes from one row to the next, at least 4·width; 0 means exactly 4·width.</param>
    public static PixelBuffer FromBgra(ReadOnlySpan<byte> bgra, int width, int height, int strideBytes = 0)
    {
        var stride = CheckStride(bgra.Length, width, height, strideBytes);
        var result = new PixelBuffer(width, height);
        for (var y = 0; y < height; y++)
        {
            SwapRedAndBlue(bgra.Slice(y * stride, 4 * width), result.Rgba.AsSpan(4 * width * y, 4 * width));
        }

        return result;
    }

    /// <summary>Makes a picture of pixels in B, G, R, A order without a copy: the array is turned into the picture's own.</summary>
    /// <param name="bgra">Exactly 4·width·height bytes; the caller gives them up.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    public static PixelBuffer TakeBgra(byte[] bgra, int width, int height)
    {
        var result = new PixelBuffer(width, height, bgra);
        SwapRedAndBlue(bgra, bgra);
        return result;
    }

    /// <summary>Turns the picture into its pixels in B, G, R, A order without a copy; the picture must not be used afterwards.</summary>
    /// <returns>The array that was <see cref="Rgba"/>.</returns>
    public byte[] GiveBgra()
    {
        SwapRedAndBlue(Rgba, Rgba);
        return Rgba;
    }

    /// <summary>Writes the pixels in B, G, R, A order; bytes between rows are left as they were.</summary>
    /// <param name="bgra">Receives at least (height − 1)·stride + 4·width bytes.</param>
    /// <param name="strideBytes">Bytes from one row to the next, at least 4·width; 0 means exactly 4·width.</param>
    public void CopyToBgra(Span<byte> bgra, int strideBytes = 0)
    {
        var stride = CheckStride(bgra.Length, Width, Height, strideBytes);
        for (var y = 0; y < Height; y++)
        {
            SwapRedAndBlue(Rgba.AsSpan(4 * Width * y, 4 * Width), bgra.Slice(y * stride, 4 * Width));
        }
    }

    /// <summary>Adds what tells the picture from others to a hash: width and height as 4 bytes each, least significant first, then R, G, B, A of each pixel.</summary>
    /// <param name="hash">The hash.</param>
    public void AppendTo(IncrementalHash hash)
    {
        ArgumentNullException.ThrowIfNull(hash);
        Span<byte> size = stackalloc byte[2 * sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(size, Width);
        BinaryPrimitives.WriteInt32LittleEndian(size[sizeof(int)..], Height);
        hash.AppendData(size);
        hash.AppendData(Rgba);
    }

    /// <summary>An independent copy.</summary>
    public PixelBuffer Clone() => new(Width, Height, (byte[])Rgba.Clone());

    private static int ByteCount(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        return checked(4 * width * height);
    }

    private static int CheckStride(int available, int width, int height, int strideBytes)
    {
        _ = ByteCount(width, height);
        var stride = strideBytes == 0 ? 4 * width : strideBytes;
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 4 * width, nameof(strideBytes));
        var needed = ((long)(height - 1) * stride) + (4L * width);
        if (available < needed)
        {
            throw new ArgumentException($"A {width}×{height} picture with stride {stride} needs {needed} bytes, not {available}.", nameof(strideBytes));
        }

        return stride;
    }

    // The two may be the same.
    private static void SwapRedAndBlue(ReadOnlySpan<byte> from, Span<byte> to)
    {
        for (var i = 0; i < from.Length; i += 4)
        {
            (to[i], to[i + 1], to[i + 2], to[i + 3]) = (from[i + 2], from[i + 1], from[i], from[i + 3]);
        }
    }
}
