using System.Runtime.InteropServices;
using Glaze.Client.Results;
using Glaze.Client.Settings;
using PaintDotNet;
using PaintDotNet.Imaging;

namespace GlazeEffectPlugin.Pixels;

/// <summary>A finished layer and what it was made from. Immutable, so that clones of a token may share it between threads.</summary>
internal sealed class CloakedLayer
{
    private readonly byte[] _bgra;
    private readonly int _width;
    private readonly string _pictureKey;
    private readonly CloakSettings _settings;

    private CloakedLayer(byte[] bgra, int width, string pictureKey, CloakSettings settings)
    {
        _bgra = bgra;
        _width = width;
        _pictureKey = pictureKey;
        _settings = settings;
    }

    /// <summary>
    /// Takes the engine's answer over into the document: back to its colour space, and whatever the engine may not touch (alpha,
    /// unselected and fully transparent pixels) from the layer itself, whatever the engine says.
    /// </summary>
    /// <exception cref="InvalidDataException">The answer has another size than the layer.</exception>
    public static CloakedLayer Create(LayerSource source, CloakSettings settings, byte[] answer)
    {
        if (answer.Length != source.Bgra.Length)
        {
            throw new InvalidDataException($"The engine's answer has {answer.Length} bytes, the layer {source.Bgra.Length}.");
        }

        var bgra = Protect(source, source.Bridge.ToDocument(answer), answer);
        return new CloakedLayer(bgra, source.Picture.Width, source.Picture.Key, settings);
    }

    /// <summary>Whether this is the answer for that layer, selection and settings.</summary>
    public bool Matches(LayerSource source, CloakSettings settings) =>
        _settings == settings && _bgra.Length == source.Bgra.Length && _pictureKey == source.Picture.Key;

    /// <summary>Copies pixels of one row, starting at a place in the layer.</summary>
    public void CopyRow(int x, int y, RegionPtr<ColorBgra32> target)
    {
        var from = MemoryMarshal.Cast<byte, ColorBgra32>(_bgra.AsSpan()).Slice((y * _width) + x, target.Width);
        unsafe
        {
            from.CopyTo(new Span<ColorBgra32>(target.Ptr, target.Width));
        }
    }

    // The answer is shared with the cache, so it is copied before the first correction; a well-behaved engine needs none.
    private static byte[] Protect(LayerSource source, byte[] bgra, byte[] shared)
    {
        var original = MemoryMarshal.Cast<byte, uint>(source.Bgra.AsSpan());
        var cloaked = MemoryMarshal.Cast<byte, uint>(bgra.AsSpan());
        for (var y = 0; y < source.Picture.Height; y++)
        {
            for (var x = 0; x < source.Picture.Width; x++)
            {
                var at = (y * source.Picture.Width) + x;
                var alpha = original[at] & 0xFF000000;
                var wanted = alpha != 0 && IsSelected(source.Picture, x, y) ? (cloaked[at] & 0x00FFFFFF) | alpha : original[at];
                if (cloaked[at] != wanted)
                {
                    if (ReferenceEquals(bgra, shared))
                    {
                        bgra = (byte[])bgra.Clone();
                        cloaked = MemoryMarshal.Cast<byte, uint>(bgra.AsSpan());
                    }

                    cloaked[at] = wanted;
                }
            }
        }

        return bgra;
    }

    private static bool IsSelected(CloakPicture picture, int x, int y)
    {
        var (bounds, mask) = (picture.SelectionBounds, picture.SelectionMask);
        var (left, top) = (x - bounds.X, y - bounds.Y);
        return (uint)left < (uint)bounds.Width && (uint)top < (uint)bounds.Height
            && (mask is null || mask[(top * bounds.Width) + left] != 0);
    }
}
