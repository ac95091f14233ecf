using Glaze.Onnx;
using Glaze.Onnx.Safetensors;

namespace Glaze.Autodiff.Tests.Parity;

/// <summary>The TAEF2 encoder's layers, written from its description for these tests alone.</summary>
internal sealed class TinyEncoder(SafetensorsFile weights, GraphBuilder graph)
{
    private const int GroupCount = 4;

    /// <summary>Conv, Block, then three times strided conv and three Blocks, the last three with a pooled branch, then conv.</summary>
    public string Taef2(string x)
    {
        x = Block(1, Conv("0", x));
        for (var stage = 0; stage < 3; stage++)
        {
            var first = 2 + (4 * stage);
            x = Conv($"{first}", x, stride: 2);
            for (var index = first + 1; index <= first + 3; index++)
            {
                x = Block(index, x);
            }
        }

        return Conv("14", x);
    }

    /// <summary>out = ReLU(r(x) + x), r = conv, ReLU, conv, ReLU, conv; first x ← x + pooled(x) where such weights exist.</summary>
    public string Block(int index, string x)
    {
        if (weights.Contains($"{index}.pool.0.weight"))
        {
            var wide = Conv($"{index}.pool.0", x);
            var scale = Weight($"{index}.pool.1.weight");
            var normalized = graph.GroupNormalization(wide, GroupCount, scale, Weight($"{index}.pool.1.bias"));
            x = graph.Add(x, Conv($"{index}.pool.3", graph.Relu(normalized)));
        }

        var inner = graph.Relu(Conv($"{index}.conv.0", x));
        inner = graph.Relu(Conv($"{index}.conv.2", inner));
        return graph.Relu(graph.Add(Conv($"{index}.conv.4", inner), x));
    }

    public string Conv(string name, string x, int stride = 1) =>
        graph.Conv(x, Weight(name + ".weight"), weights.Contains(name + ".bias") ? Weight(name + ".bias") : null, stride);

    private string Weight(string name)
    {
        var tensor = weights.Tensor(name);
        return graph.Initializer(name, OnnxTensor.FromFloats(tensor.Shape, tensor.ToFloats()));
    }
}
