using Glaze.Cloaking;
using Glaze.Cloaking.Audit;
using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Objectives;
using Glaze.Cloaking.Views;
using Glaze.Engine.Models;
using Glaze.Imaging;

namespace Glaze.Engine.Jobs;

/// <summary>
/// The one workshop behind both doors, the command line and the serving loop: chooses a picture's style, makes its cloak and measures it.
/// Keeps the targets last painted.
/// </summary>
/// <param name="engine">Computes cloaks, and what the encoders used for them see.</param>
/// <param name="models">The encoders at hand.</param>
/// <param name="strangers">Computes what the other encoders see; null where nobody asks them.</param>
internal sealed class CloakWork(CloakingEngine engine, ModelCatalog models, CloakingEngine? strangers = null)
{
    // A draft and a refined preview of the same picture.
    private const int HeldTargets = 2;

    private readonly List<(string Key, PlanarImage Target)> _targets = [];

    /// <summary>Which pictures were cloaked here.</summary>
    public CloakedPictures Cloaked { get; } = new(models.Folder);

    /// <summary>The device of the last work.</summary>
    public DeviceUsed? Device => engine.Device;

    /// <summary>The encoders that a choice names.</summary>
    /// <exception cref="UserException">One is not known.</exception>
    public SurrogateEnsemble Ensemble(WorkChoice choice) => models.Ensemble(choice.Surrogates);

    /// <summary>Runs work over the sessions of the encoders chosen; again on the next device when one fails.</summary>
    public T Run<T>(WorkChoice choice, Func<SessionPool, T> work) => engine.Run(choice.Surrogates, choice.Device, work);

    /// <summary>The style that the percentile rule draws for a picture.</summary>
    public string ChooseStyle(WorkChoice choice, PixelBuffer picture, CloakSettings settings, CancellationToken cancellationToken) =>
        Run(choice, sessions => new Cloaker(sessions).ChooseStyle(picture, settings, cancellationToken)).Name;

    /// <summary>Makes a cloak.</summary>
    /// <param name="choice">On what and with what.</param>
    /// <param name="job">The picture, and what is wanted.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="targetKey">Names all that the picture redrawn in the style depends on but its size, so that it is painted once; null to keep nothing.</param>
    /// <param name="started">Told the device each time one begins.</param>
    /// <param name="cancellationToken">Stops within a step.</param>
    public CloakOutcome Cloak(
        WorkChoice choice,
        CloakJob job,
        IProgress<CloakStep> progress,
        string? targetKey = null,
        Action<DeviceUsed>? started = null,
        CancellationToken cancellationToken = default) => Run(choice, sessions =>
    {
        started?.Invoke(engine.Device!);
        if (targetKey is null)
        {
            return new Cloaker(sessions).Cloak(job, progress, cancellationToken);
        }

        var key = $"{targetKey} {job.Original.Width}x{job.Original.Height}";
        var outcome = new Cloaker(sessions).Cloak(job with { Target = _targets.Find(entry => entry.Key == key).Target }, progress, cancellationToken);
        Hold(key, outcome.Target);
        return outcome;
    });

    /// <summary>What the encoders that a cloak was computed on see of it, and, where strangers are asked, what the others at hand see.</summary>
    /// <param name="choice">On what and with what the cloak was made.</param>
    /// <param name="pictures">The picture, its cloak, and Ω(x, T).</param>
    /// <param name="isFull">All treatments at full size, for a report; else the quick four.</param>
    /// <param name="cancellationToken">Stops between encoder runs.</param>
    public ProtectionAudit Audit(WorkChoice choice, AuditedPictures pictures, bool isFull, CancellationToken cancellationToken)
    {
        var seen = Run(choice, sessions => Measure(sessions, isUsed: true));
        return new ProtectionAudit([.. seen, .. Unseen()]);

        IReadOnlyList<EncoderAudit> Unseen() => strangers is not null && models.Others(Ensemble(choice)) is { Count: > 0 } others
            ? strangers.Run(new SurrogateEnsemble(others), choice.Device, sessions => Measure(sessions, isUsed: false))
            : [];

        IReadOnlyList<EncoderAudit> Measure(SessionPool sessions, bool isUsed)
        {
            var audit = isFull
                ? ProtectionAudit.Full(sessions, pictures.Original, pictures.Cloaked, pictures.Target, null, cancellationToken)
                : ProtectionAudit.Quick(sessions, pictures.Original, pictures.Cloaked, pictures.Target, cancellationToken);
            return [.. audit.Encoders.Select(encoder => encoder with { UsedForCloak = isUsed })];
        }
    }

    /// <summary>What a model sees of a cloaked picture.</summary>
    /// <param name="choice">The device; the encoder is the best one at hand.</param>
    /// <param name="original">The picture without a cloak.</param>
    /// <param name="cloaked">The same with its cloak.</param>
    /// <param name="seenBy">Through which encoder, and how much of its movement is shown.</param>
    /// <param name="cancellationToken">Stops within a window.</param>
    public PixelBuffer Look(WorkChoice choice, PixelBuffer original, PixelBuffer cloaked, out ViewEncoder seenBy, CancellationToken cancellationToken)
    {
        var encoder = ModelViewSource.Encoder(models);
        seenBy = encoder;
        return Run(choice, sessions => new ModelView(ModelViewSource.Decoder, encoder, sessions).Render(original, cloaked, cancellationToken));
    }

    /// <summary>Which perceptual distance bounds the cloak of a picture.</summary>
    public string PerceptualMeasure(PixelBuffer picture) =>
        models.Perceptual is { } network && Math.Min(picture.Width, picture.Height) >= network.MinimumSide ? models.PerceptualName! : "embedded";

    private void Hold(string key, PlanarImage target)
    {
        _targets.RemoveAll(entry => entry.Key == key);
        _targets.Add((key, target));
        if (_targets.Count > HeldTargets)
        {
            _targets.RemoveAt(0);
        }
    }
}
