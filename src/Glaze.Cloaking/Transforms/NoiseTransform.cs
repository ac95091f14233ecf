using System.Numerics.Tensors;
using Glaze.Cloaking.Arithmetic;
using Glaze.Imaging;

namespace Glaze.Cloaking.Transforms;

/// <summary>Adds Gaussian noise; the gradient passes unchanged. Every value depends on the seed and its place alone.</summary>
internal sealed class NoiseTransform(double sigma, int seed) : IImageTransform
{
    public PlanarImage Apply(PlanarImage image)
    {
        var width = image.Width;
        var result = new PlanarImage(width, image.Height);
        RowBands.Run(PlanarImage.ChannelCount * image.Height, CancellationToken.None, (first, end) =>
        {
            var band = result.Values.AsSpan(first * width, (end - first) * width);
            Fill(band, first * width);
            TensorPrimitives.MultiplyAdd(band, (float)sigma, image.Values.AsSpan(first * width, band.Length), band);
        });
        return result;
    }

    public PlanarImage Adjoint(PlanarImage gradient) => gradient;

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
