namespace Glaze.Inference;

/// <summary>The name and fixed shape of one input or output of a session; elements are float32.</summary>
public sealed class ModelValue
{
    /// <summary>Names a value.</summary>
    /// <param name="name">Its name in the graph.</param>
    /// <param name="shape">Its dimensions, none open.</param>
    public ModelValue(string name, IReadOnlyList<long> shape)
    {
        Name = name;
        Shape = shape;
        ElementCount = checked((int)shape.Aggregate(1L, (count, dimension) => checked(count * dimension)));
    }

    /// <summary>The value's name in the graph.</summary>
    public string Name { get; }

    /// <summary>The dimensions, outermost first; empty for a scalar.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>The number of floats an array for this value holds.</summary>
    public int ElementCount { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} [{string.Join(", ", Shape)}]";
}
