using System.Globalization;
using System.Text;
using Glaze.Onnx;

namespace Glaze.TestKit.Models;

/// <summary>Writes a graph as text for people and for golden files.</summary>
public static class GraphText
{
    private const int ShownValues = 8;

    /// <summary>One line per input, initializer, node and output. Small tensors show their values, large ones their shape alone.</summary>
    /// <param name="model">Model to describe.</param>
    /// <returns>Text with line feeds at line ends, the same for the same model.</returns>
    public static string Dump(OnnxModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var text = new StringBuilder();
        text.Append("graph ").Append(model.Graph.Name).Append(" opset ").Append(model.Opset.ToString(CultureInfo.InvariantCulture)).Append('\n');
        foreach (var input in model.Graph.Inputs)
        {
            text.Append("input ").Append(Describe(input)).Append('\n');
        }

        foreach (var (name, tensor) in model.Graph.Initializers.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append("constant ").Append(name).Append(": ").Append(Describe(tensor)).Append('\n');
        }

        foreach (var node in model.Graph.Nodes)
        {
            text.Append(Describe(node)).Append('\n');
        }

        foreach (var output in model.Graph.Outputs)
        {
            text.Append("output ").Append(Describe(output)).Append('\n');
        }

        return text.ToString();
    }

    private static string Describe(OnnxValue value) => $"{value.Name}: {value.Type}[{string.Join(", ", value.Shape)}]";

    private static string Describe(OnnxNode node)
    {
        var attributes = node.Attributes.Count == 0
            ? string.Empty
            : " {" + string.Join(", ", node.Attributes.Select(pair => $"{pair.Key} = {pair.Value}")) + "}";
        var domain = node.Domain.Length == 0 ? string.Empty : node.Domain + ".";
        return $"{string.Join(", ", node.Outputs)} = {domain}{node.Operator}({string.Join(", ", node.Inputs)}){attributes}";
    }

    private static string Describe(OnnxTensor tensor)
    {
        if (tensor.ElementCount > ShownValues)
        {
            return tensor.ToString();
        }

        var values = tensor.Type.IsFloatingPoint()
            ? tensor.ToFloats().Select(value => value.ToString("G6", CultureInfo.InvariantCulture))
            : tensor.ToInt64s().Select(value => value.ToString(CultureInfo.InvariantCulture));
        return $"{tensor} = {{{string.Join(", ", values)}}}";
    }
}
