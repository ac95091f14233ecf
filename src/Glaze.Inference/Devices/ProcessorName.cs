using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace Glaze.Inference.Devices;

/// <summary>The processor's brand name.</summary>
internal static class ProcessorName
{
    private const int FirstBrandLeaf = unchecked((int)0x80000002);
    private const int LastBrandLeaf = unchecked((int)0x80000004);
    private const int HighestLeafQuery = unchecked((int)0x80000000);

    /// <summary>For example "AMD Ryzen 7 5800X 8-Core Processor"; the architecture's name where the processor does not tell.</summary>
    public static string Read()
    {
        if (!X86Base.IsSupported || (uint)X86Base.CpuId(HighestLeafQuery, 0).Eax < unchecked((uint)LastBrandLeaf))
        {
            return $"{RuntimeInformation.ProcessArchitecture} processor";
        }

        Span<int> registers = stackalloc int[12];
        for (var leaf = FirstBrandLeaf; leaf <= LastBrandLeaf; leaf++)
        {
            var at = (leaf - FirstBrandLeaf) * 4;
            (registers[at], registers[at + 1], registers[at + 2], registers[at + 3]) = X86Base.CpuId(leaf, 0);
        }

        var brand = Encoding.ASCII.GetString(MemoryMarshal.AsBytes(registers)).TrimEnd('\0').Trim();
        return string.Join(' ', brand.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
