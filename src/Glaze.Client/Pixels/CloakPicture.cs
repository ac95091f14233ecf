using System.Buffers.Binary;
using System.Security.Cryptography;
using Glaze.Protocol;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Pixels;

/// <summary>The picture to be cloaked and what of it is selected. Immutable by agreement: the arrays are not copied.</summary>
public sealed class CloakPicture
{
    private readonly Lazy<string> _key;

    /// <summary>Creates a picture.</summary>
    /// <param name="width">Width in pixels, 1 to 65535.</param>
    /// <param name="height">Height in pixels, 1 to 65535; width × height at most 16384².</param>
    /// <param name="bgra">BGRA, straight alpha, sRGB, rows top to bottom without padding; not to be changed afterwards.</param>
    /// <param name="selectionBounds">What may change; inside the picture. Null = all of it.</param>
    /// <param name="selectionMask">One byte a pixel of the bounds, 0 = not selected, 255 = selected. Null = all of the bounds.</param>
    /// <exception cref="ArgumentException">Sizes do not agree or are out of bounds.</exception>
    public CloakPicture(int width, int height, byte[] bgra, PixelRectangle? selectionBounds = null, byte[]? selectionMask = null)
    {
        ArgumentNullException.ThrowIfNull(bgra);
        var bounds = selectionBounds ?? PixelRectangle.Whole(width, height);
        var isSizeGood = width is > 0 and <= ProtocolLimits.MaxSide && height is > 0 and <= ProtocolLimits.MaxSide
            && (long)width * height <= ProtocolLimits.MaxPixels && bgra.LongLength == (long)width * height * ProtocolLimits.BytesPerPixel;
        if (!isSizeGood)
        {
            throw new ArgumentException($"{bgra.LongLength} bytes are no picture of {width}x{height} within the limits.", nameof(bgra));
        }

        if (bounds.X < 0 || bounds.Y < 0 || bounds.Width < 0 || bounds.Height < 0 || bounds.X + (long)bounds.Width > width || bounds.Y + (long)bounds.Height > height)
        {
            throw new ArgumentException($"The selection {bounds} leaves the picture of {width}x{height}.", nameof(selectionBounds));
        }

        if (selectionMask is not null && selectionMask.LongLength != (long)bounds.Width * bounds.Height)
        {
            throw new ArgumentException($"The mask has {selectionMask.LongLength} bytes; its bounds are {bounds}.", nameof(selectionMask));
        }

        Width = width;
        Height = height;
        Bgra = bgra;
        SelectionBounds = bounds;
        SelectionMask = selectionMask;
        (IsEmptySelection, IsTransparent) = LookForWork();
        _key = new Lazy<string>(ComputeKey);
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>BGRA, straight alpha, rows top to bottom without padding.</summary>
    public byte[] Bgra { get; }

    /// <summary>What may change.</summary>
    public PixelRectangle SelectionBounds { get; }

    /// <summary>One byte a pixel of the bounds; null = all of the bounds.</summary>
    public byte[]? SelectionMask { get; }

    /// <summary>True when nothing is selected: there is nothing to cloak. Found out once, by the constructor.</summary>
    public bool IsEmptySelection { get; }

    /// <summary>True when something is selected and all of it is fully transparent: there is nothing to cloak either.</summary>
    public bool IsTransparent { get; }

    /// <summary>A hash of everything above. Computed on first use (about a second for the largest picture): not on the dialog's thread.</summary>
    public string Key => _key.Value;

    // Looks no further than the first pixel that may change.
    private (bool IsEmptySelection, bool IsTransparent) LookForWork()
    {
        var isEmpty = true;
        for (var y = 0; y < SelectionBounds.Height; y++)
        {
            var row = Bgra.AsSpan(
                checked((int)((((SelectionBounds.Y + y) * (long)Width) + SelectionBounds.X) * ProtocolLimits.BytesPerPixel)),
                SelectionBounds.Width * ProtocolLimits.BytesPerPixel);
            for (var x = 0; x < SelectionBounds.Width; x++)
            {
                if (SelectionMask is null || SelectionMask[(y * SelectionBounds.Width) + x] != 0)
                {
                    isEmpty = false;
                    if (row[(x * ProtocolLimits.BytesPerPixel) + 3] != 0)
                    {
                        return (false, false);
                    }
                }
            }
        }

        return (isEmpty, !isEmpty);
    }

    private string ComputeKey()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> header = stackalloc byte[28];
        ReadOnlySpan<int> numbers =
        [
            Width, Height, SelectionBounds.X, SelectionBounds.Y, SelectionBounds.Width, SelectionBounds.Height, SelectionMask is null ? 0 : 1,
        ];
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(header[(4 * i)..], numbers[i]);
        }

        hash.AppendData(header);
        hash.AppendData(Bgra);
        hash.AppendData(SelectionMask ?? []);
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
