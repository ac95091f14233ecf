using System.Globalization;
using Glaze.Imaging;
using Glaze.Training.Nets;
using Glaze.Training.Samples;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Training.Views;

/// <summary>
/// How near our view of cloaked pictures is to what the published encoder and decoder make of them, and how much of a cloak's movement through
/// our own encoder is to be shown.
/// </summary>
/// <param name="surrogates">Folder of the published encoder and decoder.</param>
/// <param name="mini">The file of our encoder.</param>
/// <param name="view">The file of our decoder.</param>
internal sealed class ViewMeasure(string surrogates, string mini, string view)
{
    private static readonly double[] Shares = [0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 1];

    private readonly TeacherEncoder _encoder = new(Path.Combine(surrogates, "taesd_encoder.safetensors"));
    private readonly TeacherDecoder _published = new(Path.Combine(surrogates, "taesd_decoder.safetensors"));
    private readonly Student _student = StudentFile.ReadShipped(mini)[0];
    private readonly Decoder _decoder = new(DecoderShape.Shipped, TensorFile.Read(view));

    /// <summary>Prints a line a pair: originals and cloaked pictures in turn.</summary>
    public void Run(IReadOnlyList<string> pictures)
    {
        using var _ = no_grad();
        var sums = new double[(2 * Shares.Length) + 5];
        Console.WriteLine("picture: decoder alone, original as seen by the published pair, real encoder with our decoder, dB | share by pixels, by size of movement | view at shares " + string.Join(" ", Shares.Select(share => share.ToString(CultureInfo.InvariantCulture))) + ", as painted, then as the original and what moved, dB");
        for (var i = 0; i < pictures.Count; i += 2)
        {
            using var scope = NewDisposeScope();
            var figures = Figures(Read(pictures[i]), Read(pictures[i + 1]));
            Say(Path.GetFileName(pictures[i]), figures);
            sums = [.. sums.Zip(figures, (sum, figure) => sum + (figure / (pictures.Count / 2.0)))];
        }

        Say("mean", sums);
    }

    private double[] Figures(Tensor original, Tensor cloaked)
    {
        var (before, after) = (_encoder.Encode(original).Latent, _encoder.Encode(cloaked).Latent);
        var (ours, moved) = (Seen(original), Seen(cloaked));
        var (published, untouched) = (_published.Decode(after), _published.Decode(before));
        var (step, real) = (Paint(moved) - Paint(ours), published - untouched);
        var byPixels = (real * step).sum() / step.square().sum();
        var bySize = (real.square().sum() / step.square().sum()).sqrt();
        return
        [
            Ratio(Paint(after), published),
            Ratio(original, untouched),
            Ratio((original + Paint(after) - Paint(before)).clamp(0, 1), published),
            byPixels.item<float>(),
            bySize.item<float>(),
            .. Shares.Select(share => Ratio(Paint(ours + ((moved - ours) * share)), published)),
            .. Shares.Select(share => Ratio((original + Paint(ours + ((moved - ours) * share)) - Paint(ours)).clamp(0, 1), published)),
        ];

        Tensor Seen(Tensor picture) => _student.Encode(picture).Latent.narrow(1, 0, DecoderShape.LatentChannels);
    }

    private Tensor Paint(Tensor latent) => _decoder.Decode(latent).clamp(0, 1);

    private static double Ratio(Tensor one, Tensor other) => -10 * Math.Log10((one - other).square().mean().item<float>() + 1e-12);

    private static Tensor Read(string path)
    {
        var picture = PictureTensor.Of([PlanarImage.FromPixels(ImageFile.Load(path).Pixels)]);
        return picture.narrow(2, 0, picture.shape[2] / 8 * 8).narrow(3, 0, picture.shape[3] / 8 * 8);
    }

    private static void Say(string name, IEnumerable<double> figures) =>
        Console.WriteLine($"{name}: " + string.Join(" ", figures.Select(figure => figure.ToString("F2", CultureInfo.InvariantCulture))));
}
