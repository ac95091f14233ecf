using Glaze.Onnx;

namespace Glaze.Autodiff.Geometry;

/// <summary>
/// Puts pixels computed by their position modulo s back in their places. DepthToSpace does the same in one node, but ONNX Runtime
/// 1.30's CPU provider runs it on one thread; the figures are at <see cref="PhasedConvolution"/>.
/// </summary>
internal static class PhaseInterleave
{
    /// <summary>Adds the nodes.</summary>
    /// <param name="graph">Graph to add to.</param>
    /// <param name="columns">For each column modulo s, [N, C·s, h, w] with the row modulo s innermost in the channel.</param>
    /// <returns>[N, C, h·s, w·s].</returns>
    public static string Build(GraphBuilder graph, IReadOnlyList<string> columns)
    {
        var (shape, stride) = (graph.Shape(columns[0]), columns.Count);
        var (batch, channels, height, width) = (shape[0], shape[1] / stride, shape[2], shape[3] * stride);
        var rows = graph.Concat(1, [.. columns.Select(column => graph.Reshape(column, batch * shape[1] * height * shape[3], 1))]);
        var turned = graph.Transpose(graph.Reshape(rows, batch * channels, stride, height, width), 0, 2, 1, 3);
        return graph.Reshape(turned, batch, channels, height * stride, width);
    }

    /// <summary>The column phases of one value, outermost in its channels, as values of their own.</summary>
    public static string[] SplitColumns(GraphBuilder graph, string value, int stride)
    {
        var channels = graph.Shape(value)[1] / stride;
        return [.. Enumerable.Range(0, stride).Select(phase => graph.Slice(value, 1, phase * channels, (phase + 1) * channels))];
    }
}
