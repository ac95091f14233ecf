using System.Globalization;
using static TorchSharp.torch;

namespace Glaze.Torch.Tests.Published;

/// <summary>LPIPS on AlexNet or VGG16 (arXiv 1801.03924), for images in 0..1.</summary>
internal static class Lpips
{
    // (slice, index, stride, padding, pooling before, tapped)
    private static readonly (int Slice, int Index, int Stride, int Padding, int Pooling, bool IsTapped)[] AlexNet =
        [(1, 0, 4, 2, 0, true), (2, 3, 1, 2, 3, true), (3, 6, 1, 1, 3, true), (4, 8, 1, 1, 0, true), (5, 10, 1, 1, 0, true)];

    private static readonly (int Slice, int Index, int Stride, int Padding, int Pooling, bool IsTapped)[] Vgg16 =
    [
        (1, 0, 1, 1, 0, false), (1, 2, 1, 1, 0, true), (2, 5, 1, 1, 2, false), (2, 7, 1, 1, 0, true), (3, 10, 1, 1, 2, false), (3, 12, 1, 1, 0, false),
        (3, 14, 1, 1, 0, true), (4, 17, 1, 1, 2, false), (4, 19, 1, 1, 0, false), (4, 21, 1, 1, 0, true), (5, 24, 1, 1, 2, false), (5, 26, 1, 1, 0, false),
        (5, 28, 1, 1, 0, true),
    ];

    public static Tensor Distance(PublishedWeights w, Tensor left, Tensor right)
    {
        var head = w.Has("lin0.model.1.weight") ? "lin{0}.model.1" : "lins.{0}.model.1";
        return Features(w, left).Zip(Features(w, right))
            .Select((pair, tap) => w.Convolution((pair.First - pair.Second).pow(2), string.Format(CultureInfo.InvariantCulture, head, tap)).mean())
            .Aggregate((sum, distance) => sum + distance);
    }

    private static List<Tensor> Features(PublishedWeights w, Tensor x)
    {
        var h = ((2 * x) - 1 - PerChannel(-.030, -.088, -.188)) / PerChannel(.458, .448, .450);
        var taps = new List<Tensor>();
        foreach (var layer in w.Has("features.0.weight") ? AlexNet : Vgg16)
        {
            h = layer.Pooling > 0 ? nn.functional.max_pool2d(h, layer.Pooling, 2) : h;
            var names = new[] { $"features.{layer.Index}", $"net.slice{layer.Slice}.{layer.Index}" };
            h = w.Convolution(h, Array.Find(names, name => w.Has(name + ".weight"))!, layer.Stride, layer.Padding).relu();
            if (layer.IsTapped)
            {
                taps.Add(h / (h.pow(2).sum([1], keepdim: true).sqrt() + 1e-10));
            }
        }

        return taps;
    }

    private static Tensor PerChannel(params double[] values) => tensor(values).reshape(1, 3, 1, 1);
}
