using Glaze.Onnx;

namespace Glaze.Autodiff;

/// <summary>The adjoint of broadcasting.</summary>
internal static class BroadcastAdjoint
{
    // y[i, j] = x[j] ⇒ dx[j] = Σ_i dy[i, j]. A thin dy, equal along i, gives n · dy[j] without being expanded first.
    public static string SumTo(GraphBuilder graph, string value, IReadOnlyList<long> full, IReadOnlyList<long> target)
    {
        var thin = graph.Shape(value);
        var (thinLead, targetLead) = (full.Count - thin.Count, full.Count - target.Count);
        var summed = new List<long>();
        var repeats = 1.0;
        for (var axis = 0; axis < full.Count; axis++)
        {
            var isRepeated = full[axis] != 1 && (axis < targetLead || target[axis - targetLead] == 1);
            if (!isRepeated)
            {
                continue;
            }

            if (axis < thinLead || thin[axis - thinLead] == 1)
            {
                repeats *= full[axis];
            }
            else
            {
                summed.Add(axis - thinLead);
            }
        }

        if (summed.Count > 0)
        {
            value = graph.ReduceSum(value, [.. summed]);
        }

        if (repeats != 1)
        {
            value = graph.Mul(value, repeats);
        }

        return DropLeadingOnes(graph, value, target.Count);
    }

    private static string DropLeadingOnes(GraphBuilder graph, string value, int rank)
    {
        var shape = graph.Shape(value);
        return shape.Count > rank ? graph.Reshape(value, [.. shape.Skip(shape.Count - rank)]) : value;
    }
}
