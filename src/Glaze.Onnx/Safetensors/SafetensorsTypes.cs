namespace Glaze.Onnx.Safetensors;

/// <summary>Names of element types in safetensors headers.</summary>
internal static class SafetensorsTypes
{
    public static ElementType? Parse(string name) => name switch
    {
        "F32" => ElementType.Float,
        "F16" => ElementType.Float16,
        "BF16" => ElementType.BFloat16,
        "F64" => ElementType.Double,
        "I64" => ElementType.Int64,
        "I32" => ElementType.Int32,
        "U8" => ElementType.UInt8,
        _ => null,
    };

    public static string Name(ElementType type) => type switch
    {
        ElementType.Float => "F32",
        ElementType.Float16 => "F16",
        ElementType.BFloat16 => "BF16",
        ElementType.Double => "F64",
        ElementType.Int64 => "I64",
        ElementType.Int32 => "I32",
        ElementType.UInt8 => "U8",
        _ => throw new ArgumentException($"Safetensors files of ours do not hold {type}.", nameof(type)),
    };
}
