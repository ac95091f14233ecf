using Glaze.Imaging;
using Glaze.Imaging.Painterly;

namespace Glaze.Benchmarks.Protection.Pictures;

/// <summary>One picture at one size and the target that every method pulls it toward; the target is painted when it is asked for.</summary>
internal sealed class Subject
{
    // The product renders targets at this size at most, and reads them by interpolation.
    private const int LargestTarget = 1024;

    private readonly Lazy<PainterlyStyle> _style;
    private readonly Lazy<PlanarImage> _target;

    /// <summary>Cuts the picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="size">The size.</param>
    /// <param name="style">Chooses T.</param>
    /// <param name="seed">Seed of the painting.</param>
    public Subject(Picture picture, CanvasSize size, Func<PainterlyStyle> style, int seed)
    {
        Picture = picture;
        Size = size.Word;
        _style = new Lazy<PainterlyStyle>(style);
        Original = size.Apply(picture.Load()).ToPixels();
        Values = PlanarImage.FromPixels(Original).Values;
        _target = new Lazy<PlanarImage>(() => Paint(seed));
    }

    /// <summary>The picture.</summary>
    public Picture Picture { get; }

    /// <summary>Its size, as given.</summary>
    public string Size { get; }

    /// <summary>The name of T.</summary>
    public string Style => _style.Value.Name;

    /// <summary>The picture's pixels, opaque.</summary>
    public PixelBuffer Original { get; }

    /// <summary>Ω(x, T), same size.</summary>
    public PlanarImage Target => _target.Value;

    /// <summary>The picture, C,H,W, 0..1.</summary>
    public float[] Values { get; }

    /// <summary>Width in pixels.</summary>
    public int Width => Original.Width;

    /// <summary>Height in pixels.</summary>
    public int Height => Original.Height;

    private PlanarImage Paint(int seed)
    {
        var scale = Math.Min(1.0, LargestTarget / (double)Math.Max(Width, Height));
        var small = Resampler.Resize(PlanarImage.FromPixels(Original), (int)Math.Round(Width * scale), (int)Math.Round(Height * scale));
        return Resampler.Resize(_style.Value.Render(small, seed), Width, Height);
    }
}
