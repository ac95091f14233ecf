using System.Globalization;

namespace Glaze.Onnx;

/// <summary>The value of one node attribute. Converts implicitly from the .NET types it can hold.</summary>
public sealed class OnnxAttribute
{
    private OnnxAttribute(AttributeKind kind, object value)
    {
        Kind = kind;
        Value = value;
    }

    /// <summary>Which of the ONNX attribute types this is.</summary>
    public AttributeKind Kind { get; }

    /// <summary>The value: float, long, string, <see cref="OnnxTensor"/>, float[], long[] or string[].</summary>
    public object Value { get; }

    /// <summary>An integer.</summary>
    public static implicit operator OnnxAttribute(long value) => new(AttributeKind.Int, value);

    /// <summary>An integer that is 0 or 1.</summary>
    public static implicit operator OnnxAttribute(bool value) => new(AttributeKind.Int, value ? 1L : 0L);

    /// <summary>A number.</summary>
    public static implicit operator OnnxAttribute(float value) => new(AttributeKind.Float, value);

    /// <summary>Text.</summary>
    public static implicit operator OnnxAttribute(string value) => new(AttributeKind.Text, value);

    /// <summary>A tensor.</summary>
    public static implicit operator OnnxAttribute(OnnxTensor value) => new(AttributeKind.Tensor, value);

    /// <summary>A list of integers.</summary>
    public static implicit operator OnnxAttribute(long[] value) => new(AttributeKind.Ints, value);

    /// <summary>A list of numbers.</summary>
    public static implicit operator OnnxAttribute(float[] value) => new(AttributeKind.Floats, value);

    /// <summary>A list of texts.</summary>
    public static implicit operator OnnxAttribute(string[] value) => new(AttributeKind.Texts, value);

    /// <summary>The value as it appears in a graph dump.</summary>
    public override string ToString() => Value switch
    {
        long[] integers => $"[{string.Join(", ", integers)}]",
        float[] numbers => $"[{string.Join(", ", numbers.Select(number => number.ToString("G9", CultureInfo.InvariantCulture)))}]",
        string[] texts => $"[{string.Join(", ", texts.Select(text => $"\"{text}\""))}]",
        string text => $"\"{text}\"",
        float number => number.ToString("G9", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => Value.ToString() ?? string.Empty,
    };
}
