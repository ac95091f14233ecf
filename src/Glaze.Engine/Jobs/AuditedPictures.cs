using Glaze.Imaging;

namespace Glaze.Engine.Jobs;

/// <summary>The pictures of an audit.</summary>
/// <param name="Original">The untouched picture.</param>
/// <param name="Cloaked">The cloaked picture, same size.</param>
/// <param name="Target">Ω(x, T), any size.</param>
internal readonly record struct AuditedPictures(PixelBuffer Original, PixelBuffer Cloaked, PlanarImage Target);
