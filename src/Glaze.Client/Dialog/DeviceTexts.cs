using Glaze.Client.Resources;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Dialog;

/// <summary>The device line in words.</summary>
internal static class DeviceTexts
{
    /// <summary>What really computes and, after a fallback, why not what was tried first.</summary>
    /// <param name="device">What the engine said.</param>
    /// <returns>The line.</returns>
    public static UserText For(DeviceUse device) => device.Fallbacks.Count == 0
        ? new UserText(TextKey.DeviceUsed, device.Name, device.Kind)
        : new UserText(TextKey.DeviceFellBack, device.Name, device.Kind, device.Fallbacks[0].Kind, device.Fallbacks[0].Reason.TrimEnd('.', '。'));
}
