using System.Text;
using Glaze.Onnx;
using Glaze.Onnx.Safetensors;

namespace Glaze.TestKit.Models;

/// <summary>Numbers made from names, the same everywhere, so that no weights need to be committed.</summary>
public static class SyntheticNumbers
{
    /// <summary>FNV-1a of the name seeds SplitMix64; the top 24 bits of each draw give low..high.</summary>
    public static float[] Uniform(string name, long count, double low = 0, double high = 1)
    {
        var seed = Encoding.UTF8.GetBytes(name).Aggregate(0xCBF29CE484222325UL, (hash, octet) => (hash ^ octet) * 0x100000001B3UL);
        var values = new float[count];
        for (var i = 0; i < values.Length; i++)
        {
            var z = seed + ((ulong)(i + 1) * 0x9E3779B97F4A7C15UL);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            z ^= z >> 31;
            values[i] = (float)(low + ((high - low) * ((z >> 40) / (double)(1 << 24))));
        }

        return values;
    }

    /// <summary>Weights of the given names and shapes, as a file in memory.</summary>
    public static SafetensorsFile Weights(IReadOnlyDictionary<string, long[]> shapes) =>
        SafetensorsFile.Open(SafetensorsWriter.Write(shapes.ToDictionary(pair => pair.Key, pair => Weight(pair.Key, pair.Value))));

    /// <summary>Weights that are all zero and take two bytes each: for counting and for refusing.</summary>
    public static SafetensorsFile Zeros(IReadOnlyDictionary<string, long[]> shapes) =>
        SafetensorsFile.Open(SafetensorsWriter.Write(shapes.ToDictionary(
            pair => pair.Key,
            pair => new OnnxTensor(ElementType.Float16, pair.Value, new byte[2 * Count(pair.Value)]))));

    private static OnnxTensor Weight(string name, long[] shape)
    {
        if (name.StartsWith("lin", StringComparison.Ordinal))
        {
            return OnnxTensor.FromFloats(shape, Uniform(name, Count(shape)));
        }

        if (shape.Length >= 2)
        {
            var bound = 1.3 * Math.Sqrt(3.0 / Count(shape[1..]));
            return OnnxTensor.FromFloats(shape, Uniform(name, Count(shape), -bound, bound));
        }

        var (low, high) = name.EndsWith("bias", StringComparison.Ordinal) ? (-0.2, 0.2) : (0.8, 1.2);
        return OnnxTensor.FromFloats(shape, Uniform(name, Count(shape), low, high));
    }

    private static long Count(long[] shape) => shape.Aggregate(1L, (product, extent) => product * extent);
}
