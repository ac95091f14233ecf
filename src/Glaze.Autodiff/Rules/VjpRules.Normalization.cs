using Glaze.Onnx;

namespace Glaze.Autodiff.Rules;

/// <content>Normalisations and Softmax. Scale and bias are weights and get no gradient.</content>
internal static partial class VjpRules
{
    // y = s·x̂ + b, x̂ = (x − μ)/√(σ² + ε) over the spatial axes ⇒ see NormalizedAdjoint with g = dy·s
    private static string?[] InstanceNormalization(VjpContext v)
    {
        var shape = v.Shape(v.I(0));
        long[] perChannel = [shape[1], .. Enumerable.Repeat(1L, shape.Length - 2)];
        long[] axes = [.. Enumerable.Range(2, shape.Length - 2).Select(axis => (long)axis)];
        var isUnit = IsAll(v.TryConstant(1), 1);
        var g = isUnit ? v.GO(0) : v.Mul(v.GO(0), v.Reshape(v.I(1), perChannel));

        // With unit scale and no bias the output is x̂ itself.
        var known = isUnit && IsAll(v.TryConstant(2), 0) ? v.O(0) : null;
        return v.OnlyFirst(NormalizedAdjoint(v, g, axes, v.Node.GetFloat("epsilon", 1e-5f), known));
    }

    // The same over the axes from the given one to the last
    private static string?[] LayerNormalization(VjpContext v)
    {
        if (v.Node.GetInt("stash_type", 1) != 1 || v.HasGO(1) || v.HasGO(2))
        {
            throw v.Unsupported("gradients through the mean and deviation outputs are not supported");
        }

        var rank = v.Shape(v.I(0)).Length;
        var axis = v.Node.GetInt("axis", -1);
        var first = (int)(axis < 0 ? axis + rank : axis);
        long[] axes = [.. Enumerable.Range(first, rank - first).Select(index => (long)index)];
        var g = IsAll(v.TryConstant(1), 1) ? v.GO(0) : v.Mul(v.GO(0), v.I(1));
        return v.OnlyFirst(NormalizedAdjoint(v, g, axes, v.Node.GetFloat("epsilon", 1e-5f), null));
    }

    // y = s·(x − μ)/√(σ² + ε) + b with constant statistics ⇒ dx = dy · s/√(σ² + ε)
    private static string?[] BatchNormalization(VjpContext v)
    {
        if (v.Node.GetInt("training_mode", 0) != 0)
        {
            throw v.Unsupported("training mode is not supported");
        }

        var shape = v.Shape(v.I(0));
        long[] perChannel = [shape[1], .. Enumerable.Repeat(1L, shape.Length - 2)];
        var epsilon = v.Node.GetFloat("epsilon", 1e-5f);
        if (v.TryConstant(1) is { } scale && v.TryConstant(4) is { } variance)
        {
            float[] factors = [.. scale.ToFloats().Zip(variance.ToFloats(), (s, square) => s / MathF.Sqrt(square + epsilon))];
            return v.OnlyFirst(v.Mul(v.GO(0), v.Graph.Initializer(v.I(1) + "_folded", OnnxTensor.FromFloats(perChannel, factors))));
        }

        var factor = v.Div(v.I(1), v.Graph.Sqrt(v.Add(v.I(4), v.Number(epsilon))));
        return v.OnlyFirst(v.Mul(v.GO(0), v.Reshape(factor, perChannel)));
    }

    // y = softmax(x) ⇒ dx = y · (dy − Σ dy·y) along the axis
    private static string?[] Softmax(VjpContext v)
    {
        var (y, dy) = (v.O(0), v.GO(0));
        var sum = v.Graph.ReduceSum(v.Mul(dy, y), [v.Node.GetInt("axis", -1)]);
        return v.OnlyFirst(v.Mul(y, v.Sub(dy, sum)));
    }

    // x̂ = (x − μ)·r, r = 1/√(σ² + ε) ⇒ dx = r · (g − mean(g) − x̂ · mean(g·x̂)), means over the normalised axes
    private static string NormalizedAdjoint(VjpContext v, string g, long[] axes, float epsilon, string? normalized)
    {
        var graph = v.Graph;
        var centred = v.Sub(v.I(0), graph.ReduceMean(v.I(0), axes));
        var variance = graph.ReduceMean(graph.Square(centred), axes);
        var deviation = graph.Sqrt(v.Add(variance, v.Number(epsilon)));
        var xHat = normalized ?? v.Div(centred, deviation);
        var projected = v.Mul(xHat, graph.ReduceMean(v.Mul(g, xHat), axes));
        return v.Div(v.Sub(v.Sub(g, graph.ReduceMean(g, axes)), projected), deviation);
    }

    private static bool IsAll(OnnxTensor? tensor, float value) => tensor is not null && Array.TrueForAll(tensor.ToFloats(), element => element == value);
}
