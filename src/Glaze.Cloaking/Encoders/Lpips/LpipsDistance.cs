using Glaze.Cloaking.Budget;
using Glaze.Imaging;
using Glaze.Inference;

namespace Glaze.Cloaking.Encoders.Lpips;

/// <summary>LPIPS as the distance D of the penalty, with δ in 8-bit levels.</summary>
public sealed class LpipsDistance : IPerceptualDistance, IDisposable
{
    private const float Levels = 255;

    private readonly LpipsLoss _loss;
    private readonly PlanarImage _original;
    private readonly PlanarImage _image;
    private readonly PlanarImage _gradient;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Prepares the distance from one picture window.</summary>
    /// <param name="network">The weights.</param>
    /// <param name="original">The original, RGB, 0..1; each side at least the network's smallest.</param>
    /// <param name="settings">What computes.</param>
    /// <param name="cancellationToken">Stops the preparation and every evaluation.</param>
    /// <exception cref="ProviderLostException">The provider failed.</exception>
    public LpipsDistance(LpipsNetwork network, PlanarImage original, SessionSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(original);
        _loss = new LpipsLoss(network, original, settings, cancellationToken);
        _original = original;
        _image = new PlanarImage(original.Width, original.Height);
        _gradient = new PlanarImage(original.Width, original.Height);
        _cancellationToken = cancellationToken;
    }

    /// <inheritdoc/>
    public double Evaluate(PlanarImage delta, PlanarImage gradient)
    {
        for (var i = 0; i < _image.Values.Length; i++)
        {
            _image.Values[i] = _original.Values[i] + (delta.Values[i] / Levels);
        }

        var distance = _loss.Evaluate(_image, _gradient, _cancellationToken);
        for (var i = 0; i < _gradient.Values.Length; i++)
        {
            gradient.Values[i] = _gradient.Values[i] / Levels;
        }

        return distance;
    }

    /// <inheritdoc/>
    public void Dispose() => _loss.Dispose();
}
