using Glaze.Onnx;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Glaze.Benchmarks.Mimicry.Judging;

/// <summary>
/// The eyes of the judge: ResNet18 with ImageNet weights (Microsoft.ML.DnnImageFeaturizer.ResNet18, MIT), run node by node. No cloak, encoder or
/// generator here was optimised on it.
/// </summary>
internal sealed class ResNet18
{
    // Blocks end in these activations: 2, 4, 6 and 8 of them make the four stages.
    private static readonly int[] StageEnds = [2, 4, 6, 8];

    // The mean image of the package's own preprocessing, averaged over its places: blue, green, red.
    private static readonly float[] Means = [103.06f, 115.90f, 123.15f];

    private readonly OnnxGraph _graph;
    private readonly Dictionary<string, Tensor> _weights;

    /// <summary>Reads the package's ONNX file.</summary>
    public ResNet18(string path)
    {
        _graph = OnnxModelReader.Read(path).Graph;
        _weights = _graph.Initializers.ToDictionary(pair => pair.Key, pair => tensor(pair.Value.ToFloats(), pair.Value.Shape), StringComparer.Ordinal);
    }

    /// <summary>What the four stages answer to pictures (N, 3, H, W), RGB 0..1; sides are multiples of 32.</summary>
    public IReadOnlyList<Tensor> Stages(Tensor pictures)
    {
        using var _ = no_grad();
        var values = new Dictionary<string, Tensor>(_weights, StringComparer.Ordinal)
        {
            [_graph.Inputs[0].Name] = (pictures.flip(1) * 255) - tensor(Means, [1, 3, 1, 1]),
        };
        var (blocks, stages, isSum) = (0, new List<Tensor>(), false);
        foreach (var node in _graph.Nodes.TakeWhile(node => node.Operator != "AveragePool"))
        {
            var result = Compute(node, values);
            values[node.Outputs[0]] = result;
            if (isSum && node.Operator == "Relu" && StageEnds.Contains(++blocks))
            {
                stages.Add(result);
            }

            isSum = node.Operator == "Add";
        }

        return stages;
    }

    private static Tensor Compute(OnnxNode node, Dictionary<string, Tensor> values)
    {
        Tensor I(int index) => values[node.Inputs[index]];
        return node.Operator switch
        {
            "Conv" => F.conv2d(Padded(I(0), node, 0), I(1), strides: node.GetInts("strides")!),
            "BatchNormalization" => F.batch_norm(I(0), I(3), I(4), I(1), I(2), training: false, eps: node.GetFloat("epsilon", 1e-5f)),
            "MaxPool" => F.max_pool2d(Padded(I(0), node, double.NegativeInfinity), node.GetInts("kernel_shape")!, node.GetInts("strides")!),
            "Relu" => F.relu(I(0)),
            "Add" => I(0) + I(1),
            _ => throw new InvalidDataException($"ResNet18 has an operator {node.Operator}, which this program does not know."),
        };
    }

    // ONNX says top, left, bottom, right; libtorch left, right, top, bottom.
    private static Tensor Padded(Tensor x, OnnxNode node, double value) => node.GetInts("pads") is [var top, var left, var bottom, var right]
        ? F.pad(x, [left, right, top, bottom], value: value)
        : x;
}
