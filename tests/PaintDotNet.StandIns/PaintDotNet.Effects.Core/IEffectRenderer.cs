using PaintDotNet.ComponentModel;

namespace PaintDotNet.Effects;

public interface IEffectRenderer : IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    CancellationToken CancellationToken { get; }

    IEffect Effect { get; }

    bool IsCancelRequested { get; }

    void CancelRendering();
}
