using Glaze.Engine.Jobs;
using Glaze.Languages;
using Glaze.Protocol.Messages;

namespace Glaze.Engine.Serving;

/// <summary>The device line in the protocol's words.</summary>
internal static class DeviceMessages
{
    public static DeviceUse Of(DeviceUsed device, Language language) => new(
        Devices.Of(device.Provider).Kind!.Value,
        device.Name,
        device.Failures
            .Select(failure => new DeviceFallback(Devices.Of(failure.Provider).Kind!.Value, language[$"devices.{failure.Cause}"], failure.Reason))
            .ToList());
}
