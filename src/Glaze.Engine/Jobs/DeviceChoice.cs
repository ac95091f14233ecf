using Glaze.Inference;

namespace Glaze.Engine.Jobs;

/// <summary>What should compute.</summary>
/// <param name="Wanted">The provider asked for, or null for the best one that works.</param>
/// <param name="Threads">Processor threads, 0 for all.</param>
/// <param name="AdapterIndex">The graphics adapter, by DXGI index.</param>
internal sealed record DeviceChoice(ExecutionProvider? Wanted = null, int Threads = 0, int AdapterIndex = 0);
