using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Transforms;
using Glaze.Inference;

namespace Glaze.Cloaking.Objectives;

/// <summary>
/// The distance of an image's latent from a target latent on one encoder, divided by the distance at the original, so that the
/// loss starts near 1 and no encoder of an ensemble outweighs another.
/// </summary>
public sealed class LatentObjective : ICloakObjective
{
    private readonly ModelSession _session;
    private readonly Dictionary<string, float[]> _inputs = [];
    private readonly Dictionary<string, float[]> _outputs = [];
    private readonly float[] _loss = new float[1];
    private readonly float _scale;

    /// <summary>Binds an objective to one view of one window.</summary>
    /// <param name="session">A session of the encoder's gradient graph for this shape (<see cref="SessionPool"/>).</param>
    /// <param name="encoder">The encoder.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="originalLatent">Φ(x) of this view.</param>
    /// <param name="targetLatent">Φ(Ω(x, T)) of this view.</param>
    /// <param name="precision">What the session's encoder computes in.</param>
    public LatentObjective(
        ModelSession session, SurrogateEncoder encoder, int height, int width, float[] originalLatent, float[] targetLatent, ComputePrecision precision = ComputePrecision.Single)
    {
        ArgumentNullException.ThrowIfNull(targetLatent);

        // d loss / d latent is about 2/n for n elements, too small for binary16: the loss is scaled on the way (arXiv 1710.03740, section 3.2).
        _scale = precision == ComputePrecision.Half ? targetLatent.Length / 2f : 1;
        _session = session;
        Height = height;
        Width = width;
        var start = NormalizedDistance(encoder, originalLatent, targetLatent);
        _inputs[LatentGraphs.Target] = targetLatent;
        _inputs[LatentGraphs.Weight] = [_scale * (float)(1 / Math.Max(start, 1e-6))];
        _outputs[LatentGraphs.Loss] = _loss;
    }

    /// <inheritdoc/>
    public int Height { get; }

    /// <inheritdoc/>
    public int Width { get; }

    /// <inheritdoc/>
    public double Evaluate(float[] image, float[] gradient, CancellationToken cancellationToken)
    {
        _inputs[LatentGraphs.Image] = image;
        _outputs[LatentGraphs.Gradient] = gradient;
        _session.Run(_inputs, _outputs, cancellationToken);
        if (_scale != 1)
        {
            VectorMath.Scale(gradient, 1 / _scale);
        }

        return _loss[0] / _scale;
    }

    /// <summary>mean( ((a − b) / σ)² ), as in the graph.</summary>
    internal static double NormalizedDistance(SurrogateEncoder encoder, float[] left, float[] right)
    {
        var plane = left.Length / encoder.LatentChannels;
        var sum = 0.0;
        for (var c = 0; c < encoder.LatentChannels; c++)
        {
            var deviation = Math.Max(encoder.LatentDeviation[c], 1e-6f);
            sum += VectorMath.SquaredDistance(left.AsSpan(c * plane, plane), right.AsSpan(c * plane, plane)) / (deviation * deviation);
        }

        return sum / left.Length;
    }
}
