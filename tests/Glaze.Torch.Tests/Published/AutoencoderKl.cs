using System.Globalization;
using Glaze.TestKit.Models;
using static TorchSharp.torch;

namespace Glaze.Torch.Tests.Published;

/// <summary>The encoder of an AutoencoderKL: image in 0..1, mean of the posterior out.</summary>
internal sealed class AutoencoderKl(PublishedWeights w, string prefix, KlNaming naming)
{
    private const int Stages = 4;
    private const int Groups = 32;
    private const double Epsilon = 1e-6;

    private static readonly KlNaming[] Namings = [KlNaming.Original, KlNaming.Diffusers, KlNaming.EarlyDiffusers];

    /// <summary>The encoder, under the names of any library; null when the weights are something else.</summary>
    public static Func<Tensor, Tensor>? TryRead(PublishedWeights w) =>
        w.PrefixOf("encoder.conv_in.weight", "first_stage_model.", "") is { } prefix
            ? new AutoencoderKl(w, prefix, Array.Find(Namings, naming => w.Has($"{prefix}encoder.{naming.Attention}.{naming.Parts[1]}.weight"))!).Encode
            : null;

    private Tensor Encode(Tensor x)
    {
        var h = w.Convolution((2 * x) - 1, Name("conv_in"));
        for (var stage = 0; stage < Stages; stage++)
        {
            h = Block(Block(h, Name(naming.Block, stage, 0)), Name(naming.Block, stage, 1));
            if (stage < Stages - 1)
            {
                h = w.Convolution(nn.functional.pad(h, [0, 1, 0, 1]), Name(naming.Downsample, stage), 2, padding: 0);
            }
        }

        h = Block(h, Name(naming.MiddleBlock, naming.FirstMiddle));
        h = Block(Attention(h, Name(naming.Attention) + "."), Name(naming.MiddleBlock, naming.FirstMiddle + 1));
        h = w.Convolution(nn.functional.silu(Norm(h, Name(naming.NormOut))), Name("conv_out"));
        if (w.PrefixOf("quant_conv.weight", prefix, prefix + "encoder.") is { } quant)
        {
            h = w.Convolution(h, quant + "quant_conv");
        }

        return h.chunk(2, 1)[0];
    }

    private Tensor Block(Tensor x, string name)
    {
        var h = w.Convolution(nn.functional.silu(Norm(x, name + ".norm1")), name + ".conv1");
        h = w.Convolution(nn.functional.silu(Norm(h, name + ".norm2")), name + ".conv2");
        var shortcut = $"{name}.{naming.Shortcut}";
        return h + (w.Has(shortcut + ".weight") ? w.Convolution(x, shortcut) : x);
    }

    // One head over all positions.
    private Tensor Attention(Tensor x, string name)
    {
        var (channels, positions) = (x.shape[1], x.shape[2] * x.shape[3]);
        var y = Norm(x, name + naming.Parts[0]).reshape(1, channels, positions).transpose(1, 2);
        Tensor Project(Tensor value, int part) =>
            nn.functional.linear(value, w[$"{name}{naming.Parts[part]}.weight"].reshape(channels, channels), w[$"{name}{naming.Parts[part]}.bias"]);
        var attention = (Project(y, 1).matmul(Project(y, 2).transpose(1, 2)) / Math.Sqrt(channels)).softmax(-1);
        return x + Project(attention.matmul(Project(y, 3)), 4).transpose(1, 2).reshape(x.shape);
    }

    private Tensor Norm(Tensor x, string name) => w.Normalization(x, name, Groups, Epsilon);

    private string Name(string pattern, params object[] numbers) => prefix + "encoder." + string.Format(CultureInfo.InvariantCulture, pattern, numbers);
}
