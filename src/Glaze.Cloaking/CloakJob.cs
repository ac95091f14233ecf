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
    PlanarImage? Target = null);
