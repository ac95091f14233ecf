using System.Text.Json.Serialization;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Settings;

/// <summary>What the artist chooses in the dialog, and what the host saves with the effect for "repeat".</summary>
/// <param name="Intensity">The slider, 0 to 100.</param>
/// <param name="Quality">The effort.</param>
/// <param name="Style"><see cref="CloakRequest.AutoStyle"/> or a style's name.</param>
/// <param name="Device">The device wanted.</param>
/// <param name="Adapter">The graphics card wanted, by its <see cref="DeviceDescription.Identity"/>, which a restart of the computer does not change; null = the engine chooses.</param>
/// <param name="Seed">Seed of every random draw.</param>
/// <param name="Flat">What flat colour may carry.</param>
/// <param name="Encoders">The encoders to compute on, as <see cref="EncoderChoice"/> has it; empty = the usual ones.</param>
public sealed record CloakSettings(
    int Intensity = CloakRequest.DefaultIntensity,
    RenderQuality Quality = RenderQuality.Balanced,
    string Style = CloakRequest.AutoStyle,
    DeviceKind Device = DeviceKind.Auto,
    string? Adapter = null,
    int Seed = 0,
    FlatColour Flat = FlatColour.Clean,
    string Encoders = "")
{
    /// <summary>What the card is called until the computer restarts; filled in for sending and never saved. Null = the engine chooses.</summary>
    [JsonIgnore]
    public long? AdapterLuid { get; init; }

    /// <summary>The defaults: middle intensity, balanced, automatic style and device, seed 0.</summary>
    public static CloakSettings Default { get; } = new();

    /// <summary>The same settings with every value brought into its range; unknown choices become the default ones.</summary>
    /// <returns>Settings that are safe to send.</returns>
    public CloakSettings Clamp() => this with
    {
        Intensity = Math.Clamp(Intensity, 0, 100),
        Quality = Enum.IsDefined(Quality) ? Quality : RenderQuality.Balanced,
        Style = string.IsNullOrEmpty(Style) || Style.Length > Protocol.ProtocolLimits.MaxNameCharacters ? CloakRequest.AutoStyle : Style,
        Device = Enum.IsDefined(Device) ? Device : DeviceKind.Auto,
        Adapter = string.IsNullOrEmpty(Adapter) || Adapter.Length > Protocol.ProtocolLimits.MaxNameCharacters ? null : Adapter,
        Flat = Enum.IsDefined(Flat) ? Flat : FlatColour.Clean,
        Encoders = Encoders is { Length: <= Protocol.ProtocolLimits.MaxNameCharacters } ? Encoders : "",
        AdapterLuid = null,
    };

    /// <summary>
    /// The same settings for the cards that are there now: the wanted one by its present number, and the automatic choice when it
    /// is not there any more. What is left to the engine goes to the card that the host draws with.
    /// </summary>
    /// <param name="devices">The engine's devices; null = unknown as yet.</param>
    /// <param name="hostAdapterLuid">The host's card; null = unknown.</param>
    /// <returns>Settings that can be sent.</returns>
    public CloakSettings ForDevices(IReadOnlyList<DeviceDescription>? devices, long? hostAdapterLuid)
    {
        var wanted = this;
        if (Adapter is not null && devices is not null)
        {
            var card = devices.FirstOrDefault(device =>
                device.Usable && device.Kind == Device && string.Equals(device.Identity, Adapter, StringComparison.Ordinal));
            wanted = card is null
                ? this with { Device = DeviceKind.Auto, Adapter = null }
                : this with { AdapterLuid = card.AdapterLuid };
        }

        return wanted is { AdapterLuid: null, Device: DeviceKind.Auto or DeviceKind.DirectMl }
            ? wanted with { AdapterLuid = hostAdapterLuid }
            : wanted;
    }
}
