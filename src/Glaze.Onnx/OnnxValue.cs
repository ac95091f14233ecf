namespace Glaze.Onnx;

/// <summary>A named tensor value of a graph with its static shape.</summary>
/// <param name="Name">Name, unique in the graph.</param>
/// <param name="Type">Element type.</param>
/// <param name="Shape">Dimensions, outermost first; empty for a scalar; -1 where a file leaves a dimension open.</param>
public sealed record OnnxValue(string Name, ElementType Type, IReadOnlyList<long> Shape)
{
    /// <summary>Number of dimensions.</summary>
    public int Rank => Shape.Count;

    /// <summary>Product of the dimensions; 1 for a scalar.</summary>
    public long ElementCount => Shape.Aggregate(1L, (product, dimension) => checked(product * dimension));

    /// <summary>True when every dimension is known.</summary>
    public bool IsStatic => Shape.All(dimension => dimension >= 0);
}
