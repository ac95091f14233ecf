namespace Glaze.Protocol.Messages;

/// <summary>A device in the engine's catalogue.</summary>
/// <param name="Kind">How it is reached; never <see cref="DeviceKind.Auto"/>.</param>
/// <param name="Name">Its own name, such as "NVIDIA GeForce RTX 3060" or "AMD Ryzen 5 5600".</param>
/// <param name="AdapterLuid">The adapter's LUID (high part shifted left by 32, or low part), where it has one; another after a restart of the computer.</param>
/// <param name="Usable">False when the engine knows that it cannot use it.</param>
/// <param name="Reason">Why it is not usable; null when it is.</param>
/// <param name="Identity">What tells the adapter from others for as long as it is in the computer, such as "10de:2504 NVIDIA GeForce RTX 3060"; null where there is nothing to choose.</param>
public sealed record DeviceDescription(
    DeviceKind Kind, string Name, long? AdapterLuid = null, bool Usable = true, string? Reason = null, string? Identity = null);
