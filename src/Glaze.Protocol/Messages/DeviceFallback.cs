namespace Glaze.Protocol.Messages;

/// <summary>A device that was tried and could not be used.</summary>
/// <param name="Kind">How it was reached.</param>
/// <param name="Reason">Why it failed, one sentence in the request's language.</param>
public sealed record DeviceFallback(DeviceKind Kind, string Reason);
