using System.Runtime.InteropServices;
using Glaze.Onnx;

namespace Glaze.Autodiff.Tests.GradientChecks;

/// <summary>Tensors from and to double, whatever their type.</summary>
internal static class Tensors
{
    public static OnnxTensor From(ElementType type, IReadOnlyList<long> shape, double[] values) => type == ElementType.Double
        ? OnnxTensor.FromDoubles(shape, values)
        : OnnxTensor.FromFloats(shape, Array.ConvertAll(values, value => (float)value));

    public static double[] ToDoubles(OnnxTensor tensor) => tensor.Type == ElementType.Double
        ? MemoryMarshal.Cast<byte, double>(tensor.Bytes.Span).ToArray()
        : Array.ConvertAll(tensor.ToFloats(), value => (double)value);

    public static double Dot(double[] left, double[] right)
    {
        left.Length.ShouldBe(right.Length);
        return left.Zip(right, (a, b) => a * b).Sum();
    }
}
