namespace Glaze.Inference;

/// <summary>What computes a model, as ONNX Runtime names it, or the optional pack.</summary>
public enum ExecutionProvider
{
    /// <summary>The processor. Always there; its results do not depend on the number of threads.</summary>
    Cpu,

    /// <summary>Any Direct3D 12 graphics adapter on Windows.</summary>
    DirectMl,

    /// <summary>Any graphics adapter reachable through Dawn: Vulkan on Linux, Direct3D 12 on Windows.</summary>
    WebGpu,

    /// <summary>libtorch through TorchSharp, on the processor or an NVIDIA card: an optional pack that differentiates by itself.</summary>
    Torch,
}
