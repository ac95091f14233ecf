using Glaze.Protocol.Messages;

namespace Glaze.Client.Settings;

/// <summary>What the artist chooses in the dialog, and what the host saves with the effect for "repeat".</summary>
/// <param name="Intensity">The slider, 0 to 100.</param>
/// <param name="Quality">The effort.</param>
/// <param name="Style"><see cref="CloakRequest.AutoStyle"/> or a style's name.</param>
/// <param name="Device">The device wanted.</param>
/// <param name="AdapterLuid">The adapter wanted, its LUID; null = the engine chooses.</param>
/// <param name="Seed">Seed of every random draw.</param>
public sealed record CloakSettings(
    int Intensity = 50,
    RenderQuality Quality = RenderQuality.Balanced,
    string Style = CloakRequest.AutoStyle,
    DeviceKind Device = DeviceKind.Auto,
    long? AdapterLuid = null,
    int Seed = 0)
{
    /// <summary>The defaults: intensity 50, balanced, automatic style and device, seed 0.</summary>
    public static CloakSettings Default { get; } = new();

    /// <summary>The same settings with every value brought into its range; unknown choices become the default ones.</summary>
    /// <returns>Settings that are safe to send.</returns>
    public CloakSettings Clamp() => this with
    {
        Intensity = Math.Clamp(Intensity, 0, 100),
        Quality = Enum.IsDefined(Quality) ? Quality : RenderQuality.Balanced,
        Style = string.IsNullOrEmpty(Style) || Style.Length > Protocol.ProtocolLimits.MaxNameCharacters ? CloakRequest.AutoStyle : Style,
        Device = Enum.IsDefined(Device) ? Device : DeviceKind.Auto,
    };
}
