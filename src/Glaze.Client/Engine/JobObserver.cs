using Glaze.Client.Pixels;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Engine;

/// <summary>What a caller wants to hear while a job runs. Called on the client's reading thread: be quick, do not block.</summary>
/// <param name="Progress">Every progress message.</param>
/// <param name="Preview">Every preview, the last one included.</param>
/// <param name="Models">How much of an encoder has arrived.</param>
public sealed record JobObserver(Action<CloakProgress>? Progress = null, Action<PreviewPicture>? Preview = null, Action<ModelsProgress>? Models = null);
