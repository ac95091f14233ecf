using Glaze.Onnx;
using Glaze.Training.Nets;
using Glaze.Training.Samples;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Training.Views;

/// <summary>
/// Asks the published decoder about latents and stores its pictures in shards. A latent is a sample's own, its perturbed twin's, or one led
/// part of the way to another sample's: what cloaks do to latents lies among these.
/// </summary>
internal sealed class DecodedSamples
{
    /// <summary>Name of the shards of a set: <c>train</c> or <c>held</c>.</summary>
    public static string Shards(string set) => "views-" + set;

    private readonly string _samples;
    private readonly string _work;
    private readonly string _set;
    private readonly TeacherDecoder _teacher;

    /// <summary>Prepares a set.</summary>
    /// <param name="samples">Folder of the samples that <c>make</c> wrote.</param>
    /// <param name="work">Folder for the shards.</param>
    /// <param name="surrogates">Folder of the published decoders.</param>
    /// <param name="isHeldOut">Whether to take the held-out samples.</param>
    public DecodedSamples(string samples, string work, string surrogates, bool isHeldOut)
    {
        (_samples, _work, _set) = (samples, work, isHeldOut ? "held" : "train");
        _teacher = new TeacherDecoder(Path.Combine(surrogates, "taesd_decoder.safetensors"));
        Directory.CreateDirectory(work);
    }

    /// <summary>Makes the shards that are missing, newest samples first.</summary>
    public void Run(CancellationToken cancellation)
    {
        foreach (var path in Directory.GetFiles(_samples, _set + "-*.safetensors").OrderDescending(StringComparer.Ordinal))
        {
            var output = Path.Combine(_work, $"{Shards(_set)}-{Path.GetFileName(path)[(_set.Length + 1)..]}");
            if (cancellation.IsCancellationRequested || File.Exists(output))
            {
                continue;
            }

            using var scope = NewDisposeScope();
            var rows = TensorFile.Read(path);
            var (own, moved) = (Latent(rows["z"]), Latent(rows["zp"]));
            var far = own + ((own.roll(1, 0) - own) * 0.3);
            var latents = stack([.. Enumerable.Range(0, (int)own.shape[0]).Select(row => (row % 3) switch { 0 => own, 1 => moved, _ => far }).Select((source, row) => source[row])]);
            var pictures = cat([.. latents.split(4).Select(_teacher.Decode)]);
            TensorFile.Write(output, new Dictionary<string, Tensor>(StringComparer.Ordinal) { ["x"] = (pictures * 255).round().to_type(ScalarType.Byte), ["z"] = latents }, ElementType.Float16);
            Console.WriteLine(output);
        }
    }

    private static Tensor Latent(Tensor all) => all.narrow(1, 0, DecoderShape.LatentChannels);
}
