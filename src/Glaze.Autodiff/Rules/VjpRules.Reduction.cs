namespace Glaze.Autodiff.Rules;

/// <content>Reductions.</content>
internal static partial class VjpRules
{
    // y = Σ x ⇒ dx = dy repeated; left thin, whoever needs the full shape expands it
    private static string?[] ReduceSum(VjpContext v) => v.OnlyFirst(v.Reshape(v.GO(0), ReducedShape(v)));

    // y = mean x over n elements ⇒ dx = dy / n repeated
    private static string?[] ReduceMean(VjpContext v)
    {
        var count = Elements(v.Shape(v.I(0))) / (double)Elements(v.Shape(v.O(0)));
        return v.OnlyFirst(v.Mul(v.Reshape(v.GO(0), ReducedShape(v)), 1 / count));
    }

    // The input's shape with 1 in place of each reduced axis.
    private static long[] ReducedShape(VjpContext v)
    {
        var shape = v.Shape(v.I(0));
        var axes = v.Node.GetInts("axes") ?? (v.HasI(1) ? v.Constant(1).ToInt64s() : []);
        if (axes.Length == 0 && v.Node.GetInt("noop_with_empty_axes", 0) != 0)
        {
            return shape;
        }

        var reduced = axes.Select(axis => (int)(axis < 0 ? axis + shape.Length : axis)).ToHashSet();
        return [.. shape.Select((dimension, axis) => axes.Length == 0 || reduced.Contains(axis) ? 1 : dimension)];
    }

    private static long Elements(long[] shape) => shape.Aggregate(1L, (product, dimension) => product * dimension);
}
