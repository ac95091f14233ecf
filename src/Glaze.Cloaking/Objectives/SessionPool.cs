using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Encoders.Lpips;
using Glaze.Inference;
using Glaze.Onnx;

namespace Glaze.Cloaking.Objectives;

/// <summary>Keeps one warm session per window shape and kind of graph. Not safe for concurrent use.</summary>
public sealed class SessionPool : IDisposable
{
    private const int MaximumSessions = 12;

    private readonly SessionSettings _settings;
    private readonly LpipsNetwork? _perceptual;
    private readonly Dictionary<(bool Gradient, int Height, int Width), ModelSession> _sessions = [];
    private readonly Queue<(bool Gradient, int Height, int Width)> _order = [];

    /// <summary>Creates an empty pool.</summary>
    /// <param name="ensemble">The encoders its graphs hold.</param>
    /// <param name="settings">Provider and threads of every session.</param>
    /// <param name="perceptual">LPIPS weights, where installed.</param>
    public SessionPool(SurrogateEnsemble ensemble, SessionSettings settings, LpipsNetwork? perceptual = null)
    {
        _perceptual = perceptual;
        Ensemble = ensemble;
        _settings = settings;
    }

    /// <summary>The encoders.</summary>
    public SurrogateEnsemble Ensemble { get; }

    /// <summary>The provider that the sessions run on.</summary>
    public ExecutionProvider Provider => _settings.Provider;

    /// <summary>Computes the latents of an image.</summary>
    /// <param name="image">(1, 3, H, W), RGB, 0..1.</param>
    /// <param name="height">H in pixels, a multiple of the ensemble's alignment.</param>
    /// <param name="width">W in pixels, likewise.</param>
    /// <param name="cancellationToken">Stops within the run.</param>
    /// <returns>One latent per encoder, C·h·w values.</returns>
    public IReadOnlyList<float[]> Latents(float[] image, int height, int width, CancellationToken cancellationToken)
    {
        var latents = Ensemble.Encoders
            .Select(encoder => new float[encoder.LatentChannels * (height / encoder.Downscale) * (width / encoder.Downscale)])
            .ToList();
        var outputs = latents.Select((latent, k) => (Name: LatentGraphs.Latent(k), latent)).ToDictionary(pair => pair.Name, pair => pair.latent);
        Session(gradient: false, height, width).Run(new Dictionary<string, float[]> { [LatentGraphs.Image] = image }, outputs, cancellationToken);
        return latents;
    }

    /// <summary>The objective that pulls a view's latents toward a target's.</summary>
    /// <param name="original">The untouched view, (1, 3, H, W), 0..1.</param>
    /// <param name="target">The target view, same shape.</param>
    /// <param name="height">H in pixels.</param>
    /// <param name="width">W in pixels.</param>
    /// <param name="cancellationToken">Stops within the run.</param>
    /// <returns>The objective.</returns>
    public LatentObjective Objective(float[] original, float[] target, int height, int width, CancellationToken cancellationToken) =>
        new(
            Session(gradient: true, height, width),
            Ensemble,
            height,
            width,
            Latents(original, height, width, cancellationToken),
            Latents(target, height, width, cancellationToken));

    /// <summary>LPIPS from a view, if its weights are installed and the view is large enough.</summary>
    /// <param name="original">The untouched view, (1, 3, H, W), 0..1.</param>
    /// <param name="height">H in pixels.</param>
    /// <param name="width">W in pixels.</param>
    /// <param name="cancellationToken">Stops the preparation and every evaluation.</param>
    /// <returns>The distance, to be disposed of by the caller; null to use the embedded one.</returns>
    public LpipsDistance? LearnedDistance(float[] original, int height, int width, CancellationToken cancellationToken) =>
        _perceptual is { } network && Math.Min(height, width) >= network.MinimumSide
            ? new LpipsDistance(network, original, height, width, _settings, cancellationToken)
            : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var session in _sessions.Values)
        {
            session.Dispose();
        }

        _sessions.Clear();
    }

    private ModelSession Session(bool gradient, int height, int width)
    {
        var key = (gradient, height, width);
        if (_sessions.TryGetValue(key, out var session))
        {
            return session;
        }

        if (_sessions.Count >= MaximumSessions)
        {
            var oldest = _order.Dequeue();
            _sessions.Remove(oldest, out var unused);
            unused?.Dispose();
        }

        var model = gradient ? LatentGraphs.LossAndGradient(Ensemble, height, width) : LatentGraphs.Forward(Ensemble, height, width);
        session = ModelSession.Create(OnnxModelWriter.Write(model), _settings);
        _sessions.Add(key, session);
        _order.Enqueue(key);
        return session;
    }
}
