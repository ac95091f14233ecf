using Glaze.Onnx;

namespace Glaze.Autodiff;

/// <summary>Rewrites operators that not every execution provider has a kernel for into ones that all have.</summary>
internal static class Lowering
{
    private const int PerChannelSince = 21;

    /// <summary>Operators that are rewritten before differentiation.</summary>
    public static IReadOnlyList<string> Operators { get; } = ["GroupNormalization", "SpaceToDepth", "Sum"];

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
            Rewrite(graph, node);
        }

        foreach (var output in model.Graph.Outputs)
        {
            graph.Output(output.Name);
        }

        return graph;
    }

    private static void Rewrite(GraphBuilder graph, OnnxNode node)
    {
        switch (IsRewritten(node) ? node.Operator : null)
        {
            case "GroupNormalization":
                RewriteGroupNormalization(graph, node);
                break;
            case "SpaceToDepth":
                RewriteSpaceToDepth(graph, node);
                break;
            case "Sum":
                RewriteSum(graph, node);
                break;
            default:
                graph.Append(node);
                break;
        }
    }

    // [N, C, h·b, w·b] to [N, b·b·C, h, w] with the place in the block outermost in the channel
    private static void RewriteSpaceToDepth(GraphBuilder graph, OnnxNode node)
    {
        var (shape, block) = (graph.Shape(node.Inputs[0]), node.GetInt("blocksize", 1));
        var (height, width) = (shape[2] / block, shape[3] / block);
        var split = graph.Reshape(node.Inputs[0], shape[0], shape[1], height, block, width, block);
        var turned = graph.Transpose(split, 0, 3, 5, 1, 2, 4);
        graph.NamedNode(node.Outputs[0], "Reshape", [turned, graph.Constant(shape[0], shape[1] * block * block, height, width)]);
    }

    private static void RewriteSum(GraphBuilder graph, OnnxNode node)
    {
        var sum = node.Inputs[0];
        for (var index = 1; index < node.Inputs.Count - 1; index++)
        {
            sum = graph.Add(sum, node.Inputs[index]);
        }

        graph.NamedNode(node.Outputs[0], node.Inputs.Count == 1 ? "Identity" : "Add", node.Inputs.Count == 1 ? [sum] : [sum, node.Inputs[^1]]);
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
