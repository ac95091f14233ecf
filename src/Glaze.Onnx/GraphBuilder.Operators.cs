using System.Globalization;

namespace Glaze.Onnx;

/// <content>Operators by name, with the attributes image encoders need. Image tensors are NCHW.</content>
public sealed partial class GraphBuilder
{
    /// <summary>Two-dimensional convolution with symmetric padding.</summary>
    /// <param name="x">Input, NCHW.</param>
    /// <param name="weights">Weights, [out, in / groups, height, width].</param>
    /// <param name="bias">Bias, [out], or null.</param>
    /// <param name="stride">Step along both axes.</param>
    /// <param name="padding">Zeros added on all four sides; null for half the kernel ("same" at stride 1).</param>
    /// <param name="groups">Channel groups.</param>
    /// <param name="output">Name for the result, or null.</param>
    public string Conv(string x, string weights, string? bias = null, int stride = 1, int? padding = null, int groups = 1, string? output = null)
    {
        var kernel = Shape(weights);
        var (vertical, horizontal) = (padding ?? kernel[2] / 2, padding ?? kernel[3] / 2);
        return Conv(x, weights, bias, [stride, stride], [vertical, horizontal, vertical, horizontal], groups, [1, 1], output);
    }

    /// <summary>Convolution with everything stated.</summary>
    /// <param name="x">Input, NCHW.</param>
    /// <param name="weights">Weights, [out, in / groups, kernel…].</param>
    /// <param name="bias">Bias, [out], or null.</param>
    /// <param name="strides">Step along each spatial axis.</param>
    /// <param name="pads">Zeros before each spatial axis, then after each.</param>
    /// <param name="groups">Channel groups.</param>
    /// <param name="dilations">Distance between kernel elements on each spatial axis.</param>
    /// <param name="output">Name for the result, or null.</param>
    public string Conv(string x, string weights, string? bias, long[] strides, long[] pads, int groups, long[] dilations, string? output = null) =>
        NodeOrNamed(
            output,
            "Conv",
            bias is null ? [x, weights] : [x, weights, bias],
            ("dilations", dilations),
            ("group", groups),
            ("kernel_shape", Shape(weights).Skip(2).ToArray()),
            ("pads", pads),
            ("strides", strides));

    /// <summary>max(x, 0).</summary>
    public string Relu(string x, string? output = null) => NodeOrNamed(output, "Relu", [x]);

    /// <summary>1 / (1 + e^-x).</summary>
    public string Sigmoid(string x) => Node("Sigmoid", [x]);

    /// <summary>x · sigmoid(x), as two nodes.</summary>
    public string Silu(string x) => Mul(x, Sigmoid(x));

    /// <summary>Hyperbolic tangent.</summary>
    public string Tanh(string x) => Node("Tanh", [x]);

    /// <summary>Limits to the range from <paramref name="minimum"/> to <paramref name="maximum"/>.</summary>
    public string Clip(string x, double minimum, double maximum) =>
        Node("Clip", [x, Constant(minimum, Value(x).Type), Constant(maximum, Value(x).Type)]);

    /// <summary>Sum with broadcasting.</summary>
    public string Add(string left, string right, string? output = null) => NodeOrNamed(output, "Add", [left, right]);

    /// <summary>Difference with broadcasting.</summary>
    public string Sub(string left, string right, string? output = null) => NodeOrNamed(output, "Sub", [left, right]);

    /// <summary>Product with broadcasting.</summary>
    public string Mul(string left, string right, string? output = null) => NodeOrNamed(output, "Mul", [left, right]);

    /// <summary>Quotient with broadcasting.</summary>
    public string Div(string left, string right, string? output = null) => NodeOrNamed(output, "Div", [left, right]);

    /// <summary>Product with a number.</summary>
    public string Mul(string left, double right, string? output = null) => NodeOrNamed(output, "Mul", [left, Constant(right, Value(left).Type)]);

    /// <summary>Sum with a number.</summary>
    public string Add(string left, double right, string? output = null) => NodeOrNamed(output, "Add", [left, Constant(right, Value(left).Type)]);

    /// <summary>Square root.</summary>
    public string Sqrt(string x) => Node("Sqrt", [x]);

    /// <summary>x multiplied by itself.</summary>
    public string Square(string x) => Mul(x, x);

    /// <summary>Maximum with broadcasting.</summary>
    public string Max(string left, string right) => Node("Max", [left, right]);

    /// <summary>Minimum with broadcasting.</summary>
    public string Min(string left, string right) => Node("Min", [left, right]);

    /// <summary>Matrix product over the last two axes.</summary>
    public string MatMul(string left, string right) => Node("MatMul", [left, right]);

