using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

public interface IEffectDocumentMetadata : IInternalImpl
{
    IReadOnlyList<ExifPropertyItem> ExifPropertyItems { get; }

    IReadOnlyList<IptcPropertyItem> IptcPropertyItems { get; }

    XmpPacket? XmpPacket { get; }
}
