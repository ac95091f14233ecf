using PaintDotNet.ComponentModel;

namespace PaintDotNet.Imaging;

public interface IColorContext : IObjectRef, IIsDisposed, IDisposable, IEquatable<IColorContext>, IInternalImpl
{
    ExifColorSpace ExifColorSpace { get; }

    ColorContextType Type { get; }

    ReadOnlyMemory<byte> GetProfileBytes();
}
