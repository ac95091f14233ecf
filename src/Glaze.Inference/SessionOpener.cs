namespace Glaze.Inference;

/// <summary>Loads a model on the provider that the settings name, as <see cref="ModelSession.Create"/> does.</summary>
/// <param name="model">What to compute.</param>
/// <param name="settings">Provider, threads and adapter.</param>
/// <returns>Ready to run; the caller disposes it.</returns>
public delegate ModelSession SessionOpener(SessionModel model, SessionSettings settings);
