using System.Collections.Frozen;

namespace Glaze.Autodiff.Rules;

/// <summary>The gradient rule of every operator, one entry an operator. The formulas are in the files by family.</summary>
internal static partial class VjpRules
{
    public static FrozenDictionary<string, VjpRule> Table { get; } = new[]
    {
        Elementwise("Abs", Abs),
        Broadcasting("Add", Add),
        Plain("AveragePool", AveragePool),
        Plain("BatchNormalization", BatchNormalization),
        Elementwise("Cast", Cast),
        Elementwise("Clip", Clip),
        Plain("Concat", Concat),
        Plain("Conv", Conv),
        Plain("ConvTranspose", ConvTranspose),
        Plain("DepthToSpace", DepthToSpace),
        Broadcasting("Div", Div),
        Elementwise("Erf", Erf),
        Elementwise("Exp", Exp),
        Broadcasting("Expand", Expand),
        Plain("Flatten", Rearranged),
        Plain("Gemm", Gemm),
        Plain("GlobalAveragePool", GlobalAveragePool),
        Elementwise("Identity", Identity),
        Plain("InstanceNormalization", InstanceNormalization),
        Plain("LayerNormalization", LayerNormalization),
        Elementwise("LeakyRelu", LeakyRelu),
        Elementwise("Log", Log),
        Plain("MatMul", MatMul),
        Broadcasting("Max", Extremum),
        Plain("MaxPool", MaxPool),
        Broadcasting("Min", Extremum),
        Broadcasting("Mul", Mul),
        Elementwise("Neg", Neg),
        Plain("Pad", Pad),
        Broadcasting("Pow", Pow),
        Elementwise("Reciprocal", Reciprocal),
        Plain("ReduceMean", ReduceMean),
        Plain("ReduceSum", ReduceSum),
        Elementwise("Relu", Relu),
        Plain("Reshape", Rearranged),
        Plain("Resize", Resize),
        Elementwise("Sigmoid", Sigmoid),
        Plain("Slice", Slice),
        Plain("Softmax", Softmax),
        Plain("Split", Split),
        Elementwise("Sqrt", Sqrt),
        Plain("Squeeze", Rearranged),
        Broadcasting("Sub", Sub),
        Elementwise("Tanh", Tanh),
        Plain("Transpose", Transpose),
        Plain("Unsqueeze", Rearranged),
        Broadcasting("Where", Where),
    }.ToFrozenDictionary(rule => rule.Operator, StringComparer.Ordinal);

    // One input that matters, of the output's shape.
    private static VjpRule Elementwise(string name, Func<VjpContext, string> rule) => new(name, v => v.OnlyFirst(rule(v)), Broadcasts: false);

    // Inputs broadcast to the output; the driver sums adjoints back.
    private static VjpRule Broadcasting(string name, Func<VjpContext, string?[]> rule) => new(name, rule, Broadcasts: true);

    // Adjoints have the inputs' own shapes.
    private static VjpRule Plain(string name, Func<VjpContext, string?[]> rule) => new(name, rule, Broadcasts: false);
}
