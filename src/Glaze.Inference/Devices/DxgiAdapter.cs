namespace Glaze.Inference.Devices;

/// <summary>One adapter in DXGI's order, which is the order DirectML counts in.</summary>
internal sealed record DxgiAdapter(int Index, string Name, long Luid, long MemoryBytes, bool IsSoftware);
