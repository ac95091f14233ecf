using Glaze.Onnx;

namespace Glaze.Autodiff;

/// <summary>Rewrites operators that not every execution provider has a kernel for into ones that all have.</summary>
internal static class Lowering
{
    private const int PerChannelSince = 21;

    /// <summary>Operators that are rewritten before differentiation.</summary>
    public static IReadOnlyList<string> Operators { get; } = ["GroupNormalization"];

    /// <summary>A builder holding the same graph without those operators; names of values are kept.</summary>
    public static GraphBuilder Rewrite(OnnxModel model)
    {
        if (!model.Graph.Nodes.Exists(IsRewritten))
        {
            return GraphBuilder.From(model);
        }

        var start = model.Copy();
        start.Graph.Nodes.Clear();
        start.Graph.Outputs.Clear();
        var graph = GraphBuilder.From(start);
        graph.NamePrefix = FreePrefix(model);
        foreach (var node in model.Graph.Nodes)
        {
            if (IsRewritten(node))
            {
                RewriteGroupNormalization(graph, node);
            }
            else
            {
                graph.Append(node);
            }
        }

        foreach (var output in model.Graph.Outputs)
        {
            graph.Output(output.Name);
        }

        return graph;
    }

    // New names must not meet those of nodes that follow.
    private static string FreePrefix(OnnxModel model)
    {
        var prefix = "lowered_";
        while (model.Graph.Nodes.Exists(node => node.Outputs.Exists(output => output.StartsWith(prefix, StringComparison.Ordinal))))
        {
            prefix = "_" + prefix;
        }

        return prefix;
    }

    private static bool IsRewritten(OnnxNode node) => node.Domain.Length == 0 && Operators.Contains(node.Operator);

    // Before opset 21 scale and bias are per group; since then per channel.
    private static void RewriteGroupNormalization(GraphBuilder graph, OnnxNode node)
    {
        var groups = (int)node.GetInt("num_groups", 1);
        var channels = graph.Shape(node.Inputs[0])[1];
        var (scale, bias) = (node.Inputs[1], node.Inputs[2]);
        if (graph.Opset < PerChannelSince)
        {
            scale = PerChannel(graph, scale, groups, channels);
            bias = PerChannel(graph, bias, groups, channels);
        }

        graph.GroupNormalization(node.Inputs[0], groups, scale, bias, node.GetFloat("epsilon", 1e-5f), node.Outputs[0]);
    }

    private static string PerChannel(GraphBuilder graph, string perGroup, int groups, long channels)
    {
        var repeats = channels / groups;
        if (graph.TryConstant(perGroup) is { } tensor)
        {
            var values = tensor.ToFloats();
            float[] repeated = [.. Enumerable.Range(0, (int)channels).Select(channel => values[channel / repeats])];
            return graph.Initializer(perGroup + "_channels", OnnxTensor.FromFloats([channels], repeated));
        }

        return graph.Reshape(graph.Node("Expand", [graph.Reshape(perGroup, groups, 1), graph.Constant(groups, repeats)]), channels);
    }
}
