using Glaze.Imaging;
using Glaze.Training.Pictures;

namespace Glaze.Benchmarks.Mimicry.Arms;

/// <summary>Changes that need no encoder, of a PSNR that is wished for.</summary>
internal static class Disturbance
{
    private const int Rounds = 14;

    /// <summary>Root of the mean square between two pictures, of full range.</summary>
    public static double Rms(PlanarImage first, PlanarImage second) =>
        Math.Sqrt(first.Values.Zip(second.Values, (a, b) => ((double)a - b) * (a - b)).Average());

    /// <summary>PSNR in dB of a root mean square of full range.</summary>
    public static double PsnrOf(double rms) => -20 * Math.Log10(rms);

    /// <summary>Normal noise.</summary>
    public static PlanarImage Noise(PlanarImage picture, double rms, int seed)
    {
        var dice = new Dice(seed);
        var noise = picture.Values.Select(_ => dice.Normal()).ToArray();
        return Match(rms, picture, strength => Changed(picture, i => strength * noise[i]));
    }

    /// <summary>The difference to the target, clipped.</summary>
    public static PlanarImage Blend(PlanarImage picture, PlanarImage target, double rms) =>
        Match(rms, picture, strength => Changed(picture, i => Math.Clamp(target.Values[i] - picture.Values[i], -strength, strength)));

    /// <summary>Rounded to 8 bits, as files are.</summary>
    public static PlanarImage Rounded(PlanarImage picture) => PlanarImage.FromPixels(picture.ToPixels());

    private static PlanarImage Changed(PlanarImage picture, Func<int, float> change)
    {
        var changed = picture.Clone();
        for (var i = 0; i < changed.Values.Length; i++)
        {
            changed.Values[i] = Math.Clamp(changed.Values[i] + change(i), 0, 1);
        }

        return Rounded(changed);
    }

    private static PlanarImage Match(double rms, PlanarImage picture, Func<float, PlanarImage> change)
    {
        var (low, high) = (0.0, 1.0);
        for (var round = 0; round < Rounds; round++)
        {
            var middle = (low + high) / 2;
            (low, high) = Rms(picture, change((float)middle)) < rms ? (middle, high) : (low, middle);
        }

        return change((float)((low + high) / 2));
    }
}
