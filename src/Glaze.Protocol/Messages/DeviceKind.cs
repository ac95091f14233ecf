namespace Glaze.Protocol.Messages;

/// <summary>What computes: a choice in a request, a fact in a result.</summary>
public enum DeviceKind
{
    /// <summary>The engine chooses: DirectML, else WebGPU, else the processor. Only in requests.</summary>
    Auto,

    /// <summary>The processor.</summary>
    Cpu,

    /// <summary>A graphics card through DirectML.</summary>
    DirectMl,

    /// <summary>A graphics card through WebGPU.</summary>
    WebGpu,
}
