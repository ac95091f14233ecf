namespace PaintDotNet.Imaging;

public sealed class XmpPacket
{
    internal XmpPacket()
    {
    }
}
