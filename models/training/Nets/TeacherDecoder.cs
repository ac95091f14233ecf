using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Glaze.Training.Nets;

/// <summary>A published tiny decoder (TAESD family, MIT), rebuilt from its published architecture.</summary>
/// <param name="path">Its safetensors file.</param>
internal sealed class TeacherDecoder(string path)
{
    private const int LastStage = 18;
    private static readonly int[] EnlargedLayers = [7, 12, 17];
    private readonly PublishedLayers _layers = new(path);

    /// <summary>The pictures, (N, 3, 8H, 8W), RGB 0..1, that a model sees where it has latents (N, C, H, W).</summary>
    public Tensor Decode(Tensor latents)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var x = F.relu(_layers.Convolution("1", (latents / 3).tanh() * 3));
        for (var layer = 3; layer <= LastStage; layer++)
        {
            if (_layers.IsBlock(layer))
            {
                x = _layers.Block(layer, x);
            }
            else if (EnlargedLayers.Contains(layer))
            {
                x = _layers.Convolution($"{layer}", Enlarge(x));
            }
        }

        return _layers.Convolution("19", x).clamp(0, 1).MoveToOuterDisposeScope();
    }

    /// <summary>Every value repeated twice along both axes.</summary>
    public static Tensor Enlarge(Tensor x) => F.interpolate(x, scale_factor: [2, 2], mode: InterpolationMode.Nearest);
}
