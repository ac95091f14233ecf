using Glaze.Imaging.Painterly;
using Glaze.Inference;
using Glaze.Languages;
using Glaze.Protocol;
using Glaze.Protocol.Messages;

namespace Glaze.Engine.Serving;

/// <summary>What the engine says of itself at the start.</summary>
internal static class WelcomeMessage
{
    public static Welcome Create(ModelCatalog models, Language language) => new(
        ProtocolVersion.Current,
        ProductVersion.Text,
        DeviceCatalog.List().Select(device => new DeviceDescription(Kind(device.Provider), device.Name, device.Luid, Identity: device.Identity)).ToList(),
        StyleCatalog.All.Select(style => new StyleDescription(style.Name, Names.Of(style, language))).ToList(),
        models.Descriptions(language).Select(model => new SurrogateDescription(model.Name, model.StandsFor, Installed: true)).ToList())
    {
        ModelsFolder = models.Folder,
    };

    /// <summary>A provider in the protocol's words.</summary>
    public static DeviceKind Kind(ExecutionProvider provider) => provider switch
    {
        ExecutionProvider.DirectMl => DeviceKind.DirectMl,
        ExecutionProvider.WebGpu => DeviceKind.WebGpu,
        _ => DeviceKind.Cpu,
    };

    /// <summary>A wanted device as a provider; null for automatic.</summary>
    public static ExecutionProvider? Provider(DeviceKind kind) => kind switch
    {
        DeviceKind.DirectMl => ExecutionProvider.DirectMl,
        DeviceKind.WebGpu => ExecutionProvider.WebGpu,
        DeviceKind.Cpu => ExecutionProvider.Cpu,
        _ => null,
    };
}
