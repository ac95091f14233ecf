using Glaze.Imaging;
using Glaze.Inference;
using Glaze.Onnx;

namespace Glaze.Cloaking.Encoders.Lpips;

/// <summary>
/// LPIPS between a fixed original and changing versions of it: the perceptual distance D of the objective
/// (arXiv 2302.04222, eq. 3) where its weights are installed. One evaluation at a time.
/// </summary>
public sealed class LpipsLoss : IDisposable
{
    private readonly ModelSession _session;
    private readonly Dictionary<string, float[]> _inputs = new(StringComparer.Ordinal);
    private readonly float[] _distance = new float[1];

    /// <summary>Prepares the distance from one picture window; computes its features.</summary>
    /// <param name="network">The weights.</param>
    /// <param name="original">The original, RGB, 0..1; each side at least the network's smallest.</param>
    /// <param name="settings">What computes.</param>
    /// <param name="cancellationToken">Stops the preparation.</param>
    /// <exception cref="ProviderLostException">The provider failed.</exception>
    public LpipsLoss(LpipsNetwork network, PlanarImage original, SessionSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(original);
        using (var features = ModelSession.Create(OnnxModelWriter.Write(LpipsGraph.FeatureModel(network, original.Width, original.Height)), settings))
        {
            foreach (var output in features.Outputs)
            {
                _inputs.Add(output.Name, new float[output.ElementCount]);
            }

            features.Run(new Dictionary<string, float[]>(StringComparer.Ordinal) { [LpipsGraph.Image] = original.Values }, _inputs, cancellationToken);
        }

        _session = ModelSession.Create(LpipsGraph.Objective(network, original.Width, original.Height), settings);
    }

    /// <summary>Computes the distance to a version of the original, and its gradient.</summary>
    /// <param name="image">The version, RGB, 0..1.</param>
    /// <param name="gradient">Receives d distance / d image, same size.</param>
    /// <param name="cancellationToken">Stops the step between two operators.</param>
    /// <returns>The distance, 0 or more.</returns>
    /// <exception cref="ProviderLostException">The provider failed.</exception>
    public double Evaluate(PlanarImage image, PlanarImage gradient, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(gradient);
        _inputs[LpipsGraph.Image] = image.Values;
        _session.Run(
            _inputs,
            new Dictionary<string, float[]>(StringComparer.Ordinal) { [LpipsGraph.Distance] = _distance, [LpipsGraph.Gradient] = gradient.Values },
            cancellationToken);
        return _distance[0];
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();
}
