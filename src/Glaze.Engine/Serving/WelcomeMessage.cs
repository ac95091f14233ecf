using Glaze.Engine.Jobs;
using Glaze.Engine.Models;
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
        DeviceCatalog.List().Select(device => new DeviceDescription(Devices.Of(device.Provider).Kind!.Value, device.Name, device.Luid, Identity: device.Identity)).ToList(),
        StyleCatalog.All.Select(style => new StyleDescription(style.Name, Names.Of(style, language))).ToList(),
        models.Descriptions(language).Select(model => new SurrogateDescription(model.Name, model.StandsFor, Installed: true)).ToList())
    {
        ModelsFolder = models.Folder,
    };
}
