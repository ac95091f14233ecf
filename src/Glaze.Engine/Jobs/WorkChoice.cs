namespace Glaze.Engine.Jobs;

/// <summary>What a picture is cloaked on and with.</summary>
/// <param name="Surrogates">The names of the encoders; empty for all small ones at hand.</param>
/// <param name="Device">What should compute.</param>
internal sealed record WorkChoice(IReadOnlyList<string> Surrogates, DeviceChoice Device);
