using System.Runtime.InteropServices;

namespace Glaze.Protocol.Messages;

/// <summary>A plane of pixels that a message announces.</summary>
/// <param name="Plane">What the bytes are.</param>
/// <param name="ByteCount">How many bytes follow in all, above 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AnnouncedPlane(PixelPlane Plane, long ByteCount);
