using System.Collections.Frozen;
using static TorchSharp.torch;

namespace Glaze.Torch;

/// <summary>How each operator is computed, one entry an operator; every one here has a single output. The formulas are in the files by family.</summary>
internal static partial class TorchOperators
{
    public static FrozenDictionary<string, Func<TorchNode, Tensor>> Table { get; } = new Dictionary<string, Func<TorchNode, Tensor>>(StringComparer.Ordinal)
    {
        ["Abs"] = n => n.I(0).abs(),
        ["Add"] = n => n.I(0) + n.I(1),
        ["AveragePool"] = AveragePool,
        ["Clip"] = Clip,
        ["Concat"] = Concat,
        ["Conv"] = Conv,
        ["Div"] = n => n.I(0) / n.I(1),
        ["Exp"] = n => n.I(0).exp(),
        ["Identity"] = n => n.I(0).alias(),
        ["LeakyRelu"] = n => nn.functional.leaky_relu(n.I(0), n.Float("alpha", 0.01f)),
        ["Log"] = n => n.I(0).log(),
        ["MatMul"] = n => n.I(0).matmul(n.I(1)),
        ["Max"] = n => Fold(n, maximum),
        ["MaxPool"] = MaxPool,
        ["Min"] = n => Fold(n, minimum),
        ["Mul"] = n => n.I(0) * n.I(1),
        ["Neg"] = n => n.I(0).neg(),
        ["Pow"] = n => n.I(0).pow(n.I(1)),
        ["ReduceMean"] = n => Reduce(n, (x, axes, keep) => x.mean(axes, keep), x => x.mean()),
        ["ReduceSum"] = n => Reduce(n, (x, axes, keep) => x.sum(axes, keep), x => x.sum()),
        ["Relu"] = n => n.I(0).relu(),
        ["Reshape"] = Reshape,
        ["Sigmoid"] = n => n.I(0).sigmoid(),
        ["Slice"] = Slice,
        ["Softmax"] = n => n.I(0).softmax(n.Int("axis", -1)),
        ["Sqrt"] = n => n.I(0).sqrt(),
        ["Sub"] = n => n.I(0) - n.I(1),
        ["Tanh"] = n => n.I(0).tanh(),
        ["Transpose"] = Transpose,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static Tensor Fold(TorchNode n, Func<Tensor, Tensor, Tensor> join)
    {
        var result = n.I(0).alias();
        for (var index = 1; index < n.InputCount; index++)
        {
            result = join(result, n.I(index));
        }

        return result;
    }

    private static Tensor Clip(TorchNode n)
    {
        var x = n.I(0).alias();
        x = n.Optional(1) is { } low ? maximum(x, low) : x;
        return n.Optional(2) is { } high ? minimum(x, high) : x;
    }
}
