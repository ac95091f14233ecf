using System.Runtime.CompilerServices;
using Glaze.Imaging;
using Xunit.Sdk;

namespace Glaze.TestKit.Golden;

/// <summary>
/// Compares a picture, with tolerance, to a committed file <c>Name.verified.png</c> beside the test; on a difference leaves
/// <c>Name.received.png</c> and the amplified difference. A reference is accepted by renaming by hand, never by a switch.
/// </summary>
public static class GoldenImage
{
    private const int Amplification = 8;

    /// <summary>Fails unless the picture looks like the approved file.</summary>
    /// <param name="name">Name of the golden file without its endings.</param>
    /// <param name="received">Picture the test produced.</param>
    /// <param name="rms">Largest root mean square difference over all channels, 0..255.</param>
    /// <param name="farPixels">Largest share of pixels that may be off by more than <see cref="PictureDifference.FarThreshold"/>, 0..1.</param>
    /// <param name="testFile">Filled in by the compiler.</param>
    public static void ShouldMatch(string name, PixelBuffer received, double rms = 1.5, double farPixels = 0.005, [CallerFilePath] string testFile = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(testFile)!, name);
        if (!File.Exists(path + ".verified.png"))
        {
            ImageFile.Save(path + ".received.png", received);
            throw new XunitException($"There is no approved {name}.verified.png; what was received is in {name}.received.png.");
        }

        var approved = ImageFile.Load(path + ".verified.png").Pixels;
        if (approved.Width != received.Width || approved.Height != received.Height)
        {
            ImageFile.Save(path + ".received.png", received);
            throw new XunitException($"{name}.verified.png is {approved.Width}×{approved.Height}, what was received {received.Width}×{received.Height}.");
        }

        var difference = PictureDifference.Between(approved, received);
        if (difference.Rms > rms || difference.FarPixels > farPixels)
        {
            ImageFile.Save(path + ".received.png", received);
            ImageFile.Save(path + ".received.difference.png", PictureDifference.Draw(approved, received, Amplification));
            throw new XunitException(
                $"{name}.verified.png differs: {difference}; allowed are RMS {rms} and {farPixels:P2} far pixels. See {name}.received.png and its difference, amplified {Amplification} times.");
        }

        File.Delete(path + ".received.png");
        File.Delete(path + ".received.difference.png");
    }
}
