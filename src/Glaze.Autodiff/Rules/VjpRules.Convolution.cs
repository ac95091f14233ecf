using Glaze.Autodiff.Geometry;

namespace Glaze.Autodiff.Rules;

/// <content>Convolutions. Only the image gets a gradient: weights and biases are not optimised here.</content>
internal static partial class VjpRules
{
    // y = Conv(x, W) ⇒ dx = Convᵀ(dy, W)
    private static string?[] Conv(VjpContext v)
    {
        var (input, weights) = (v.Shape(v.I(0)), v.Shape(v.I(1)));
        var window = Window.Read(v.Node, weights[2..], input, v.Shape(v.O(0)));
        return v.OnlyFirst(ConvolutionAdjoint.Build(v.Graph, v.GO(0), v.I(1), window, Groups(v), input));
    }

    // y = Convᵀ(x, W) ⇒ dx = Conv(dy, W)
    private static string?[] ConvTranspose(VjpContext v)
    {
        if (v.Node.HasAttribute("output_shape") || v.Node.GetString("auto_pad", "NOTSET") is not "NOTSET")
        {
            throw v.Unsupported("output_shape and auto_pad are not supported; state pads");
        }

        // The forward output takes the place of a convolution's input, which settles the pads after each axis.
        var window = Window.Read(v.Node, v.Shape(v.I(1))[2..], v.Shape(v.O(0)), v.Shape(v.I(0)));
        long[] pads = [.. window.Before, .. window.After];
        var dy = EdgeCrop.CropNegativePads(v.Graph, v.GO(0), pads);
        return v.OnlyFirst(v.Graph.Conv(dy, v.I(1), null, window.Strides, pads, Groups(v), window.Dilations));
    }

    private static int Groups(VjpContext v) => (int)v.Node.GetInt("group", 1);
}
