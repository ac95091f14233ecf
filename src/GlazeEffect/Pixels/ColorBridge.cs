using System.Runtime.InteropServices;
using Glaze.Client.Pixels;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace GlazeEffectPlugin.Pixels;

/// <summary>
/// Between the document's colour space and the engine's sRGB. The way back carries only the difference, so that a pixel the
/// engine left alone keeps its exact bytes whatever the conversions round or clip.
/// </summary>
internal sealed class ColorBridge
{
    private readonly Func<byte[], byte[]>? _toDocument;
    private readonly byte[] _document;

    private ColorBridge(byte[] document, byte[] srgb, Func<byte[], byte[]>? toDocument, bool isGuess)
    {
        _document = document;
        Srgb = srgb;
        _toDocument = toDocument;
        IsGuess = isGuess;
    }

    /// <summary>The layer in sRGB: BGRA, straight alpha. The document's own bytes when they are sRGB already.</summary>
    public byte[] Srgb { get; }

    /// <summary>Whether the profile could not be converted, so that the document's values were taken for sRGB. The user is told.</summary>
    public bool IsGuess { get; }

    /// <summary>Whether a conversion takes place.</summary>
    public bool Converts => _toDocument is not null;

    /// <summary>Chooses the way for a document's profile.</summary>
    public static ColorBridge For(IColorContext? profile, IImagingFactory? imaging, byte[] document, SizeInt32 size)
    {
        if (profile is null || imaging is null || IsSrgb(profile))
        {
            return new ColorBridge(document, document, null, isGuess: false);
        }

        try
        {
            using var srgb = imaging.CreateColorContext(ExifColorSpace.Srgb);
            var converted = Transform(imaging, document, size, profile, srgb);
            return new ColorBridge(
                document,
                converted,
                pixels =>
                {
                    using var from = imaging.CreateColorContext(ExifColorSpace.Srgb);
                    return Transform(imaging, pixels, size, from, profile);
                },
                isGuess: false);
        }
        catch (Exception failure) when (failure is NotSupportedException or ArgumentException or COMException or InvalidOperationException)
        {
            return new ColorBridge(document, document, null, isGuess: true);
        }
    }

    /// <summary>The engine's sRGB result in the document's colour space. The same array when nothing is converted.</summary>
    public byte[] ToDocument(byte[] cloakedSrgb)
    {
        if (_toDocument is null)
        {
            return cloakedSrgb;
        }

        return ColorDifference.Carry(_document, _toDocument(Srgb), _toDocument(cloakedSrgb));
    }

    private static bool IsSrgb(IColorContext profile) => profile.Type == ColorContextType.ExifColorSpace
        ? profile.ExifColorSpace == ExifColorSpace.Srgb
        : SrgbProfile.Matches(profile.GetProfileBytes().Span);

    private static unsafe byte[] Transform(
        IImagingFactory imaging, byte[] pixels, SizeInt32 size, IColorContext from, IColorContext to)
    {
        using var bitmap = imaging.CreateBitmap<ColorBgra32>(size);
        using (var target = bitmap.Lock(BitmapLockOptions.Write))
        {
            for (var y = 0; y < size.Height; y++)
            {
                pixels.AsSpan(y * size.Width * 4, size.Width * 4)
                    .CopyTo(new Span<byte>((byte*)target.Buffer + ((long)y * target.BufferStride), size.Width * 4));
            }
        }

        using var transformed = imaging.CreateColorTransformedBitmap(bitmap, from, to, PixelFormats.Bgra32);
        using var copy = imaging.CreateBitmap<ColorBgra32>(size);
        using var source = copy.Lock(BitmapLockOptions.ReadWrite);
        transformed.CopyPixels(source);
        var result = new byte[pixels.Length];
        for (var y = 0; y < size.Height; y++)
        {
            new ReadOnlySpan<byte>((byte*)source.Buffer + ((long)y * source.BufferStride), size.Width * 4).CopyTo(result.AsSpan(y * size.Width * 4));
        }

        return result;
    }
}
