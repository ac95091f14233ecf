namespace Glaze.Onnx.Safetensors;

/// <summary>Where one tensor lies in the data section, already checked.</summary>
/// <param name="Type">Element type.</param>
/// <param name="Shape">Dimensions.</param>
/// <param name="Start">First byte, from the start of the data section.</param>
/// <param name="Length">Number of bytes.</param>
internal sealed record SafetensorsEntry(ElementType Type, long[] Shape, int Start, int Length);
