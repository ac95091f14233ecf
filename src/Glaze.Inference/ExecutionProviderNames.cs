namespace Glaze.Inference;

/// <summary>The names of execution providers.</summary>
public static class ExecutionProviderNames
{
    /// <summary>The name people read: CPU, DirectML, WebGPU, TorchSharp.</summary>
    public static string DisplayName(this ExecutionProvider provider) => provider switch
    {
        ExecutionProvider.Cpu => "CPU",
        ExecutionProvider.DirectMl => "DirectML",
        ExecutionProvider.WebGpu => "WebGPU",
        ExecutionProvider.Torch => "TorchSharp",
        _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "No such execution provider."),
    };

    /// <summary>The name by which ONNX Runtime lists the provider among those it was built with.</summary>
    internal static string RuntimeName(this ExecutionProvider provider) => provider switch
    {
        ExecutionProvider.Cpu => "CPUExecutionProvider",
        ExecutionProvider.DirectMl => "DmlExecutionProvider",
        ExecutionProvider.WebGpu => "WebGpuExecutionProvider",
        _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "No such execution provider."),
    };
}
