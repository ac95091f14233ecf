using System.Globalization;

namespace Glaze.Inference.Devices;

/// <summary>One adapter in DXGI's order, which is the order DirectML counts in.</summary>
internal sealed record DxgiAdapter(int Index, string Name, long Luid, long MemoryBytes, bool IsSoftware)
{
    /// <summary>The vendor's and the device's number, as PCI knows them.</summary>
    public (uint Vendor, uint Device) Numbers { get; init; }

    /// <summary>
    /// What tells this adapter from the others and stays the same when the computer restarts: vendor, device and name, and for
    /// the second of two equal cards its number among them.
    /// </summary>
    /// <param name="all">All adapters, in DXGI's order.</param>
    public string IdentityAmong(IReadOnlyList<DxgiAdapter> all)
    {
        var alike = all.Where(other => other.Numbers == Numbers && string.Equals(other.Name, Name, StringComparison.Ordinal));
        var number = alike.TakeWhile(other => other.Index != Index).Count() + 1;
        var identity = string.Create(CultureInfo.InvariantCulture, $"{Numbers.Vendor:x4}:{Numbers.Device:x4} {Name}");
        return number == 1 ? identity : string.Create(CultureInfo.InvariantCulture, $"{identity} #{number}");
    }
}
