using Glaze.Cloaking.Audit;
using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;

namespace Glaze.Engine.Commands;

/// <summary>What every picture of a batch is cloaked and measured with.</summary>
internal sealed class CloakTools : IDisposable
{
    private readonly CloakingEngine _engine;
    private readonly CloakingEngine _strangers;
    private readonly ModelCatalog _models;

    public CloakTools(CloakingEngine engine, ModelCatalog models, BatchRequest request, CommandContext context)
    {
        (_engine, _models, Request, Context) = (engine, models, request, context);
        _strangers = new CloakingEngine(models);
    }

    public BatchRequest Request { get; }

    public CommandContext Context { get; }

    /// <summary>The device of the last picture.</summary>
    public DeviceUsed? Device => _engine.Device;

    /// <summary>The encoders that cloaks are computed on.</summary>
    /// <exception cref="UserException">One is not known.</exception>
    public SurrogateEnsemble Ensemble => _models.Ensemble(Request.Surrogates);

    /// <summary>Runs work over the sessions of the ensemble.</summary>
    public T Run<T>(Func<SessionPool, T> work) => _engine.Run(Request.Surrogates, Request.Device, work);

    /// <summary>What encoders see of a cloak, used for it or not: all treatments for a report, the quick four for the terminal alone.</summary>
    public ProtectionAudit Audit(PixelBuffer original, PixelBuffer cloaked, PlanarImage target)
    {
        var seen = Run(sessions => Measure(sessions, isUsed: true));
        var others = _models.Others(Ensemble);
        var unseen = others.Count == 0 ? [] : _strangers.Run(new SurrogateEnsemble(others), Request.Device, sessions => Measure(sessions, isUsed: false));
        return new ProtectionAudit([.. seen, .. unseen]);

        IReadOnlyList<EncoderAudit> Measure(SessionPool sessions, bool isUsed)
        {
            var audit = Request.ReportPath is null
                ? ProtectionAudit.Quick(sessions, original, cloaked, target, Context.CancellationToken)
                : ProtectionAudit.Full(sessions, original, cloaked, target, Context.CancellationToken);
            return [.. audit.Encoders.Select(encoder => encoder with { UsedForCloak = isUsed })];
        }
    }

    /// <summary>Which perceptual distance bounds the cloak of a picture.</summary>
    public string PerceptualMeasure(PixelBuffer picture) =>
        _models.Perceptual is { } network && Math.Min(picture.Width, picture.Height) >= network.MinimumSide ? _models.PerceptualName! : "embedded";

    public void Dispose() => _strangers.Dispose();
}
