using Glaze.Benchmarks.Mimicry.Pictures;
using Glaze.Imaging;
using Glaze.Onnx;
using Glaze.Training.Nets;
using Glaze.Training.Samples;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Benchmarks.Mimicry.Latents;

/// <summary>Latents of pictures, encoded once and kept, one small file a picture.</summary>
/// <param name="folder">Where they are kept.</param>
/// <param name="encoder">File of the family's published encoder.</param>
internal sealed class LatentStore(string folder, string encoder)
{
    private readonly TeacherEncoder _encoder = new(encoder);

    /// <summary>The latent (C, H, W) of a picture and of the same in a mirror.</summary>
    /// <param name="name">Names the file; of one picture only.</param>
    /// <param name="picture">Makes the picture, should its latent be unknown; sides are multiples of 8.</param>
    /// <param name="isMirrored">Whether the mirrored one is wanted too.</param>
    public Tensor[] Of(string name, Func<PlanarImage> picture, bool isMirrored)
    {
        var path = Path.Combine(folder, name + ".safetensors");
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Encode(path, picture(), isMirrored);
        }

        var tensors = TensorFile.Read(path);
        return isMirrored ? [tensors["z"], tensors["mirrored"]] : [tensors["z"]];
    }

    private void Encode(string path, PlanarImage picture, bool isMirrored)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal) { ["z"] = Latent(picture) };
        if (isMirrored)
        {
            tensors["mirrored"] = Latent(Canvas.Mirrored(picture));
        }

        TensorFile.Write(path, tensors, ElementType.Float);
    }

    private Tensor Latent(PlanarImage picture) => _encoder.Encode(PictureTensor.Of([picture])).Latent[0];
}
