namespace Glaze.Protocol.Messages;

/// <summary>A device in the engine's catalogue.</summary>
/// <param name="Kind">How it is reached; never <see cref="DeviceKind.Auto"/>.</param>
/// <param name="Name">Its own name, such as "NVIDIA GeForce RTX 3060" or "AMD Ryzen 5 5600".</param>
/// <param name="AdapterLuid">The adapter's LUID (high part shifted left by 32, or low part), where it has one.</param>
/// <param name="Usable">False when the engine knows that it cannot use it.</param>
/// <param name="Reason">Why it is not usable; null when it is.</param>
public sealed record DeviceDescription(DeviceKind Kind, string Name, long? AdapterLuid = null, bool Usable = true, string? Reason = null);
