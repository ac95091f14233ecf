using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection;

/// <summary>One picture of the comparison and the target that every method pulls it toward.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Original">The picture, square, opaque.</param>
/// <param name="Target">Ω(x, T), same size.</param>
/// <param name="Style">T, by the percentile rule.</param>
internal sealed record Subject(string Name, PixelBuffer Original, PlanarImage Target, string Style)
{
    /// <summary>Side in pixels.</summary>
    public int Side => Original.Width;

    /// <summary>The picture, C,H,W, 0..1.</summary>
    public float[] Values { get; } = PlanarImage.FromPixels(Original).Values;
}
