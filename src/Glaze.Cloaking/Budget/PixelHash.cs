namespace Glaze.Cloaking.Budget;

/// <summary>Independent-looking numbers by position and seed, the same on every machine and for any order of visits.</summary>
internal static class PixelHash
{
    /// <summary>A number in 0 (included) .. 1 (excluded).</summary>
    public static double Unit(int index, int seed)
    {
        // The finaliser of MurmurHash3 (public domain, A. Appleby) over index and seed.
        var h = unchecked((uint)index + (0x9E3779B9u * (uint)(seed + 1)));
        h = unchecked((h ^ (h >> 16)) * 0x85EBCA6Bu);
        h = unchecked((h ^ (h >> 13)) * 0xC2B2AE35u);
        return (h ^ (h >> 16)) / 4294967296.0;
    }
}
