namespace Glaze.Protocol.Messages;

/// <summary>The device really used, and why not a better one.</summary>
/// <param name="Kind">How it is reached; never <see cref="DeviceKind.Auto"/>.</param>
/// <param name="Name">Its own name, such as "NVIDIA GeForce RTX 3060".</param>
/// <param name="Fallbacks">Devices tried before it and why each failed, in order; empty when the first was good.</param>
public sealed record DeviceUse(DeviceKind Kind, string Name, IReadOnlyList<DeviceFallback> Fallbacks)
{
    internal void Validate()
    {
        Require.Defined(Kind, "device.kind");
        Require.List(Fallbacks, "device.fallbacks");
        foreach (var fallback in Fallbacks)
        {
            Require.Defined(fallback.Kind, "device.fallbacks.kind");
        }
    }
}
