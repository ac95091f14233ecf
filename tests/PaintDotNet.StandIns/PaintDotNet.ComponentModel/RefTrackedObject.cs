using System.Runtime.Serialization;

namespace PaintDotNet.ComponentModel;

public class RefTrackedObject : IObjectRef, IIsDisposed, IDisposable, ISerializable
{
    private int _disposed;

    public RefTrackedObject()
    {
    }

    ~RefTrackedObject() => Dispose(disposing: false);

    public bool IsDisposed => Volatile.Read(ref _disposed) != 0;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            Dispose(disposing: true);
            GC.SuppressFinalize(this);
        }
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    public bool? TryCreateRef(Type interfaceType, out IObjectRef? newObjectRef)
    {
        newObjectRef = null;
        return false;
    }

    void ISerializable.GetObjectData(SerializationInfo info, StreamingContext context) =>
        throw new NotSupportedException();
}
