namespace Glaze.Protocol.Messages;

/// <summary>A device that was wanted and could not be used.</summary>
/// <param name="Kind">How it was reached.</param>
/// <param name="Reason">Why, in a few words of the request's language.</param>
/// <param name="Detail">Why, in English and often in a driver's words: for a report, not for reading.</param>
public sealed record DeviceFallback(DeviceKind Kind, string Reason, string? Detail = null);
