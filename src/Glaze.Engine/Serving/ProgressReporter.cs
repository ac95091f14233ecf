using Glaze.Cloaking;
using Glaze.Engine.Jobs;
using Glaze.Protocol.Framing;
using Glaze.Protocol.Messages;
using CloakStage = Glaze.Protocol.Messages.CloakStage;

namespace Glaze.Engine.Serving;

/// <summary>Sends progress with an estimate of the remaining time, at most about ten times a second.</summary>
internal sealed class ProgressReporter(FrameWriter writer, int job, TimeProvider time) : IProgress<CloakStep>
{
    private readonly RemainingTime _time = new(time);
    private TimeSpan? _last;
    private double _fraction;
    private CloakStage _stage;

    /// <summary>The device to name in the next message.</summary>
    public DeviceUse? Device { get; set; }

    /// <summary>Where the work that reports now lies within the job, 0 to 1: all of it unless something else is said.</summary>
    public (double Start, double End) Part { get; set; } = (0, 1);

    /// <inheritdoc/>
    public void Report(CloakStep value) => Report(Translation.Of(value.Stage), value.Fraction);

    /// <summary>Sends progress; the share of the job never falls. The fraction is of <see cref="Part"/>.</summary>
    public void Report(CloakStage stage, double fraction)
    {
        var elapsed = _time.Elapsed;
        _fraction = Math.Max(_fraction, Part.Start + ((Part.End - Part.Start) * Math.Clamp(fraction, 0, 1)));
        if (stage == _stage && Device is null && _last is { } last && elapsed - last < TimeSpan.FromMilliseconds(100))
        {
            return;
        }

        _last = elapsed;
        _stage = stage;
        writer.Write(new CloakProgress(job, stage, _fraction, _time.Seconds(_fraction), Device));
        Device = null;
    }
}
