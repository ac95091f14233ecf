using System.Numerics;

namespace Glaze.Cloaking.Arithmetic;

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

    /// <summary>Numbers above 0 up to 1 (included) for consecutive indices; as even as <see cref="Unit"/>, in single precision.</summary>
    public static void Fill(Span<float> values, int index, int seed)
    {
        // Above 0: the smallest is half a step of 2⁻²⁴.
        const float Step = 1f / 16777216;
        var start = new Vector<uint>(unchecked((uint)index + (0x9E3779B9u * (uint)(seed + 1))));
        var lanes = Vector<uint>.Indices;
        Span<float> block = stackalloc float[Vector<float>.Count];
        for (var i = 0; i < values.Length; i += block.Length)
        {
            var h = start + lanes + new Vector<uint>((uint)i);
            h = (h ^ (h >>> 16)) * 0x85EBCA6Bu;
            h = (h ^ (h >>> 13)) * 0xC2B2AE35u;
            h = (h ^ (h >>> 16)) >>> 8;
            var unit = (Vector.ConvertToSingle(Vector.AsVectorInt32(h)) + new Vector<float>(0.5f)) * Step;
            if (i + block.Length <= values.Length)
            {
                unit.CopyTo(values[i..]);
            }
            else
            {
                unit.CopyTo(block);
                block[..(values.Length - i)].CopyTo(values[i..]);
            }
        }
    }
}
