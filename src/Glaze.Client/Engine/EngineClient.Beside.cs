using Glaze.Client.Pixels;
using Glaze.Protocol;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Engine;

/// <summary>What is asked beside cloak jobs: what a model sees, and the encoders.</summary>
public sealed partial class EngineClient
{
    /// <summary>Asks what a model sees of the preview that was refined last. Cancelling it never costs the engine its life.</summary>
    /// <param name="cancellationToken">Cancels the job.</param>
    /// <returns>What it sees of the original and of the cloaked preview.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="EngineFaultException">The engine answered with a fault: it holds no preview, say; otherwise as <see cref="RunAsync"/>.</exception>
    public async Task<ModelViewPicture> LookAsync(CancellationToken cancellationToken = default)
    {
        using var activity = BeginActivity();
        var connection = await ConnectAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        var number = connection.NextJob();
        var job = new EngineJob(new ModelViewRequest(number, _options.Language), number, default, default, new JobObserver());
        var answer = await AnswerAsync(connection, job, cancellationToken, CancellationToken.None).ConfigureAwait(false);
        var view = (ModelView)answer.Message;
        var half = view.Width * view.Height * ProtocolLimits.BytesPerPixel;
        return new ModelViewPicture(answer.Pixels[..half], answer.Pixels[half..], view.Width, view.Height, view.Region, view.Family, view.Estimated);
    }

    /// <summary>Lists the encoders, after doing something with one of them. Runs beside cloak jobs, however long it takes.</summary>
    /// <param name="action">What to do first.</param>
    /// <param name="model">The encoder; empty where none is meant.</param>
    /// <param name="file">The file to import; null otherwise.</param>
    /// <param name="progress">Told, on the client's reading thread, how much has arrived; may be null.</param>
    /// <param name="cancellationToken">Stops it; what has arrived stays.</param>
    /// <returns>The encoders as they are afterwards, with what was found.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="EngineFaultException">It failed; the message is a sentence for the artist; otherwise as <see cref="RunAsync"/>.</exception>
    public async Task<Models> AskModelsAsync(
        ModelAction action, string model = "", string? file = null, Action<ModelsProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using var activity = BeginActivity();
        var connection = await ConnectAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        var number = connection.NextJob();
        var request = new ModelsRequest(number, action, model, file, _options.Language);
        var job = new EngineJob(request, number, default, default, new JobObserver(Models: progress));
        var answer = await AnswerAsync(connection, job, cancellationToken, CancellationToken.None).ConfigureAwait(false);
        return (Models)answer.Message;
    }
}
