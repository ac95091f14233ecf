namespace PaintDotNet.Imaging;

public sealed class ExifPropertyItem : IEquatable<ExifPropertyItem>, IComparable<ExifPropertyItem>, IComparable
{
    internal ExifPropertyItem()
    {
    }

    bool IEquatable<ExifPropertyItem>.Equals(ExifPropertyItem? other) => ReferenceEquals(this, other);

    int IComparable<ExifPropertyItem>.CompareTo(ExifPropertyItem? other) => ReferenceEquals(this, other) ? 0 : 1;

    int IComparable.CompareTo(object? obj) => ReferenceEquals(this, obj) ? 0 : 1;
}
