using System.Numerics;
using Glaze.Cloaking.Arithmetic;
using Glaze.Imaging;

namespace Glaze.Cloaking.Budget;

/// <summary>
/// The embedded perceptual distance D(x, x + δ), differentiable in closed form: the root mean square of δ after the blur of
/// the eye, each pixel divided by what the texture and brightness there hide:
/// D = c · √( mean_i V_i · (G δ)_i² ), V = 1 / (1 + τ·M)², G Gaussian. c is set so that ±8 levels of noise on a busy texture give about 0.05,
/// the published default budget (arXiv 2302.04222, section 5). Stands in for LPIPS while its weights are not installed.
/// </summary>
public sealed class PerceptualDistance : IPerceptualDistance
{
    private const float MaskingStrength = 4f;
    private const double Calibration = 0.055;

    private static readonly GaussianFilter Eye = new(0.8);

    private readonly float[] _weights;
    private readonly int _width;
    private readonly int _height;

    /// <summary>Prepares the distance from one picture window.</summary>
    /// <param name="mask">Visibility of each pixel, 0..1, row-major (<see cref="VisibilityMask"/>).</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    public PerceptualDistance(ReadOnlySpan<float> mask, int width, int height)
    {
        _width = width;
        _height = height;
        _weights = new float[mask.Length];
        for (var i = 0; i < mask.Length; i++)
        {
            var masking = 1 + (MaskingStrength * mask[i]);
            _weights[i] = 1 / (masking * masking);
        }
    }

    /// <inheritdoc/>
    public double Evaluate(PlanarImage delta, PlanarImage gradient)
    {
        var plane = _width * _height;
        var values = gradient.Values;
        delta.Values.CopyTo(values, 0);
        Eye.Apply(values, _width, _height);
        var sums = new double[3 * _height];
        RowBands.Run(3 * _height, CancellationToken.None, (first, end) =>
        {
            for (var row = first; row < end; row++)
            {
                sums[row] = Weigh(values.AsSpan(row * _width, _width), _weights.AsSpan(row % _height * _width, _width));
            }
        });
        Eye.Apply(values, _width, _height);
        var sum = sums.Sum();

        // d/dδ c·√(S/n) = c / (n·√(S/n)) · Gᵀ V G δ, with Gᵀ = G.
        var root = Math.Sqrt(sum / (3.0 * plane));
        VectorMath.Scale(values, (float)(root > 0 ? Calibration / (3.0 * plane * root) : 0));
        return Calibration * root;
    }

    // v ← w·v; returns Σ w·v² in double precision.
    private static double Weigh(Span<float> values, ReadOnlySpan<float> weights)
    {
        var lanes = Vector<float>.Count;
        var sum = Vector<double>.Zero;
        var i = 0;
        for (; i <= values.Length - lanes; i += lanes)
        {
            var value = new Vector<float>(values[i..]);
            var weighed = value * new Vector<float>(weights[i..]);
            Vector.Widen(value * weighed, out var low, out var high);
            sum += low + high;
            weighed.CopyTo(values[i..]);
        }

        var total = Vector.Sum(sum);
        for (; i < values.Length; i++)
        {
            var weighed = values[i] * weights[i];
            total += values[i] * weighed;
            values[i] = weighed;
        }

        return total;
    }
}
