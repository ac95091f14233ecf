namespace PaintDotNet.Imaging;

public abstract class ManagedColor : IEquatable<ManagedColor>
{
    internal ManagedColor()
    {
    }

    public abstract IColorContext ColorContext { get; }

    public bool Equals(ManagedColor? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => Equals(obj as ManagedColor);

    public override int GetHashCode() => ColorContext.GetHashCode();
}
