using System.Buffers;
using System.Numerics.Tensors;
using Glaze.Imaging;
using Glaze.Imaging.Resampling;

namespace Glaze.Cloaking.Arithmetic;

/// <summary>
/// Separable Gaussian blur of planes with zeros outside. The matrix is symmetric, so the filter is its own adjoint;
/// the perceptual distance and the gradient shaping rely on that. Every value is summed in the order of the kernel, so results
/// depend neither on the number of threads nor on the width of a vector.
/// </summary>
internal sealed class GaussianFilter
{
    private readonly float[] _kernel;
    private readonly int _radius;

    /// <summary>Builds the kernel, cut off at 2.5 σ and normalised to sum 1.</summary>
    /// <param name="sigma">Standard deviation in pixels, above 0.</param>
    public GaussianFilter(double sigma)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sigma);
        _radius = Math.Max(1, (int)Math.Ceiling(2.5 * sigma));
        _kernel = new float[(2 * _radius) + 1];
        var sum = 0.0;
        for (var i = -_radius; i <= _radius; i++)
        {
            sum += Math.Exp(-i * i / (2 * sigma * sigma));
        }

        for (var i = -_radius; i <= _radius; i++)
        {
            _kernel[i + _radius] = (float)(Math.Exp(-i * i / (2 * sigma * sigma)) / sum);
        }
    }

    /// <summary>How far a pixel's influence reaches, in pixels.</summary>
    public int Radius => _radius;

    /// <summary>Blurs in place every one of the row-major planes that an array consists of.</summary>
    public void Apply(float[] planes, int width, int height)
    {
        var scratch = ArrayPool<float>.Shared.Rent(planes.Length);
        RowBands.Run(planes.Length / width, CancellationToken.None, (first, end) => Rows(planes, scratch, width, first, end));
        RowBands.Run(planes.Length / width, CancellationToken.None, (first, end) => Columns(scratch, planes, width, height, first, end));
        ArrayPool<float>.Shared.Return(scratch);
    }

    /// <summary>Divides planes by the blurred ones, G 1: gives back what the zeros outside took away near borders.</summary>
    public void Normalize(float[] planes, int width, int height)
    {
        var ones = new float[width];
        var covered = new float[width];
        Array.Fill(ones, 1f);
        Rows(ones, covered, width, 0, 1);
        RowBands.Run(planes.Length / width, CancellationToken.None, (first, end) => Divide(planes, covered, width, height, first, end));
    }

    private void Rows(float[] from, float[] to, int width, int first, int end)
    {
        var padded = ArrayPool<float>.Shared.Rent(width + (2 * _radius));
        padded.AsSpan(0, _radius).Clear();
        padded.AsSpan(_radius + width, _radius).Clear();
        for (var y = first; y < end; y++)
        {
            from.AsSpan(y * width, width).CopyTo(padded.AsSpan(_radius));
            WeightedRows.Sum(padded, 1, _kernel, to.AsSpan(y * width, width));
        }

        ArrayPool<float>.Shared.Return(padded);
    }

    private void Columns(float[] from, float[] to, int width, int height, int first, int end)
    {
        for (var row = first; row < end; row++)
        {
            var (above, weights) = Reach(row % height, height);
            WeightedRows.Sum(from.AsSpan((row - above) * width), width, weights.Span, to.AsSpan(row * width, width));
        }
    }
    // G 1 is the same in every row that sees as many rows above and below.
    private void Divide(float[] planes, float[] covered, int width, int height, int first, int end)
    {
        var divisor = new float[width];
        var reached = -1;
        for (var row = first; row < end; row++)
        {
            var (above, weights) = Reach(row % height, height);
            if (reached != (above * _kernel.Length) + weights.Length)
            {
                reached = (above * _kernel.Length) + weights.Length;
                WeightedRows.Sum(covered, 0, weights.Span, divisor);
            }

            var values = planes.AsSpan(row * width, width);
            TensorPrimitives.Divide(values, divisor, values);
        }
    }

    // How many rows above take part, and the weights from the first to the last that does; rows of other planes do not.
    private (int Above, ReadOnlyMemory<float> Weights) Reach(int y, int height)
    {
        var above = Math.Min(_radius, y);
        var below = Math.Min(_radius, height - 1 - y);
        return (above, _kernel.AsMemory(_radius - above, above + 1 + below));
    }
}
