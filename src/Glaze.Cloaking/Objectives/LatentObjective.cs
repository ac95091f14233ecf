using Glaze.Cloaking.Arithmetic;
using Glaze.Cloaking.Encoders;
using Glaze.Imaging;
using Glaze.Inference;

namespace Glaze.Cloaking.Objectives;

/// <summary>
/// The distance of an image's latent from a target latent on one encoder, each family's part divided by its distance at the original, so
/// that the loss starts near 1 and no family of an ensemble outweighs another.
/// </summary>
public sealed class LatentObjective : ICloakObjective
{
    private readonly ModelSession _session;
    private readonly Dictionary<string, float[]> _inputs = [];
    private readonly Dictionary<string, float[]> _outputs = [];
    private readonly float[] _loss = new float[1];
    private readonly float[] _channelLosses;
    private readonly float[] _weights;
    private readonly IReadOnlyList<LatentFamily> _families;
    private readonly FamilyBalance? _balance;
    private readonly double[] _starts;
    private readonly float _scale;

    /// <summary>Binds an objective to one view of one window.</summary>
    /// <param name="session">A session of the encoder's gradient graph for this shape (<see cref="SessionPool"/>).</param>
    /// <param name="encoder">The encoder.</param>
    /// <param name="originalLatent">Φ(x) of this view.</param>
    /// <param name="targetLatent">Φ(Ω(x, T)) of this view.</param>
    /// <param name="precision">What the session's encoder computes in.</param>
    public LatentObjective(
        ModelSession session, SurrogateEncoder encoder, float[] originalLatent, float[] targetLatent, ComputePrecision precision = ComputePrecision.Single)
        : this(session, encoder, originalLatent, targetLatent, precision, null)
    {
    }

    internal LatentObjective(
        ModelSession session,
        SurrogateEncoder encoder,
        float[] originalLatent,
        float[] targetLatent,
        ComputePrecision precision,
        FamilyBalance? balance)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        ArgumentNullException.ThrowIfNull(targetLatent);

        // d loss / d latent is about 2/n for n elements, too small for binary16: the loss is scaled on the way (arXiv 1710.03740, section 3.2).
        _scale = precision == ComputePrecision.Half ? targetLatent.Length / 2f : 1;
        _session = session;
        _families = encoder.Families;
        _balance = balance;
        var distances = ChannelDistances(encoder, originalLatent, targetLatent);
        _starts = [.. _families.Select(family => Math.Max(Mean(distances, family), 1e-6))];
        _weights = new float[encoder.LatentChannels];
        _channelLosses = new float[encoder.LatentChannels];
        _inputs[LatentGraphs.Target] = targetLatent;
        _inputs[LatentGraphs.Weight] = _weights;
        _outputs[LatentGraphs.Loss] = _loss;
        _outputs[LatentGraphs.ChannelLoss] = _channelLosses;
    }

    /// <inheritdoc/>
    public double Evaluate(PlanarImage image, PlanarImage gradient, CancellationToken cancellationToken)
    {
        _inputs[LatentGraphs.Image] = image.Values;
        _outputs[LatentGraphs.Gradient] = gradient.Values;
        SetWeights();
        _session.Run(_inputs, _outputs, cancellationToken);
        if (_scale != 1)
        {
            VectorMath.Scale(gradient.Values, 1 / _scale);
        }

        return Record();
    }

    /// <summary>mean( ((a − b) / σ)² ) over channels and places.</summary>
    internal static double NormalizedDistance(SurrogateEncoder encoder, float[] left, float[] right) => ChannelDistances(encoder, left, right).Average();

    /// <summary>mean( ((a − b) / σ)² ) over the places of each channel, as in the graph.</summary>
    internal static double[] ChannelDistances(SurrogateEncoder encoder, float[] left, float[] right)
    {
        var plane = left.Length / encoder.LatentChannels;
        var distances = new double[encoder.LatentChannels];
        for (var c = 0; c < distances.Length; c++)
        {
            var deviation = Math.Max(encoder.LatentDeviation[c], 1e-6f);
            distances[c] = VectorMath.SquaredDistance(left.AsSpan(c * plane, plane), right.AsSpan(c * plane, plane)) / (deviation * deviation * plane);
        }

        return distances;
    }

    private static double Mean(ReadOnlySpan<double> channels, LatentFamily family)
    {
        var sum = 0.0;
        foreach (var value in channels.Slice(family.Start, family.Channels))
        {
            sum += value;
        }

        return sum / family.Channels;
    }

    // w_c = weight of the family / (distance at the original · its channels · families).
    private void SetWeights()
    {
        var shares = _balance?.Weights(_families.Select(family => family.StandsFor));
        for (var f = 0; f < _families.Count; f++)
        {
            var (_, start, channels) = _families[f];
            var weight = _scale * (shares?[f] ?? 1) / (_starts[f] * channels * _families.Count);
            _weights.AsSpan(start, channels).Fill((float)weight);
        }
    }

    // The mean over families of what is left of their distance, whatever they weigh.
    private double Record()
    {
        var sum = 0.0;
        var losses = Array.ConvertAll(_channelLosses, value => (double)value);
        for (var f = 0; f < _families.Count; f++)
        {
            var left = Mean(losses, _families[f]) / _starts[f];
            _balance?.Record(_families[f].StandsFor, left);
            sum += left;
        }

        return sum / _families.Count;
    }
}
