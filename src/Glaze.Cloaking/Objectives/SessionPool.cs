using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Encoders.Lpips;
using Glaze.Imaging;
using Glaze.Inference;
using Glaze.Inference.Native;
using Glaze.Onnx;

namespace Glaze.Cloaking.Objectives;

/// <summary>
/// Keeps one warm session per encoder, window shape and kind of graph, for the shapes used last. Not safe for concurrent use.
/// </summary>
public sealed class SessionPool : IDisposable
{
    /// <summary>
    /// The number of shapes that are kept: the full and the half resolution of a draft and of the preview or picture after it, and the
    /// audit's. An objective is good until as many other shapes have been asked for.
    /// </summary>
    internal const int MostShapes = 5;

    private readonly SessionSettings _settings;
    private readonly LpipsNetwork? _perceptual;
    private readonly ComputePrecision _precision;
    private readonly SessionOpener _open;
    private readonly Dictionary<(SurrogateEncoder Encoder, bool Gradient, int Width, int Height), ModelSession> _sessions = [];
    private readonly List<SessionPool> _lanes = [];

    // The shape used last comes last.
    private readonly List<(int Width, int Height)> _shapes = [];

    // Encoders this small need about 150 MB for a window of 512²; the published ones 1 GB and more.
    private const long LargestInLanes = 1_000_000;

    // Loading takes a multiple of the weights' memory for a moment.
    private const long LargestLoadedAhead = 10_000_000;

    /// <summary>Creates an empty pool.</summary>
    /// <param name="ensemble">The encoders.</param>
    /// <param name="settings">Provider and threads of every session.</param>
    /// <param name="perceptual">LPIPS weights, where installed.</param>
    /// <param name="precision">What gradients are computed in, for encoders that tolerate it.</param>
    /// <param name="open">Opens sessions; null for this machine's.</param>
    public SessionPool(
        SurrogateEnsemble ensemble,
        SessionSettings settings,
        LpipsNetwork? perceptual = null,
        ComputePrecision precision = ComputePrecision.Single,
        SessionOpener? open = null)
    {
        _open = open ?? ModelSession.Create;
        _precision = precision;
        _perceptual = perceptual;
        Ensemble = ensemble;
        _settings = settings;
    }

    /// <summary>The encoders.</summary>
    public SurrogateEnsemble Ensemble { get; }

    /// <summary>The provider that the sessions run on.</summary>
    public ExecutionProvider Provider => _settings.Provider;

    /// <summary>Sessions that are open, those of the lanes too.</summary>
    internal int SessionCount => _sessions.Count + _lanes.Sum(lane => lane.SessionCount);

    /// <summary>
    /// Pools that may run beside each other, together on as many threads as this one: pools of one thread each on a processor with small
    /// encoders, since two steps side by side take less time than two steps one after the other on two threads; else this pool alone.
    /// </summary>
    /// <param name="most">The largest number that is of use.</param>
    /// <returns>One pool or more; all stay this pool's.</returns>
    public IReadOnlyList<SessionPool> Lanes(int most)
    {
        var threads = _settings.Threads > 0 ? _settings.Threads : Environment.ProcessorCount;
        var count = Math.Min(most, threads);
        if (count < 2 || Provider != ExecutionProvider.Cpu || _perceptual is not null
            || Ensemble.Encoders.Any(encoder => encoder.ParameterCount > LargestInLanes))
        {
            return [this];
        }

        while (_lanes.Count < count)
        {
            _lanes.Add(new SessionPool(Ensemble, _settings with { Threads = threads / count }, open: _open));
        }

        return _lanes.GetRange(0, count);
    }

    /// <summary>Loads the sessions that a cloak needs of a shape, side by side, but for the largest encoders, whose turn comes when they are used.</summary>
    /// <param name="width">Width in pixels, a multiple of the ensemble's alignment.</param>
    /// <param name="height">Height in pixels, likewise.</param>
    /// <param name="cancellationToken">Stops between two sessions; none is kept then.</param>
    public void Load(int width, int height, CancellationToken cancellationToken)
    {
        Touch(width, height);
        var missing = Ensemble.Encoders
            .Select(encoder => encoder.Guide)
            .Where(encoder => encoder.ParameterCount <= LargestLoadedAhead)
            .SelectMany(encoder => ((bool[])[true, false]).Select(gradient => (encoder, gradient, width, height)))
            .Where(key => !_sessions.ContainsKey(key))
            .ToList();
        var sessions = new ModelSession?[missing.Count];
        try
        {
            WorkThreads.For(missing.Count, cancellationToken, i => sessions[i] = Open(missing[i].encoder, missing[i].gradient, width, height));
        }
        catch
        {
            Array.ForEach(sessions, session => session?.Dispose());
            throw;
        }

        for (var i = 0; i < sessions.Length; i++)
        {
            _sessions.Add(missing[i], sessions[i]!);
        }
    }

