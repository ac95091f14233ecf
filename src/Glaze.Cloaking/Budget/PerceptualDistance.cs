using Glaze.Cloaking.Transforms;

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
    public double Evaluate(ReadOnlySpan<float> delta, Span<float> gradient)
    {
        var plane = _width * _height;
        delta.CopyTo(gradient);
        var sum = 0.0;
        for (var c = 0; c < 3; c++)
        {
            var values = gradient.Slice(c * plane, plane);
            Eye.Apply(values, _width, _height);
            for (var i = 0; i < plane; i++)
            {
                sum += _weights[i] * values[i] * values[i];
                values[i] *= _weights[i];
            }

            Eye.Apply(values, _width, _height);
        }

        // d/dδ c·√(S/n) = c / (n·√(S/n)) · Gᵀ V G δ, with Gᵀ = G.
        var root = Math.Sqrt(sum / (3.0 * plane));
        VectorMath.Scale(gradient, (float)(root > 0 ? Calibration / (3.0 * plane * root) : 0));
        return Calibration * root;
    }
}
