using System.Runtime.InteropServices;
using Glaze.Client.Settings;

namespace Glaze.Client.Pixels;

/// <summary>A cloaked layer in the document's own colours, and what it was made from. Immutable: threads may share it.</summary>
public sealed class FinishedLayer
{
    private readonly byte[] _bgra;
    private readonly int _width;
    private readonly string _pictureKey;
    private readonly string? _engine;

    private FinishedLayer(byte[] bgra, CloakPicture picture, CloakSettings settings, string? engine)
    {
        _engine = engine;
        _bgra = bgra;
        _width = picture.Width;
        _pictureKey = picture.Key;
        Settings = settings;
    }

    /// <summary>The settings it was made with, whatever the dialog shows by now.</summary>
    public CloakSettings Settings { get; }

    /// <summary>
    /// Takes the engine's answer over: whatever the engine may not touch (alpha, pixels that are not selected or fully transparent)
    /// comes from the layer itself, whatever the engine says.
    /// </summary>
    /// <param name="picture">What was sent.</param>
    /// <param name="original">The layer's own bytes, in the document's colours.</param>
    /// <param name="settings">What the artist chose.</param>
    /// <param name="cloaked">The answer in the document's colours.</param>
    /// <param name="isShared">Whether others hold <paramref name="cloaked"/> too; it is then copied before anything is put right.</param>
    /// <param name="engine">The engine stamp of the engine that answered; null = unknown.</param>
    /// <returns>The layer.</returns>
    /// <exception cref="InvalidDataException">The answer has another size than the layer.</exception>
    public static FinishedLayer Create(CloakPicture picture, byte[] original, CloakSettings settings, byte[] cloaked, bool isShared, string? engine = null)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(cloaked);
        if (cloaked.Length != original.Length || original.Length != picture.Bgra.Length)
        {
            throw new InvalidDataException($"The engine's answer has {cloaked.Length} bytes, the layer {original.Length}.");
        }

        return new FinishedLayer(Protect(picture, original, cloaked, isShared), picture, settings, engine);
    }

    /// <summary>Whether this is the answer for that layer, selection and settings.</summary>
    /// <param name="picture">The layer and its selection. Its key is computed if that has not happened yet.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="engine">The engine stamp of now; null = unknown.</param>
    /// <returns>True when it is; another engine or other models make it another answer.</returns>
    public bool Matches(CloakPicture picture, CloakSettings settings, string? engine = null)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var isSameEngine = engine is null || _engine is null || string.Equals(engine, _engine, StringComparison.Ordinal);
        return isSameEngine && Settings == settings && _bgra.Length == picture.Bgra.Length && string.Equals(_pictureKey, picture.Key, StringComparison.Ordinal);
    }

    /// <summary>Pixels of one row, BGRA, straight alpha.</summary>
    /// <param name="x">The first column.</param>
    /// <param name="y">The row.</param>
    /// <param name="count">How many pixels; not beyond the row's end.</param>
    /// <returns>Four bytes a pixel.</returns>
    public ReadOnlySpan<byte> Row(int x, int y, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _width - x);
        return _bgra.AsSpan(checked(((y * _width) + x) * 4), count * 4);
    }

    private static byte[] Protect(CloakPicture picture, byte[] original, byte[] answer, bool isShared)
    {
        var before = MemoryMarshal.Cast<byte, uint>(original.AsSpan());
        var after = MemoryMarshal.Cast<byte, uint>(answer.AsSpan());
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                var at = (y * picture.Width) + x;
                var alpha = before[at] & 0xFF000000;
                var wanted = alpha != 0 && IsSelected(picture, x, y) ? (after[at] & 0x00FFFFFF) | alpha : before[at];
                if (after[at] == wanted)
                {
                    continue;
                }

                if (isShared)
                {
                    // A well-behaved engine's answer needs no copy.
                    answer = (byte[])answer.Clone();
                    after = MemoryMarshal.Cast<byte, uint>(answer.AsSpan());
                    isShared = false;
                }

                after[at] = wanted;
            }
        }

        return answer;
    }

    private static bool IsSelected(CloakPicture picture, int x, int y)
    {
        var (bounds, mask) = (picture.SelectionBounds, picture.SelectionMask);
        var (left, top) = (x - bounds.X, y - bounds.Y);
        return (uint)left < (uint)bounds.Width && (uint)top < (uint)bounds.Height
            && (mask is null || mask[(top * bounds.Width) + left] != 0);
    }
}
