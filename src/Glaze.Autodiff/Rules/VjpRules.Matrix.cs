namespace Glaze.Autodiff.Rules;

/// <content>Matrix products.</content>
internal static partial class VjpRules
{
    // Y = A·B ⇒ dA = dY·Bᵀ, dB = Aᵀ·dY, summed over broadcast batches; vectors are treated as one-row or one-column matrices
    private static string?[] MatMul(VjpContext v)
    {
        var (aShape, bShape) = (v.Shape(v.I(0)), v.Shape(v.I(1)));
        long[] aMatrix = aShape.Length == 1 ? [1, aShape[0]] : aShape;
        long[] bMatrix = bShape.Length == 1 ? [bShape[0], 1] : bShape;
        var batch = v.Shape(v.O(0));
        var lead = batch.Length - (aShape.Length > 1 ? 1 : 0) - (bShape.Length > 1 ? 1 : 0);
        long[] full = [.. batch[..lead], aMatrix[^2], bMatrix[^1]];
        var dy = v.Reshape(v.GO(0), full);
        return
        [
            v.Wants(0) ? Side(v, v.Graph.MatMul(dy, TransposeLast(v, v.Reshape(v.I(1), bMatrix))), [.. full[..^1], aMatrix[^1]], aMatrix, aShape) : null,
            v.Wants(1) ? Side(v, v.Graph.MatMul(TransposeLast(v, v.Reshape(v.I(0), aMatrix)), dy), [.. full[..^2], bMatrix[^2], full[^1]], bMatrix, bShape) : null,
        ];
    }

    // Y = α·A'·B' + β·C with A' = A or Aᵀ ⇒ dA' = α·dY·B'ᵀ, dB' = α·A'ᵀ·dY, dC = β·dY summed to C's shape
    private static string?[] Gemm(VjpContext v)
    {
        var (turnA, turnB) = (v.Node.GetInt("transA", 0), v.Node.GetInt("transB", 0));
        var (alpha, beta) = (v.Node.GetFloat("alpha", 1), v.Node.GetFloat("beta", 1));
        var dy = v.GO(0);
        var adjoints = new string?[v.Node.Inputs.Count];
        if (v.Wants(0))
        {
            adjoints[0] = turnA == 0 ? Product(v, dy, v.I(1), 0, 1 - turnB, alpha) : Product(v, v.I(1), dy, turnB, 1, alpha);
        }

        if (v.Wants(1))
        {
            adjoints[1] = turnB == 0 ? Product(v, v.I(0), dy, 1 - turnA, 0, alpha) : Product(v, dy, v.I(0), 1, turnA, alpha);
        }

        if (v.Wants(2))
        {
            adjoints[2] = v.SumTo(v.Mul(dy, beta), v.Shape(v.O(0)), v.Shape(v.I(2)));
        }

        return adjoints;
    }

    private static string Product(VjpContext v, string left, string right, long turnLeft, long turnRight, float alpha) =>
        v.Graph.Node("Gemm", [left, right], ("alpha", alpha), ("transA", turnLeft), ("transB", turnRight));

    private static string Side(VjpContext v, string adjoint, long[] full, long[] matrix, long[] shape) =>
        v.Reshape(v.SumTo(adjoint, full, matrix), shape);

    private static string TransposeLast(VjpContext v, string value)
    {
        var rank = v.Shape(value).Length;
        long[] order = [.. Enumerable.Range(0, rank - 2).Select(axis => (long)axis), rank - 1, rank - 2];
        return v.Graph.Transpose(value, order);
    }
}
