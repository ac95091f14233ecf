using System.Globalization;
using static TorchSharp.torch;

namespace Glaze.Torch.Tests.Published;

/// <summary>The encoder of a TAESD-like tiny autoencoder.</summary>
internal static class TinyAutoencoder
{
    public static Func<Tensor, Tensor> Read(PublishedWeights w) => Read(w, (latent, _) => latent);

    /// <summary>The latent followed by what goes into the last layer.</summary>
    public static Func<Tensor, Tensor> ReadWithInnerLayer(PublishedWeights w) => Read(w, (latent, inner) => cat([latent, inner], 1));

    private static Func<Tensor, Tensor> Read(PublishedWeights w, Func<Tensor, Tensor, Tensor> output)
    {
        var prefix = w.PrefixOf("0.weight", "encoder.layers.", "encoder.", "") ?? throw new ArgumentException("These are not the weights of a tiny autoencoder.", nameof(w));
        var isThirtyTwofold = w.Has(prefix + "4.conv.0.weight") && !w.Has(prefix + "1.conv.0.weight");
        return x => Encode(w, prefix, x, isThirtyTwofold, output);
    }

    private static Tensor Encode(PublishedWeights w, string prefix, Tensor x, bool isThirtyTwofold, Func<Tensor, Tensor, Tensor> output)
    {
        var at = 0;
        string Next() => prefix + at++.ToString(CultureInfo.InvariantCulture);
        x = w.Convolution(x, Next(), isThirtyTwofold ? 2 : 1);
        if (isThirtyTwofold)
        {
            Next();
            x = w.Convolution(x.relu(), Next(), 2).relu();
            Next();
        }

        x = Block(w, Next(), x);
        for (var stage = 0; stage < 3; stage++)
        {
            x = w.Convolution(x, Next(), 2);
            for (var index = 0; index < 3; index++)
            {
                x = Block(w, Next(), x);
            }
        }

        return output(w.Convolution(x, Next()), x);
    }

    private static Tensor Block(PublishedWeights w, string name, Tensor x)
    {
        if (w.Has(name + ".pool.0.weight"))
        {
            var wide = w.Normalization(w.Convolution(x, name + ".pool.0"), name + ".pool.1", 4, 1e-5);
            x = x + w.Convolution(wide.relu(), name + ".pool.3");
        }

        var inner = w.Convolution(x, name + ".conv.0").relu();
        inner = w.Convolution(inner, name + ".conv.2").relu();
        return (w.Convolution(inner, name + ".conv.4") + x).relu();
    }
}
