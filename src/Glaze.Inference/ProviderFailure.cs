namespace Glaze.Inference;

/// <summary>A provider that was tried and why it is not in use.</summary>
/// <param name="Provider">The provider that failed.</param>
/// <param name="Reason">One sentence for people.</param>
public sealed record ProviderFailure(ExecutionProvider Provider, string Reason);
