using Glaze.Onnx;

namespace Glaze.Autodiff;

/// <summary>Names the gradient outputs and drops what leads nowhere.</summary>
internal static class OutputAssembly
{
    public static OnnxModel Finish(GraphBuilder graph, IReadOnlyList<string> inputs, IReadOnlyDictionary<string, string> adjoints)
    {
        var forwardOutputs = graph.Build().Graph.Outputs.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        var produced = graph.Nodes.Where(node => node.Outputs.Count == 1).Select(node => node.Outputs[0]).ToHashSet(StringComparer.Ordinal);
        var renames = new Dictionary<string, string>(StringComparer.Ordinal);
        var outputs = new List<OnnxValue>();
        foreach (var input in inputs)
        {
            var (value, name) = (graph.Value(input), GradientGraphBuilder.OutputPrefix + input);
            var adjoint = adjoints[input];
            if (!graph.Shape(adjoint).SequenceEqual(value.Shape))
            {
                adjoint = graph.NamedNode(name, "Expand", [adjoint, graph.Constant([.. value.Shape])]);
            }
            else if (!produced.Contains(adjoint) || forwardOutputs.Contains(adjoint) || !renames.TryAdd(adjoint, name))
            {
                graph.NamedNode(name, "Identity", [adjoint]);
            }

            outputs.Add(value with { Name = name });
        }

        var model = graph.Build();

        // Files may leave the shape of an output open; here it is known.
        var known = model.Graph.Outputs.Select(output => graph.Value(output.Name)).ToArray();
        model.Graph.Outputs.Clear();
        model.Graph.Outputs.AddRange([.. known, .. outputs]);
        return Prune(Rename(model, renames));
    }

    private static OnnxModel Rename(OnnxModel model, Dictionary<string, string> renames)
    {
        for (var index = 0; index < model.Graph.Nodes.Count; index++)
        {
            var node = model.Graph.Nodes[index];
            if (node.Inputs.Concat(node.Outputs).Any(renames.ContainsKey))
            {
                model.Graph.Nodes[index] = node.Renamed(renames);
            }
        }

        return model;
    }

    private static OnnxModel Prune(OnnxModel model)
    {
        var needed = model.Graph.Outputs.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        for (var index = model.Graph.Nodes.Count - 1; index >= 0; index--)
        {
            if (model.Graph.Nodes[index].Outputs.Any(needed.Contains))
            {
                needed.UnionWith(model.Graph.Nodes[index].Inputs);
            }
            else
            {
                model.Graph.Nodes.RemoveAt(index);
            }
        }

        foreach (var name in model.Graph.Initializers.Keys.Where(name => !needed.Contains(name)).ToArray())
        {
            model.Graph.Initializers.Remove(name);
        }

        return model;
    }
}
