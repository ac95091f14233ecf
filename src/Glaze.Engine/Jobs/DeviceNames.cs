using Glaze.Inference;

namespace Glaze.Engine.Jobs;

/// <summary>Finds the name of the device behind a provider.</summary>
internal static class DeviceNames
{
    public static string Of(ExecutionProvider provider, int adapterIndex) =>
        provider == ExecutionProvider.Torch ? DeviceCatalog.Optional().Name
        : DeviceCatalog.List().FirstOrDefault(device => device.Provider == provider && device.AdapterIndex == adapterIndex)?.Name
        ?? provider.DisplayName();
}
