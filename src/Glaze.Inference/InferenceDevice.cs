namespace Glaze.Inference;

/// <summary>A device that can compute models on this machine.</summary>
/// <param name="Provider">The provider to ask for in <see cref="SessionSettings"/>.</param>
/// <param name="AdapterIndex">The adapter to ask for; 0 for the CPU.</param>
/// <param name="Name">A name people recognise, such as the processor's or the graphics card's.</param>
/// <param name="Luid">The adapter's locally unique identifier on Windows, by which a host names its own adapter; otherwise null.</param>
/// <param name="MemoryBytes">Memory of the adapter's own, when known.</param>
/// <param name="Identity">What tells the adapter from the others after a restart too, which a LUID does not; null where there is nothing to choose.</param>
public sealed record InferenceDevice(
    ExecutionProvider Provider, int AdapterIndex, string Name, long? Luid = null, long? MemoryBytes = null, string? Identity = null);
