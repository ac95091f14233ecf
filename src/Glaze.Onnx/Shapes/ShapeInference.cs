using Glaze.Onnx.Shapes;

namespace Glaze.Onnx.Shapes;

/// <summary>Finds the element type and static shape of every value in a graph.</summary>
public static class ShapeInference
{
    /// <summary>Operators whose shapes can be inferred.</summary>
    public static IReadOnlyCollection<string> SupportedOperators => ShapeRules.Operators;

    /// <summary>Infers all shapes of a graph whose inputs have fixed shapes.</summary>
    /// <param name="model">Model to look at; not changed.</param>
    /// <param name="knownValues">Values of inputs that decide shapes (a Reshape's shape, a Slice's bounds) when they are not in the file.</param>
    /// <returns>Every input, initializer and node output by name.</returns>
    /// <exception cref="InvalidModelException">A shape cannot be found; the message names the node.</exception>
    public static IReadOnlyDictionary<string, OnnxValue> Infer(OnnxModel model, IReadOnlyDictionary<string, OnnxTensor>? knownValues = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Track(model, knownValues).Values;
    }

    internal static ShapeTracker Track(OnnxModel model, IReadOnlyDictionary<string, OnnxTensor>? knownValues = null)
    {
        var tracker = new ShapeTracker(model.Opset);
        foreach (var input in model.Graph.Inputs)
        {
            if (knownValues is not null && knownValues.TryGetValue(input.Name, out var tensor))
            {
                tracker.AddConstant(input.Name, tensor);
            }
            else
            {
                tracker.AddInput(input);
            }
        }

        foreach (var (name, tensor) in model.Graph.Initializers)
        {
            tracker.AddConstant(name, tensor);
        }

        foreach (var node in model.Graph.Nodes)
        {
            tracker.AddNode(node);
        }

        return tracker;
    }
}
