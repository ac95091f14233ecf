namespace Glaze.Onnx.Serialization;

/// <summary>Checks what every graph must satisfy: each name defined once, before its first use.</summary>
internal static class GraphChecker
{
    public static void Check(OnnxGraph graph)
    {
        var defined = new HashSet<string>(graph.Initializers.Keys, StringComparer.Ordinal);
        foreach (var input in graph.Inputs)
        {
            Define(defined, input.Name, "Graph input");
        }

        foreach (var node in graph.Nodes)
        {
            var description = $"{node.Operator} node '{node.DisplayName}'";
            foreach (var input in node.Inputs)
            {
                if (input.Length > 0 && !defined.Contains(input))
                {
                    throw new InvalidModelException($"{description} uses '{input}', which nothing before it defines.");
                }
            }

            foreach (var output in node.Outputs.Where(output => output.Length > 0))
            {
                Define(defined, output, $"Output of {description}");
            }
        }

        foreach (var output in graph.Outputs)
        {
            if (!defined.Contains(output.Name))
            {
                throw new InvalidModelException($"Graph output '{output.Name}' is not defined by any node.");
            }
        }
    }

    private static void Define(HashSet<string> defined, string name, string what)
    {
        if (name.Length == 0)
        {
            throw new InvalidModelException($"{what} has no name.");
        }

        if (!defined.Add(name))
        {
            throw new InvalidModelException($"{what} '{name}' is defined twice.");
        }
    }
}
