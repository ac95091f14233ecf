using Glaze.Languages;
using Glaze.Protocol.Framing;
using Glaze.Protocol.Messages;

namespace Glaze.FakeEngine;

/// <summary>
/// Encoders that come and go at once: "slow" stays half fetched until it is cancelled, "gone" cannot be had, "broken" is damaged when it is verified.
/// </summary>
internal sealed class FakeModels
{
    private readonly Dictionary<string, ModelState> _states = new(StringComparer.Ordinal)
    {
        ["glaze-mini"] = ModelState.Ready,
        ["taesd"] = ModelState.Available,
        ["slow"] = ModelState.Available,
        ["gone"] = ModelState.Available,
        ["broken"] = ModelState.Ready,
        ["convert"] = ModelState.FileOnly,
        ["full-vae"] = ModelState.Ready,
    };

    private int? _slow;

    public void Answer(ModelsRequest request, FrameWriter writer)
    {
        switch (request.Action)
        {
            case ModelAction.Install when request.Model == "gone":
                writer.Write(new EngineFault(request.Job, FaultCode.ModelMissing, Language.Of(request.Language).Format("encoders.Gone", "Family gone", "fake.invalid"), ""));
                return;
            case ModelAction.Install when request.Model == "slow" && _states["slow"] == ModelState.Available:
                writer.Write(new ModelsProgress(request.Job, 5_000_000, 10_000_000));
                (_slow, _states["slow"]) = (request.Job, ModelState.Partial);
                return;
            case ModelAction.Install:
                writer.Write(new ModelsProgress(request.Job, 10_000_000, 10_000_000));
                _states[request.Model] = ModelState.Ready;
                break;
            case ModelAction.Import:
                _states["convert"] = ModelState.Ready;
                break;
            case ModelAction.Verify:
                _states[request.Model] = request.Model == "broken" ? ModelState.Damaged : ModelState.Ready;
                break;
            case ModelAction.Remove:
                _states[request.Model] = ModelState.Available;
                break;
        }

        writer.Write(new Models(
            request.Job,
            [.. _states.Select(pair => new ModelDescription(
                pair.Key, $"Family {pair.Key}", pair.Value, pair.Key == "glaze-mini", pair.Key == "full-vae", 10_000_000, pair.Value == ModelState.Partial ? 5_000_000 : 0, "MIT, © Nobody", "https://fake.invalid/licence", "fake.invalid"))],
            request.Action == ModelAction.Verify ? $"Verified {request.Model}." : null));
    }

    public void Cancel(int job, FrameWriter writer)
    {
        if (_slow == job)
        {
            _slow = null;
            writer.Write(new Cancelled(job));
        }
    }
}
