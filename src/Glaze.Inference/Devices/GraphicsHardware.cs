using Glaze.Inference.Native;
using Microsoft.ML.OnnxRuntime;

namespace Glaze.Inference.Devices;

/// <summary>The graphics adapters that ONNX Runtime's own device discovery finds.</summary>
internal static class GraphicsHardware
{
    private static readonly Lazy<IReadOnlyList<string>> Adapters = new(Find);

    /// <summary>True when a real graphics adapter is here.</summary>
    public static bool IsPresent => Adapters.Value.Count > 0;

    /// <summary>The first adapter's name.</summary>
    public static string Name => IsPresent ? Adapters.Value[0] : "no graphics adapter";

    private static string[] Find()
    {
        RuntimeEnvironment.Start();
        return
        [
            .. OrtEnv.Instance().GetHardwareDevices()
                .Where(device => device.Type == OrtHardwareDeviceType.GPU)
                .Select(NameOf),
        ];
    }

    private static string NameOf(OrtHardwareDevice device) =>
        device.Metadata.Entries.TryGetValue("Description", out var description) && description.Length > 0
            ? description
            : $"{VendorName(device.VendorId) ?? device.Vendor} graphics adapter {device.DeviceId:x4}".TrimStart();

    // PCI vendor numbers.
    private static string? VendorName(uint vendor) => vendor switch
    {
        0x10de => "NVIDIA",
        0x1002 => "AMD",
        0x8086 => "Intel",
        0x106b => "Apple",
        0x5143 => "Qualcomm",
        _ => null,
    };
}
