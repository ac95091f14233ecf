namespace Glaze.Onnx;

/// <summary>Nodes in topological order, with the graph's inputs, outputs and constant tensors.</summary>
public sealed class OnnxGraph
{
    /// <summary>Name of the graph.</summary>
    public string Name { get; set; } = "graph";

    /// <summary>Nodes; each one's inputs are graph inputs, initializers or outputs of earlier nodes.</summary>
    public List<OnnxNode> Nodes { get; } = [];

    /// <summary>Values the caller supplies. Initializers are not repeated here.</summary>
    public List<OnnxValue> Inputs { get; } = [];

    /// <summary>Values the caller receives.</summary>
    public List<OnnxValue> Outputs { get; } = [];

    /// <summary>Constant tensors by value name.</summary>
    public Dictionary<string, OnnxTensor> Initializers { get; } = [];

    /// <summary>The same graph in new lists; nodes and tensors, which are never changed once made, are shared.</summary>
    public OnnxGraph Copy()
    {
        var copy = new OnnxGraph { Name = Name };
        copy.Nodes.AddRange(Nodes);
        copy.Inputs.AddRange(Inputs);
        copy.Outputs.AddRange(Outputs);
        foreach (var (name, tensor) in Initializers)
        {
            copy.Initializers.Add(name, tensor);
        }

        return copy;
    }
}
