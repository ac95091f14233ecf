using Glaze.Client.Pixels;
using Glaze.Client.Resources;
using Glaze.Client.Settings;
using Glaze.Protocol;
using Glaze.Protocol.Messages;
using GlazeEffectPlugin.Resources;
using PaintDotNet;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace GlazeEffectPlugin.Pixels;

/// <summary>The active layer as it is, and as the engine gets it.</summary>
internal sealed class LayerSource
{
    // So much of a layer is read between two looks at whether it is still wanted.
    private const int RowsAtOnce = 256;

    private LayerSource(byte[] bgra, CloakPicture picture, ColorBridge bridge)
    {
        Bgra = bgra;
        Picture = picture;
        Bridge = bridge;
    }

    /// <summary>The layer's own bytes, in the document's colour space: BGRA, straight alpha, no padding.</summary>
    public byte[] Bgra { get; }

    /// <summary>What is sent: the same in sRGB, with the selection.</summary>
    public CloakPicture Picture { get; }

    /// <summary>How the document's colours become sRGB and back.</summary>
    public ColorBridge Bridge { get; }

    /// <summary>What happens to its colours, where that is worth knowing.</summary>
    public UserText? Notice => Bridge.IsGuess ? new UserText(TextKey.ProfileGuessed) : Bridge.Converts ? new UserText(TextKey.ProfileConverted) : null;

    /// <summary>Whether there is no pixel that could be changed: nothing selected, or everything transparent.</summary>
    public bool IsEmpty => Picture.IsEmptySelection || Picture.IsTransparent;

    /// <summary>Copies layer and selection out of the host; not on the dialog's thread, the largest layer is 1 GiB.</summary>
    /// <exception cref="NotSupportedException">The picture is too large; the message is for the artist.</exception>
    /// <exception cref="OperationCanceledException">No longer wanted.</exception>
    public static LayerSource Read(IEffectEnvironment environment, IImagingFactory? imaging, CancellationToken cancellationToken)
    {
        var size = environment.Document.Size;
        if ((long)size.Width * size.Height > ProtocolLimits.MaxPixels)
        {
            throw new NotSupportedException(Texts.PictureTooLarge);
        }

        var bgra = ReadPixels(environment, size, cancellationToken);
        var bounds = RectInt32.Intersect(environment.Selection.RenderBounds, new RectInt32(0, 0, size));
        var selection = new PixelRectangle(bounds.X, bounds.Y, bounds.Width, bounds.Height);
        var bridge = ColorBridge.For(environment.Document.ColorContext, imaging, bgra, size);
        cancellationToken.ThrowIfCancellationRequested();
        var picture = new CloakPicture(size.Width, size.Height, bridge.Srgb, selection, ReadMask(environment, bounds));
        return new LayerSource(bgra, picture, bridge);
    }

    /// <summary>The engine's answer taken over into the document: back to its colour space, what may not change from the layer itself.</summary>
    /// <exception cref="InvalidDataException">The answer has another size than the layer.</exception>
    public FinishedLayer Finish(CloakSettings settings, CloakOutput output) => FinishedLayer.Create(
        Picture, Bgra, settings, Bridge.ToDocument(output.Bgra), isShared: !Bridge.Converts, output.Engine);

    private static unsafe byte[] ReadPixels(IEffectEnvironment environment, SizeInt32 size, CancellationToken cancellationToken)
    {
        var bgra = new byte[(long)size.Width * size.Height * 4];
        using var bitmap = environment.GetSourceBitmapBgra32();
        fixed (byte* pixels = bgra)
        {
            for (var top = 0; top < size.Height; top += RowsAtOnce)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var band = new SizeInt32(size.Width, Math.Min(RowsAtOnce, size.Height - top));
                bitmap.CopyPixels(
                    new RegionPtr<ColorBgra32>((ColorBgra32*)(pixels + ((long)top * size.Width * 4)), band, size.Width * 4), new Point2Int32(0, top));
            }
        }

        return bgra;
    }

    private static byte[]? ReadMask(IEffectEnvironment environment, RectInt32 bounds)
    {
        if (!bounds.HasArea)
        {
            return null;
        }

        var mask = new byte[(long)bounds.Width * bounds.Height];
        using var bitmap = environment.Selection.MaskBitmap;
        unsafe
        {
            fixed (byte* values = mask)
            {
                bitmap.CopyPixels(new RegionPtr<ColorAlpha8>((ColorAlpha8*)values, bounds.Size, bounds.Width), bounds.Location);
            }
        }

        return mask.AsSpan().ContainsAnyExcept((byte)255) ? mask : null;
    }
}
