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

        var bgra = source.Bridge.ToDocument(answer);
        Protect(source, bgra);
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

    private static void Protect(LayerSource source, byte[] bgra)
    {
        var original = MemoryMarshal.Cast<byte, uint>(source.Bgra.AsSpan());
        var cloaked = MemoryMarshal.Cast<byte, uint>(bgra.AsSpan());
        var bounds = source.Picture.SelectionBounds;
        var mask = source.Picture.SelectionMask;
        for (var y = 0; y < source.Picture.Height; y++)
        {
            var row = y * source.Picture.Width;
            var isInRows = y >= bounds.Y && y < bounds.Y + bounds.Height;
            for (var x = 0; x < source.Picture.Width; x++)
            {
                var alpha = original[row + x] & 0xFF000000;
                var isSelected = isInRows && x >= bounds.X && x < bounds.X + bounds.Width
                    && (mask is null || mask[((y - bounds.Y) * bounds.Width) + x - bounds.X] != 0);
                cloaked[row + x] = isSelected && alpha != 0 ? (cloaked[row + x] & 0x00FFFFFF) | alpha : original[row + x];
            }
        }
    }
}
