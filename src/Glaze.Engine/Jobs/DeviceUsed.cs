using Glaze.Inference;
using Glaze.Inference.Selection;

namespace Glaze.Engine.Jobs;

/// <summary>What really computed, and why not something better.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Name">The device's own name.</param>
/// <param name="Failures">Providers tried before it, in order, each with the reason it was not used.</param>
internal sealed record DeviceUsed(ExecutionProvider Provider, string Name, IReadOnlyList<ProviderFailure> Failures);
