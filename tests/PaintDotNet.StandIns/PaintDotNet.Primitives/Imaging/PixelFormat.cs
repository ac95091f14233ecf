namespace PaintDotNet.Imaging;

public readonly struct PixelFormat : IEquatable<PixelFormat>
{
    public PixelFormat(in Guid guid) => Guid = guid;

    public Guid Guid { get; }

    public bool Equals(PixelFormat other) => Guid == other.Guid;

    public override bool Equals(object? obj) => obj is PixelFormat other && Guid == other.Guid;

    public bool Equals(in PixelFormat other) => Guid == other.Guid;

    public override int GetHashCode() => Guid.GetHashCode();

    public override string ToString() => Guid.ToString();

    public static bool operator ==(in PixelFormat a, in PixelFormat b) => a.Guid == b.Guid;

    public static bool operator !=(in PixelFormat a, in PixelFormat b) => a.Guid != b.Guid;
}
