namespace PaintDotNet.ComponentModel;

public interface IObjectRef : IIsDisposed, IDisposable
{
    bool? TryCreateRef(Type interfaceType, out IObjectRef? newObjectRef);
}
