using Glaze.Onnx;

namespace Glaze.Autodiff.Geometry;

/// <summary>Rearranges convolution weights at build time.</summary>
internal static class KernelLayout
{
    /// <summary>[M, C / g, k…] to [C, M / g, k… reversed], group by group.</summary>
    public static OnnxTensor FlipAndTranspose(OnnxTensor weights, int groups)
    {
        var source = weights.ToFloats();
        var (outputs, inputs) = ((int)weights.Shape[0] / groups, (int)weights.Shape[1]);
        var taps = (int)weights.Shape.Skip(2).Aggregate(1L, (product, size) => product * size);
        var result = new float[source.Length];
        for (var group = 0; group < groups; group++)
        {
            for (var m = 0; m < outputs; m++)
            {
                for (var c = 0; c < inputs; c++)
                {
                    var from = (((group * outputs) + m) * inputs + c) * taps;
                    var to = (((group * inputs) + c) * outputs + m) * taps;

                    // Reversing the row-major list of taps reverses every spatial axis.
                    for (var tap = 0; tap < taps; tap++)
                    {
                        result[to + taps - 1 - tap] = source[from + tap];
                    }
                }
            }
        }

        return OnnxTensor.FromFloats([inputs * groups, outputs, .. weights.Shape.Skip(2)], result, weights.Type);
    }
}