    /// <summary>Softmax along one axis.</summary>
    public string Softmax(string x, int axis = -1) => Node("Softmax", [x], ("axis", axis));

    /// <summary>Mean over axes; over all when <paramref name="axes"/> is null.</summary>
    public string ReduceMean(string x, long[]? axes = null, bool keepDims = true, string? output = null) =>
        Reduce("ReduceMean", 18, x, axes, keepDims, output);

    /// <summary>Sum over axes; over all when <paramref name="axes"/> is null.</summary>
    public string ReduceSum(string x, long[]? axes = null, bool keepDims = true, string? output = null) =>
        Reduce("ReduceSum", 13, x, axes, keepDims, output);

    /// <summary>Mean of the squared difference over all elements: a scalar.</summary>
    public string MeanSquaredError(string left, string right, string? output = null) =>
        ReduceMean(Square(Sub(left, right)), keepDims: false, output: output);

    /// <summary>The same elements in another shape; one dimension may be -1.</summary>
    public string Reshape(string x, params long[] shape) => Node("Reshape", [x, Constant(shape)]);

    /// <summary>The axes in another order.</summary>
    public string Transpose(string x, params long[] order) => Node("Transpose", [x], ("perm", order));

    /// <summary>Joins values along an axis.</summary>
    public string Concat(int axis, params string[] values) => Node("Concat", values, ("axis", axis));

    /// <summary>Elements <paramref name="start"/> to before <paramref name="end"/> of one axis.</summary>
    public string Slice(string x, long axis, long start, long end, long step = 1) =>
        Node("Slice", [x, Constant(start), Constant(end), Constant(axis), Constant(step)]);

    /// <summary>Mean over windows, NCHW, without padding.</summary>
    public string AveragePool(string x, int kernel, int stride) =>
        Node("AveragePool", [x], ("kernel_shape", new long[] { kernel, kernel }), ("strides", new long[] { stride, stride }));

    /// <summary>
    /// Group normalisation, y = (x − μ)·s/√(σ² + ε) + b with mean and variance over each group of channels. Written so that its
    /// gradient reads only x − μ again: what depends on a channel alone is one factor and one summand.
    /// </summary>
    /// <param name="x">Input, NCHW.</param>
    /// <param name="groups">Number of groups; divides the channels.</param>
    /// <param name="scale">Scale s, [C].</param>
    /// <param name="bias">Bias b, [C].</param>
    /// <param name="epsilon">ε, added to the variance.</param>
    /// <param name="output">Name for the result, or null.</param>
    public string GroupNormalization(string x, int groups, string scale, string bias, float epsilon = 1e-5f, string? output = null)
    {
        var shape = Shape(x);
        var size = shape.Skip(1).Aggregate(1L, (product, dimension) => product * dimension) / groups;
        var grouped = Reshape(x, shape[0], groups, size);
        var centred = Add(grouped, Node("Neg", [ReduceMean(grouped, [2])]));
        var deviation = Sqrt(Add(ReduceMean(Square(centred), [2]), epsilon));
        var factor = Div(ReshapeConstant(scale, [groups, shape[1] / groups]), deviation);
        long[] perChannel = [.. Enumerable.Repeat(1L, shape.Count - 2)];
        var scaled = Mul(Reshape(centred, [.. shape]), Reshape(factor, [shape[0], shape[1], .. perChannel]));
        return Add(scaled, ReshapeConstant(bias, [shape[1], .. perChannel]), output);
    }

    private string ReshapeConstant(string name, long[] shape) => TryConstant(name) is { } tensor
        ? Initializer(string.Create(CultureInfo.InvariantCulture, $"{name}_{string.Join('x', shape)}"), new OnnxTensor(tensor.Type, shape, tensor.Bytes))
        : Reshape(name, shape);

    private string Reduce(string operatorName, int axesAsInputSince, string x, long[]? axes, bool keepDims, string? output)
    {
        (string, OnnxAttribute) keep = ("keepdims", keepDims);
        if (axes is null)
        {
            return NodeOrNamed(output, operatorName, [x], keep);
        }

        return Opset >= axesAsInputSince
            ? NodeOrNamed(output, operatorName, [x, Constant(axes)], keep)
            : NodeOrNamed(output, operatorName, [x], keep, ("axes", axes));
    }

    private string NodeOrNamed(string? output, string operatorName, IReadOnlyList<string> inputs, params (string Name, OnnxAttribute Value)[] attributes) =>
        output is null ? Node(operatorName, inputs, attributes) : NamedNode(output, operatorName, inputs, attributes);
}
