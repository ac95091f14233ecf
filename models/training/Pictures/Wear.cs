using Glaze.Imaging;
using Glaze.Imaging.Filters;

namespace Glaze.Training.Pictures;

/// <summary>What happens to pictures on their way: nothing to four in ten, else noise, blur, shrinking, dither or JPEG.</summary>
internal static class Wear
{
    /// <summary>Wears a picture.</summary>
    public static PlanarImage Apply(Dice dice, PlanarImage image) => dice.Range(0, 1) switch
    {
        < 0.4f => image,
        < 0.62f => Noise(dice, image, dice.Range(0.003, 0.05)),
        < 0.7f => GaussianBlur.Apply(image, dice.Range(0.4, 1.5)),
        < 0.78f => Resampler.Resize(Resampler.Resize(image, image.Width / 2, image.Height / 2), image.Width, image.Height),
        < 0.83f => Dithered(dice, image, dice.Whole(2, 8)),
        < 0.88f => BilateralFilter.Apply(image, 1.5f, dice.Range(0.05, 0.15)),
        _ => CodecRoundTrip.Jpeg(image, dice.Whole(35, 95)),
    };

    private static PlanarImage Noise(Dice dice, PlanarImage image, float deviation)
    {
        var result = image.Clone();
        var isGrey = dice.Chance(0.3);
        for (var i = 0; i < result.PlaneSize; i++)
        {
            var grey = dice.Normal(0, deviation);
            for (var c = 0; c < PlanarImage.ChannelCount; c++)
            {
                result.Plane(c)[i] = Math.Clamp(result.Plane(c)[i] + (isGrey ? grey : dice.Normal(0, deviation)), 0f, 1f);
            }
        }

        return result;
    }

    private static PlanarImage Dithered(Dice dice, PlanarImage image, int levels)
    {
        var result = image.Clone();
        for (var i = 0; i < result.Values.Length; i++)
        {
            result.Values[i] = Math.Clamp(MathF.Floor((result.Values[i] * levels) + dice.Range(0, 1)) / levels, 0f, 1f);
        }

        return result;
    }
}
