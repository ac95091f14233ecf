using System.Runtime.InteropServices;

namespace Glaze.Imaging.Vips;

/// <summary>GObject's GValue: a type and two machine words of content.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GlibValue
{
    /// <summary>GObject's fixed type number of a 32-bit integer; converts to booleans, enums and flags too.</summary>
    internal const nuint IntType = 6 << 2;

    /// <summary>GObject's fixed type number of a double.</summary>
    internal const nuint DoubleType = 15 << 2;

    private readonly nuint _type;
    private readonly ulong _first;
    private readonly ulong _second;
}
