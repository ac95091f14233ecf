namespace PaintDotNet.Imaging;

public sealed class IptcPropertyItem : IEquatable<IptcPropertyItem>
{
    internal IptcPropertyItem()
    {
    }

    bool IEquatable<IptcPropertyItem>.Equals(IptcPropertyItem? other) => ReferenceEquals(this, other);
}
