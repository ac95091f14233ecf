using System.Numerics.Tensors;
using Glaze.Cloaking.Arithmetic;
using Glaze.Imaging;

namespace Glaze.Cloaking.Transforms;

/// <summary>Adds Gaussian noise; the gradient passes unchanged. Every value depends on the seed and its place alone.</summary>
internal sealed class NoiseTransform(int height, int width, double sigma, int seed) : IImageTransform
{
    public int OutputHeight => height;

    public int OutputWidth => width;

    public float[] Apply(float[] image)
    {
        var result = new float[image.Length];
        RowBands.Run(image.Length / width, CancellationToken.None, (first, end) =>
        {
            var band = result.AsSpan(first * width, (end - first) * width);
            Fill(band, first * width);
            TensorPrimitives.MultiplyAdd(band, (float)sigma, image.AsSpan(first * width, band.Length), band);
        });
        return result;
    }

    public float[] Adjoint(float[] gradient) => gradient;

    // Box–Muller: two independent normal values from two uniform ones; the first half takes the cosines, the second the sines.
    private void Fill(Span<float> values, int index)
    {
        var half = (values.Length + 1) / 2;
        var radius = new float[half];
        var angle = new float[half];
        PixelHash.Fill(radius, index, seed);
        PixelHash.Fill(angle, index + half, seed);

        // √(−2 ln u) and 2π·u.
        TensorPrimitives.Multiply(angle, 2 * MathF.PI, angle);
        TensorPrimitives.Log(radius, radius);
        TensorPrimitives.Multiply(radius, -2f, radius);
        TensorPrimitives.Sqrt(radius, radius);
        TensorPrimitives.Cos(angle, values[..half]);
        TensorPrimitives.Multiply(radius, values[..half], values[..half]);
        var rest = values[half..];
        TensorPrimitives.Sin(angle.AsSpan(0, rest.Length), rest);
        TensorPrimitives.Multiply(radius.AsSpan(0, rest.Length), rest, rest);
    }
}
