using Glaze.Imaging;
using Glaze.Training.Pictures;

namespace Glaze.Benchmarks.Mimicry.Pictures;

/// <summary>Pictures brought to the sizes that the generator is trained on.</summary>
/// <param name="Side">Side of what the generator draws, in pixels: a multiple of 64.</param>
internal sealed record Canvas(int Side)
{
    /// <summary>Height of an artist's picture: a little more than the generator draws, so that crops differ.</summary>
    public int ArtistHeight => Side * 9 / 8;

    /// <summary>Width of an artist's picture that is wide enough.</summary>
    public int ArtistWidth => Side * 7 / 4;

    /// <summary>The middle square; what is transparent lies on white or on a drawn ground.</summary>
    public PlanarImage Square(FileInfo file, int seed)
    {
        var pixels = ImageFile.Load(file.FullName).Pixels;
        if (!pixels.HasTransparency)
        {
            return Fit(PlanarImage.FromPixels(pixels), Side, Side);
        }

        var dice = new Dice(seed);
        var onWhite = Fit(PlanarImage.FromPixels(pixels, (1, 1, 1)), Side, Side);
        var onBlack = Fit(PlanarImage.FromPixels(pixels, (0, 0, 0)), Side, Side);
        var ground = dice.Chance(0.3) ? new PlanarImage(Side, Side, [.. Enumerable.Repeat(1f, 3 * Side * Side)]) : Scenes.Any(dice, Side);
        for (var i = 0; i < ground.Values.Length; i++)
        {
            ground.Values[i] = Math.Clamp(onBlack.Values[i] + ((onWhite.Values[i] - onBlack.Values[i]) * ground.Values[i]), 0, 1);
        }

        return ground;
    }

    /// <summary>A picture of the artist: cut from the middle, as a wide picture or as a square.</summary>
    public PlanarImage Artist(FileInfo file)
    {
        var picture = PlanarImage.FromPixels(ImageFile.Load(file.FullName).Pixels, (1, 1, 1));
        return picture.Width * ArtistHeight >= picture.Height * ArtistWidth ? Fit(picture, ArtistWidth, ArtistHeight) : Fit(picture, ArtistHeight, ArtistHeight);
    }

    /// <summary>The largest middle part of a picture that has a shape, resized.</summary>
    public static PlanarImage Fit(PlanarImage picture, int width, int height)
    {
        var scale = Math.Max(width / (double)picture.Width, height / (double)picture.Height);
        var whole = Resampler.Resize(picture, Math.Max(width, (int)Math.Round(picture.Width * scale)), Math.Max(height, (int)Math.Round(picture.Height * scale)));
        var (left, top) = ((whole.Width - width) / 2, (whole.Height - height) / 2);
        var cut = new PlanarImage(width, height);
        for (var c = 0; c < PlanarImage.ChannelCount; c++)
        {
            for (var y = 0; y < height; y++)
            {
                whole.Plane(c).Slice(((top + y) * whole.Width) + left, width).CopyTo(cut.Plane(c)[(y * width)..]);
            }
        }

        return cut;
    }

    /// <summary>The same seen in a mirror.</summary>
    public static PlanarImage Mirrored(PlanarImage picture)
    {
        var mirrored = picture.Clone();
        for (var c = 0; c < PlanarImage.ChannelCount; c++)
        {
            for (var y = 0; y < picture.Height; y++)
            {
                mirrored.Plane(c).Slice(y * picture.Width, picture.Width).Reverse();
            }
        }

        return mirrored;
    }
}