    /// <summary>Computes the latents of an image.</summary>
    /// <param name="image">RGB, 0..1; each side a multiple of the ensemble's alignment.</param>
    /// <param name="cancellationToken">Stops within the run.</param>
    /// <returns>One latent per encoder, C·h·w values.</returns>
    public IReadOnlyList<float[]> Latents(PlanarImage image, CancellationToken cancellationToken) =>
        Ensemble.Encoders.Select(encoder => Latent(encoder, image, cancellationToken)).ToList();

    /// <summary>The objective that pulls a view's latent toward a target's on one encoder.</summary>
    /// <param name="encoder">One of the ensemble's encoders.</param>
    /// <param name="original">The untouched view, RGB, 0..1.</param>
    /// <param name="target">The target view, same size.</param>
    /// <param name="cancellationToken">Stops within the run.</param>
    /// <returns>The objective.</returns>
    public LatentObjective Objective(
        SurrogateEncoder encoder, PlanarImage original, PlanarImage target, CancellationToken cancellationToken) =>
        Objective(encoder, original, target, null, cancellationToken);

    /// <summary>The same, its families weighed by a balance that several objectives share.</summary>
    internal LatentObjective Objective(
        SurrogateEncoder encoder, PlanarImage original, PlanarImage target, FamilyBalance? balance, CancellationToken cancellationToken) =>
        new(
            Session(encoder, gradient: true, original.Width, original.Height),
            encoder,
            Latent(encoder, original, cancellationToken),
            Latent(encoder, target, cancellationToken),
            Precision(encoder),
            balance);

    /// <summary>Closes the sessions of a shape, when it will not be needed again soon.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    public void Release(int width, int height)
    {
        _shapes.Remove((width, height));
        var keys = _sessions.Keys.Where(key => key.Width == width && key.Height == height).ToList();
        foreach (var key in keys)
        {
            _sessions.Remove(key, out var session);
            session?.Dispose();
        }

        if (keys.Count > 0)
        {
            InferenceMemory.GiveBack();
        }
    }

    /// <summary>LPIPS from a view, if its weights are installed and the view is large enough.</summary>
    /// <param name="original">The untouched view, RGB, 0..1.</param>
    /// <param name="cancellationToken">Stops the preparation and every evaluation.</param>
    /// <returns>The distance, to be disposed of by the caller; null to use the embedded one.</returns>
    public LpipsDistance? LearnedDistance(PlanarImage original, CancellationToken cancellationToken) =>
        _perceptual is { } network && Math.Min(original.Width, original.Height) >= network.MinimumSide
            ? new LpipsDistance(network, original, _settings, cancellationToken)
            : null;

    /// <summary>Opens a session of any graph on the pool's device.</summary>
    /// <param name="model">What to compute.</param>
    /// <returns>Ready to run; the caller disposes it.</returns>
    public ModelSession OpenBeside(SessionModel model) => _open(model, _settings);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var session in _sessions.Values)
        {
            session.Dispose();
        }

        _sessions.Clear();
        _shapes.Clear();
        _lanes.ForEach(lane => lane.Dispose());
        _lanes.Clear();
    }

    private ComputePrecision Precision(SurrogateEncoder encoder) => encoder.ToleratesHalfPrecision ? _precision : ComputePrecision.Single;

    private float[] Latent(SurrogateEncoder encoder, PlanarImage image, CancellationToken cancellationToken)
    {
        var latent = new float[encoder.LatentChannels * (image.Height / encoder.Downscale) * (image.Width / encoder.Downscale)];
        Session(encoder, gradient: false, image.Width, image.Height).Run(
            new Dictionary<string, float[]> { [LatentGraphs.Image] = image.Values },
            new Dictionary<string, float[]> { [LatentGraphs.Latent] = latent },
            cancellationToken);
        return latent;
    }

    private ModelSession Session(SurrogateEncoder encoder, bool gradient, int width, int height)
    {
        Touch(width, height);
        var key = (encoder, gradient, width, height);
        if (!_sessions.TryGetValue(key, out var session))
        {
            session = Open(encoder, gradient, width, height);
            _sessions.Add(key, session);
        }

        return session;
    }

    // Before a shape is opened there is room for it: the one that was not used for longest goes.
    private void Touch(int width, int height)
    {
        _shapes.Remove((width, height));
        while (_shapes.Count >= MostShapes)
        {
            Release(_shapes[0].Width, _shapes[0].Height);
        }

        _shapes.Add((width, height));
    }

    private ModelSession Open(SurrogateEncoder encoder, bool gradient, int width, int height)
    {
        SessionModel model = gradient
            ? LatentGraphs.Objective(encoder, width, height, Precision(encoder))
            : OnnxModelWriter.Write(LatentGraphs.Forward(encoder, width, height));
        return _open(model, _settings);
    }
}
