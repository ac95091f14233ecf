using Glaze.Languages;
using Glaze.Protocol.Messages;

namespace Glaze.Engine.Serving;

/// <summary>The device line in the protocol's words.</summary>
internal static class DeviceMessages
{
    public static DeviceUse Of(DeviceUsed device, Language language) => new(
        WelcomeMessage.Kind(device.Provider),
        device.Name,
        device.Failures
            .Select(failure => new DeviceFallback(WelcomeMessage.Kind(failure.Provider), language[$"devices.{failure.Cause}"], failure.Reason))
            .ToList());
}
