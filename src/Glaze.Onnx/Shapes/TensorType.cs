namespace Glaze.Onnx.Shapes;

/// <summary>Type and static shape of one node output.</summary>
internal readonly record struct TensorType(ElementType Type, IReadOnlyList<long> Shape);
