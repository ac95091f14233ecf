using static TorchSharp.torch;

namespace Glaze.Training.Nets;

/// <summary>A published tiny encoder (TAESD family, MIT), rebuilt from its published architecture.</summary>
/// <param name="path">Its safetensors file.</param>
internal sealed class TeacherEncoder(string path)
{
    private static readonly int[] StridedLayers = [2, 6, 10];
    private readonly PublishedLayers _layers = new(path);

    /// <summary>The latent of (N, 3, H, W) pictures, RGB 0..1, and the 64 hidden channels that it is made from, both at ⅛.</summary>
    public (Tensor Latent, Tensor Hidden) Encode(Tensor pictures)
    {
        var x = _layers.Block(1, _layers.Convolution("0", pictures));
        foreach (var strided in StridedLayers)
        {
            x = _layers.Convolution($"{strided}", x, 2);
            for (var layer = strided + 1; layer <= strided + 3; layer++)
            {
                x = _layers.Block(layer, x);
            }
        }

        return (_layers.Convolution("14", x), x);
    }
}
