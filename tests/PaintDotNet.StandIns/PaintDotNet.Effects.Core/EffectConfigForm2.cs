using System.ComponentModel;
using System.Windows.Forms;

namespace PaintDotNet.Effects;

public class EffectConfigForm2 : EffectConfigForm, IDropTarget, ISynchronizeInvoke, IWin32Window, IBindableComponent, IComponent,
    IContainerControl, IContainer, IEffectConfigForm, IIsDisposed, IDisposable
{
    protected EffectConfigForm2()
    {
    }

    public new IEffectEnvironment2 Environment => (IEffectEnvironment2)base.Environment;
}
