using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection.Pictures;

/// <summary>How a trainer looks at a picture.</summary>
/// <param name="Name">"native", or the longer side that it is shrunk to.</param>
/// <param name="LongerSide">That side in pixels; 0 for native.</param>
internal sealed record View(string Name, int LongerSide)
{
    private const int ShrunkSide = 768;

    /// <summary>The picture as it is.</summary>
    public static View Native { get; } = new("native", 0);

    /// <summary>Shrunk to 768 pixels, as trainers do first.</summary>
    public static View Shrunk { get; } = new("768", ShrunkSide);

    /// <summary>The views of a picture: native, and shrunk when it is larger than that.</summary>
    public static IReadOnlyList<View> Of(Subject subject) => Math.Max(subject.Width, subject.Height) > ShrunkSide ? [Native, Shrunk] : [Native];

    /// <summary>What the trainer sees; sides are multiples of 16.</summary>
    public PlanarImage Apply(PlanarImage image)
    {
        if (LongerSide == 0)
        {
            return image;
        }

        var scale = LongerSide / (double)Math.Max(image.Width, image.Height);
        return Resampler.Resize(image, Side(image.Width), Side(image.Height));

        int Side(int length) => Math.Max(16, (int)Math.Round(length * scale / 16) * 16);
    }
}
