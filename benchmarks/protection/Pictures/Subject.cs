using Glaze.Imaging;
using Glaze.Imaging.Painterly;

namespace Glaze.Benchmarks.Protection.Pictures;

/// <summary>One picture at one size and the target that every method pulls it toward; the target is painted when it is asked for.</summary>
internal sealed class Subject
{
    // The product renders targets at this size at most, and reads them by interpolation.
    private const int LargestTarget = 1024;

    private readonly Lazy<PainterlyStyle> _style;
    private readonly Lazy<PlanarImage> _wholeTarget;
    private readonly Lazy<PlanarImage> _target;
    private readonly (int Left, int Top, int Width, int Height) _judged;

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
        Whole = size.Cloaked.Apply(picture.Load()).ToPixels();
        (CloakedSize, _judged) = (size.Cloaked.Word, size.Judged(Whole.Width, Whole.Height));
        Original = Judged(Whole);
        Image = PlanarImage.FromPixels(Original);
        _wholeTarget = new Lazy<PlanarImage>(() => Paint(seed));
        _target = new Lazy<PlanarImage>(() =>
            PixelTiles.Cut(Resampler.Resize(WholeTarget, Whole.Width, Whole.Height), _judged.Left, _judged.Top, _judged.Width, _judged.Height));
    }

    /// <summary>The picture.</summary>
    public Picture Picture { get; }

    /// <summary>Its size, as given.</summary>
    public string Size { get; }

    /// <summary>The name of T.</summary>
    public string Style => _style.Value.Name;

    /// <summary>The size at which it is cloaked.</summary>
    public string CloakedSize { get; }

    /// <summary>The pixels that are cloaked, opaque.</summary>
    public PixelBuffer Whole { get; }

    /// <summary>The pixels that are judged: all of them, or the middle.</summary>
    public PixelBuffer Original { get; }

    /// <summary>Ω(x, T) of the whole picture, at the size at which the product paints it.</summary>
    public PlanarImage WholeTarget => _wholeTarget.Value;

    /// <summary>Ω(x, T) of what is judged, same size.</summary>
    public PlanarImage Target => _target.Value;

    /// <summary>What is judged, RGB, 0..1.</summary>
    public PlanarImage Image { get; }

    /// <summary>Width in pixels.</summary>
    public int Width => Original.Width;

    /// <summary>Height in pixels.</summary>
    public int Height => Original.Height;

    /// <summary>The part of a whole picture that is judged.</summary>
    public PixelBuffer Judged(PixelBuffer whole) => PixelTiles.Cut(whole, _judged.Left, _judged.Top, _judged.Width, _judged.Height);

    private PlanarImage Paint(int seed)
    {
        var scale = Math.Min(1.0, LargestTarget / (double)Math.Max(Whole.Width, Whole.Height));
        var small = Resampler.Resize(PlanarImage.FromPixels(Whole), (int)Math.Round(Whole.Width * scale), (int)Math.Round(Whole.Height * scale));
        return _style.Value.Render(small, seed);
    }
}
