using Glaze.Inference;
using Glaze.Protocol.Messages;

namespace Glaze.Engine.Jobs;

/// <summary>A way to compute in everybody's words; its name for people is <see cref="ExecutionProviderNames.DisplayName"/>.</summary>
/// <param name="Word">On the command line and in reports.</param>
/// <param name="Provider">To the runtime.</param>
/// <param name="Kind">In messages; null for what the dialog does not offer.</param>
internal sealed record Device(string Word, ExecutionProvider Provider, DeviceKind? Kind);
