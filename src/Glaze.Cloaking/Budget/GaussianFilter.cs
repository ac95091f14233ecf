namespace Glaze.Cloaking.Budget;

/// <summary>
/// Separable Gaussian blur of one plane with zeros outside. The matrix is symmetric, so the filter is its own adjoint;
/// the perceptual distance and the gradient shaping rely on that.
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

    /// <summary>Blurs a row-major plane in place.</summary>
    public void Apply(Span<float> plane, int width, int height)
    {
        var scratch = new float[width * height];
        Rows(plane, scratch, width, height);
        Columns(scratch, plane, width, height);
    }

    private void Rows(ReadOnlySpan<float> from, float[] to, int width, int height)
    {
        for (var y = 0; y < height; y++)
        {
            var source = from.Slice(y * width, width);
            var target = to.AsSpan(y * width, width);
            for (var k = -_radius; k <= _radius; k++)
            {
                var start = Math.Max(0, -k);
                var length = Math.Min(width, width - k) - start;
                if (length > 0)
                {
                    AddScaled(source.Slice(start + k, length), _kernel[k + _radius], target.Slice(start, length));
                }
            }
        }
    }

    private void Columns(float[] from, Span<float> to, int width, int height)
    {
        to.Clear();
        for (var y = 0; y < height; y++)
        {
            var target = to.Slice(y * width, width);
            for (var k = -_radius; k <= _radius; k++)
            {
                if ((uint)(y + k) < (uint)height)
                {
                    AddScaled(from.AsSpan((y + k) * width, width), _kernel[k + _radius], target);
                }
            }
        }
    }

    private static void AddScaled(ReadOnlySpan<float> source, float weight, Span<float> target)
    {
        var i = 0;
        var lanes = System.Numerics.Vector<float>.Count;
        var scale = new System.Numerics.Vector<float>(weight);
        for (; i <= source.Length - lanes; i += lanes)
        {
            var sum = new System.Numerics.Vector<float>(target[i..]) + (new System.Numerics.Vector<float>(source[i..]) * scale);
            sum.CopyTo(target[i..]);
        }

        for (; i < source.Length; i++)
        {
            target[i] += source[i] * weight;
        }
    }
}
