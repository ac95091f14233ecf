using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Transforms;
using Glaze.Inference;

namespace Glaze.Cloaking.Objectives;

/// <summary>
/// The distance of an image's latents from target latents on every encoder of an ensemble, each divided by its distance at the
/// original, so that the loss starts near 1 and no encoder outweighs another.
/// </summary>
public sealed class LatentObjective : ICloakObjective
{
    private readonly ModelSession _session;
    private readonly Dictionary<string, float[]> _inputs = [];
    private readonly Dictionary<string, float[]> _outputs = [];
    private readonly float[] _loss = new float[1];

    /// <summary>Binds an objective to one view of one window.</summary>
    /// <param name="session">A session of the gradient graph for this shape (<see cref="SessionPool"/>).</param>
    /// <param name="ensemble">The encoders of that graph.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="originalLatents">Φ_k(x) of this view.</param>
    /// <param name="targetLatents">Φ_k(Ω(x, T)) of this view.</param>
    public LatentObjective(
        ModelSession session,
        SurrogateEnsemble ensemble,
        int height,
        int width,
        IReadOnlyList<float[]> originalLatents,
        IReadOnlyList<float[]> targetLatents)
    {
        _session = session;
        Height = height;
        Width = width;
        for (var k = 0; k < ensemble.Encoders.Count; k++)
        {
            _inputs[LatentGraphs.Target(k)] = targetLatents[k];
            var start = NormalizedDistance(ensemble.Encoders[k], originalLatents[k], targetLatents[k]);
            _inputs[LatentGraphs.Weight(k)] = [(float)(1 / (Math.Max(start, 1e-6) * ensemble.Encoders.Count))];
        }

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
        return _loss[0];
    }

    // mean( ((a − b) / σ)² ), as in the graph.
    private static double NormalizedDistance(SurrogateEncoder encoder, float[] left, float[] right)
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
