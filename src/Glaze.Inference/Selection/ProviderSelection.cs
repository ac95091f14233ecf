namespace Glaze.Inference.Selection;

/// <summary>The session that could be started and the providers that could not.</summary>
/// <param name="Session">Ready to run; the caller disposes it.</param>
/// <param name="Failures">What was tried before, in order; empty when the first choice worked.</param>
public sealed record ProviderSelection(ModelSession Session, IReadOnlyList<ProviderFailure> Failures);
