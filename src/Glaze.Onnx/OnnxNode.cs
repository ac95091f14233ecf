namespace Glaze.Onnx;

/// <summary>One application of an operator.</summary>
public sealed class OnnxNode
{
    /// <summary>Operator name, for example <c>Conv</c>.</summary>
    public required string Operator { get; init; }

    /// <summary>Name of the node, for messages; may be empty.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Operator set the operator belongs to; empty for ai.onnx.</summary>
    public string Domain { get; init; } = string.Empty;

    /// <summary>Input value names; empty for an optional input left out.</summary>
    public List<string> Inputs { get; init; } = [];

    /// <summary>Output value names; empty for an optional output left out.</summary>
    public List<string> Outputs { get; init; } = [];

    /// <summary>Attributes by name, sorted so that files and dumps are reproducible.</summary>
    public SortedDictionary<string, OnnxAttribute> Attributes { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Name to show in messages: the node's own, else its first output.</summary>
    public string DisplayName => Name.Length > 0 ? Name : Outputs.FirstOrDefault() ?? Operator;

    /// <summary>True when input <paramref name="index"/> is given.</summary>
    public bool HasInput(int index) => index < Inputs.Count && Inputs[index].Length > 0;

    /// <summary>True when the attribute is given.</summary>
    public bool HasAttribute(string name) => Attributes.ContainsKey(name);

    /// <summary>The integer attribute, or the default when it is absent.</summary>
    /// <exception cref="InvalidModelException">The attribute has another type.</exception>
    public long GetInt(string name, long defaultValue) => Get(name, defaultValue);

    /// <summary>The integer list attribute, or null when it is absent.</summary>
    /// <exception cref="InvalidModelException">The attribute has another type.</exception>
    public long[]? GetInts(string name) => Get<long[]?>(name, null);

    /// <summary>The number attribute, or the default when it is absent.</summary>
    /// <exception cref="InvalidModelException">The attribute has another type.</exception>
    public float GetFloat(string name, float defaultValue) => Get(name, defaultValue);

    /// <summary>The number list attribute, or null when it is absent.</summary>
    /// <exception cref="InvalidModelException">The attribute has another type.</exception>
    public float[]? GetFloats(string name) => Get<float[]?>(name, null);

    /// <summary>The text attribute, or the default when it is absent.</summary>
    /// <exception cref="InvalidModelException">The attribute has another type.</exception>
    public string GetString(string name, string defaultValue) => Get(name, defaultValue);

    /// <summary>The tensor attribute, or null when it is absent.</summary>
    /// <exception cref="InvalidModelException">The attribute has another type.</exception>
    public OnnxTensor? GetTensor(string name) => Get<OnnxTensor?>(name, null);

    /// <summary>The same node with other names of values, and its own name following its output's; names that are not keys stay.</summary>
    public OnnxNode Renamed(IReadOnlyDictionary<string, string> names) => new()
    {
        Operator = Operator,
        Name = names.GetValueOrDefault(Name, Name),
        Domain = Domain,
        Attributes = Attributes,
        Inputs = [.. Inputs.Select(name => names.GetValueOrDefault(name, name))],
        Outputs = [.. Outputs.Select(name => names.GetValueOrDefault(name, name))],
    };

    private T Get<T>(string name, T defaultValue)
    {
        if (!Attributes.TryGetValue(name, out var attribute))
        {
            return defaultValue;
        }

        return attribute.Value is T value
            ? value
            : throw new InvalidModelException($"Attribute '{name}' of {Operator} node '{DisplayName}' has the wrong type ({attribute.Kind}).");
    }
}
