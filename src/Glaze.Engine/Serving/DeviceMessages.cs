using Glaze.Protocol.Messages;

namespace Glaze.Engine.Serving;

/// <summary>The device line in the protocol's words.</summary>
internal static class DeviceMessages
{
    public static DeviceUse Of(DeviceUsed device, string language) => new(
        WelcomeMessage.Kind(device.Provider),
        device.Name,
        device.Failures
            .Select(failure => new DeviceFallback(
                WelcomeMessage.Kind(failure.Provider),
                language == "ja" ? $"使用できませんでした: {failure.Reason}" : failure.Reason))
            .ToList());
}
