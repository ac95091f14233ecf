using Glaze.Inference;
using Glaze.Protocol.Messages;

namespace Glaze.Engine.Jobs;

/// <summary>The ways to compute that people can choose.</summary>
internal static class Devices
{
    /// <summary>The word for leaving the choice to the engine.</summary>
    public const string Automatic = "auto";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Device> All { get; } =
    [
        new("cpu", ExecutionProvider.Cpu, DeviceKind.Cpu),
        new("directml", ExecutionProvider.DirectMl, DeviceKind.DirectMl),
        new("webgpu", ExecutionProvider.WebGpu, DeviceKind.WebGpu),
        new("torch", ExecutionProvider.Torch, Kind: null),
    ];

    /// <summary>Their words on the command line, the automatic choice first.</summary>
    public static string[] Words => [Automatic, .. All.Select(device => device.Word)];

    /// <summary>The device of a word of the command line; null for the automatic choice.</summary>
    public static Device? Find(string word) => All.FirstOrDefault(device => device.Word == word);

    /// <summary>The device of a provider.</summary>
    public static Device Of(ExecutionProvider provider) => All.First(device => device.Provider == provider);

    /// <summary>The device that a message asks for; null for the automatic choice.</summary>
    public static Device? Of(DeviceKind kind) => All.FirstOrDefault(device => device.Kind == kind);
}
