namespace Glaze.Inference;

/// <summary>How a session computes.</summary>
/// <param name="Provider">What computes the model.</param>
/// <param name="Threads">Processor threads inside one operator; 0 means one per logical processor.</param>
/// <param name="AdapterIndex">DirectML only: position of the graphics adapter in DXGI's order, as <see cref="DeviceCatalog"/> lists it.</param>
/// <param name="AllowsCpuOperators">Whether a graphics provider may leave single operators it has no kernel for to the CPU; if not, it refuses the model.</param>
public sealed record SessionSettings(
    ExecutionProvider Provider = ExecutionProvider.Cpu,
    int Threads = 0,
    int AdapterIndex = 0,
    bool AllowsCpuOperators = true);
