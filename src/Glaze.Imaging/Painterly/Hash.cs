namespace Glaze.Imaging.Painterly;

/// <summary>Random numbers as a function of a seed and a place, so that no order of evaluation matters.</summary>
internal static class Hash
{
    /// <summary>32 well-mixed bits.</summary>
    internal static uint Bits(int seed, int x, int y, int salt = 0)
    {
        var h = (uint)seed * 0x9E3779B1u;
        h = Mix(h ^ ((uint)x * 0x85EBCA77u));
        h = Mix(h ^ ((uint)y * 0xC2B2AE3Du));
        return Mix(h ^ ((uint)salt * 0x27D4EB2Fu));
    }

    /// <summary>Uniform in [0, 1).</summary>
    internal static float Unit(int seed, int x, int y, int salt = 0) => (Bits(seed, x, y, salt) >> 8) * (1f / 16_777_216f);

    /// <summary>Uniform in [−1, 1).</summary>
    internal static float Signed(int seed, int x, int y, int salt = 0) => (2 * Unit(seed, x, y, salt)) - 1;

    private static uint Mix(uint h)
    {
        h ^= h >> 15;
        h *= 0x2C1B3C6Du;
        h ^= h >> 12;
        h *= 0x297A2D39u;
        return h ^ (h >> 15);
    }
}
