
namespace Glaze.Protocol.Messages;

/// <summary>The engine's answer to <see cref="Hello"/>. Its kind byte and <paramref name="ProtocolVersion"/> stay the same in every version.</summary>
/// <param name="ProtocolVersion">The version the engine speaks.</param>
/// <param name="EngineVersion">The engine's product version, such as "0.1.0".</param>
/// <param name="Devices">Every device the engine knows of, the preferred one first.</param>
/// <param name="Styles">Every target style that can be picked by name.</param>
/// <param name="Surrogates">Every surrogate encoder, embedded, installed or installable.</param>
public sealed record Welcome(
    int ProtocolVersion,
    string EngineVersion,
    IReadOnlyList<DeviceDescription> Devices,
    IReadOnlyList<StyleDescription> Styles,
    IReadOnlyList<SurrogateDescription> Surrogates) : Message(FrameKind.Welcome)
{
    /// <summary>The folder of installed models, whose files decide results; null = there is none.</summary>
    public string? ModelsFolder { get; init; }

    /// <inheritdoc/>
    public override void Validate()
    {
        Require.Name(EngineVersion, "engineVersion");
        Require.List(Devices, "devices");
        Require.List(Styles, "styles");
        Require.List(Surrogates, "surrogates");
        Require.That(
            ModelsFolder is null or { Length: <= ProtocolLimits.MaxPathCharacters },
            $"modelsFolder is longer than {ProtocolLimits.MaxPathCharacters} characters.");
        foreach (var device in Devices)
        {
            Require.Defined(device.Kind, "devices.kind");
            Require.Name(device.Name, "devices.name");
            Require.Name(device.Identity ?? string.Empty, "devices.identity");
        }
    }
}
