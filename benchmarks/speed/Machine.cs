using System.Runtime.Intrinsics.X86;

namespace Glaze.Benchmarks.Speed;

/// <summary>What the figures depend on beside the processor's name.</summary>
internal static class Machine
{
    /// <summary>Cores and the widest vectors.</summary>
    public static string Describe() => $"{Environment.ProcessorCount} cores, {(Avx512F.IsSupported ? "AVX-512" : Avx2.IsSupported ? "AVX2" : "no AVX2")}";

    /// <summary>How many programs want to run, over the last minute.</summary>
    public static string Load() => $"load {(File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown")}";
}
