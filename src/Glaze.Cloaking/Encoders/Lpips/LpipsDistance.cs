using Glaze.Cloaking.Budget;
using Glaze.Inference;

namespace Glaze.Cloaking.Encoders.Lpips;

/// <summary>LPIPS as the distance D of the penalty, with δ in 8-bit levels.</summary>
public sealed class LpipsDistance : IPerceptualDistance, IDisposable
{
    private const float Levels = 255;

    private readonly LpipsLoss _loss;
    private readonly float[] _original;
    private readonly float[] _image;
    private readonly float[] _gradient;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Prepares the distance from one picture window.</summary>
    /// <param name="network">The weights.</param>
    /// <param name="original">The original, planar C,H,W, RGB, 0..1.</param>
    /// <param name="height">H in pixels, at least the network's smallest side.</param>
    /// <param name="width">W in pixels, likewise.</param>
    /// <param name="settings">What computes.</param>
    /// <param name="cancellationToken">Stops the preparation and every evaluation.</param>
    /// <exception cref="ProviderLostException">The provider failed.</exception>
    public LpipsDistance(LpipsNetwork network, float[] original, int height, int width, SessionSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(original);
        _loss = new LpipsLoss(network, original, height, width, settings, cancellationToken);
        _original = original;
        _image = new float[original.Length];
        _gradient = new float[original.Length];
        _cancellationToken = cancellationToken;
    }

    /// <inheritdoc/>
    public double Evaluate(float[] delta, float[] gradient)
    {
        for (var i = 0; i < _image.Length; i++)
        {
            _image[i] = _original[i] + (delta[i] / Levels);
        }

        var distance = _loss.Evaluate(_image, _gradient, _cancellationToken);
        for (var i = 0; i < _gradient.Length; i++)
        {
            gradient[i] = _gradient[i] / Levels;
        }

        return distance;
    }

    /// <inheritdoc/>
    public void Dispose() => _loss.Dispose();
}
