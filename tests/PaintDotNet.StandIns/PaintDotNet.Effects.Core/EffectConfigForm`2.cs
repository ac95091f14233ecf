using System.ComponentModel;
using System.Windows.Forms;

namespace PaintDotNet.Effects;

public abstract class EffectConfigForm<TEffect, TToken> : EffectConfigForm2, IDropTarget, ISynchronizeInvoke, IWin32Window,
    IBindableComponent, IComponent, IContainerControl, IContainer, IEffectConfigForm<TEffect, TToken>, IEffectConfigForm,
    IIsDisposed, IDisposable
    where TEffect : class, IEffect<TToken>
    where TToken : EffectConfigToken
{
    protected EffectConfigForm()
    {
    }

    public new TEffect Effect => (TEffect)base.Effect;

    [DesignerSerializationVisibility(DesignerSerializationVisibility.Hidden)]
    public new TToken Token
    {
        get => (TToken)base.Token;
        set => base.Token = value;
    }

    protected virtual void OnUpdateDialogFromToken(TToken token) =>
        throw new NotImplementedException("OnUpdateDialogFromToken must be overridden.");

    protected override sealed void OnUpdateDialogFromToken(EffectConfigToken token) =>
        OnUpdateDialogFromToken((TToken)token);

    protected virtual void OnUpdateTokenFromDialog(TToken dstToken) =>
        throw new NotImplementedException("OnUpdateTokenFromDialog must be overridden.");

    protected override sealed void OnUpdateTokenFromDialog(EffectConfigToken dstToken) =>
        OnUpdateTokenFromDialog((TToken)dstToken);
}
