using Glaze.Protocol.Messages;

namespace Glaze.Client.Settings;

/// <summary>What the artist chooses in the dialog, and what the host saves with the effect for "repeat".</summary>
public sealed record CloakSettings
{
    /// <summary>The defaults: intensity 50, balanced, automatic style and device, seed 0.</summary>
    public static CloakSettings Default { get; } = new();

    /// <summary>The slider, 0 to 100.</summary>
    public int Intensity { get; init; } = 50;

    /// <summary>The effort.</summary>
    public RenderQuality Quality { get; init; } = RenderQuality.Balanced;

    /// <summary><see cref="CloakRequest.AutoStyle"/> or a style's name.</summary>
    public string Style { get; init; } = CloakRequest.AutoStyle;

    /// <summary>The device wanted.</summary>
    public DeviceKind Device { get; init; } = DeviceKind.Auto;

    /// <summary>The adapter wanted, its LUID; null = the engine chooses.</summary>
    public long? AdapterLuid { get; init; }

    /// <summary>Seed of every random draw.</summary>
    public int Seed { get; init; }

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
