using Glaze.Imaging;

namespace Glaze.Cloaking;

/// <summary>One picture to cloak.</summary>
/// <param name="Original">The untouched picture; never changed.</param>
/// <param name="Settings">Everything else that affects the outcome.</param>
/// <param name="Selection">Row-major weights 0..255, Width·Height, where the picture may change; null for everywhere.</param>
public sealed record CloakJob(PixelBuffer Original, CloakSettings Settings, ReadOnlyMemory<byte>? Selection = null);
