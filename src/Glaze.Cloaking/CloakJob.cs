using Glaze.Imaging;
using Glaze.Imaging.Painterly;

namespace Glaze.Cloaking;

/// <summary>One picture to cloak.</summary>
/// <param name="Original">The untouched picture; never changed.</param>
/// <param name="Settings">Everything else that affects the outcome.</param>
/// <param name="Selection">Row-major weights 0..255, Width·Height, where the picture may change; null for everywhere.</param>
/// <param name="Style">T itself, instead of the settings' style name; null to go by the name.</param>
/// <param name="Target">Ω(x, T) as an earlier outcome of the same picture, style and seed gave it; null renders it.</param>
public sealed record CloakJob(
    PixelBuffer Original,
    CloakSettings Settings,
    ReadOnlyMemory<byte>? Selection = null,
    PainterlyStyle? Style = null,
    PlanarImage? Target = null)
{
    /// <summary>How much a pixel may change, 0..255: its weight in the selection, and 0 where the picture is fully transparent.</summary>
    /// <param name="pixel">Row-major index of the pixel.</param>
    internal byte WeightAt(int pixel) =>
        Original.Rgba[(4 * pixel) + 3] == 0 ? (byte)0 : Selection is { } selection ? selection.Span[pixel] : byte.MaxValue;
}
