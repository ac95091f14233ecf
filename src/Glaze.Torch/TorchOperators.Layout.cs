using static TorchSharp.torch;

namespace Glaze.Torch;

/// <content>Shapes, orders of axes, and sums over axes.</content>
internal static partial class TorchOperators
{
    private static Tensor Reshape(TorchNode n)
    {
        var (x, shape) = (n.I(0), n.Constant(1)!);

        // 0 stands for the input's own extent.
        return x.reshape([.. shape.Select((extent, axis) => extent == 0 ? x.shape[axis] : extent)]);
    }

    private static Tensor Transpose(TorchNode n) =>
        n.I(0).permute(n.Ints("perm") ?? [.. Enumerable.Range(0, (int)n.I(0).dim()).Select(axis => n.I(0).dim() - 1 - axis)]);

    private static Tensor Concat(TorchNode n) => cat([.. Enumerable.Range(0, n.InputCount).Select(n.I)], n.Int("axis", 0));

    private static Tensor Slice(TorchNode n)
    {
        var (x, starts, ends) = (n.I(0).alias(), n.Constant(1)!, n.Constant(2)!);
        var axes = n.Constant(3) ?? [.. Enumerable.Range(0, starts.Length).Select(axis => (long)axis)];
        var steps = n.Constant(4) ?? [.. starts.Select(_ => 1L)];
        for (var index = 0; index < axes.Length; index++)
        {
            if (steps[index] < 1)
            {
                throw n.Unsupported("slices do not run backwards");
            }

            x = x.slice(axes[index], starts[index], ends[index], steps[index]);
        }

        return x;
    }

    private static Tensor Reduce(TorchNode n, Func<Tensor, long[], bool, Tensor> over, Func<Tensor, Tensor> all)
    {
        var (x, keep) = (n.I(0), n.Int("keepdims", 1) != 0);
        if (n.Integers(1, "axes") is { } axes)
        {
            return over(x, axes, keep);
        }

        return keep ? all(x).reshape([.. x.shape.Select(_ => 1L)]) : all(x);
    }
}
