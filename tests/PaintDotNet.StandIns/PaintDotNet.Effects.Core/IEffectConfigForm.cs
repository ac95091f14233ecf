using System.Windows.Forms;

namespace PaintDotNet.Effects;

public interface IEffectConfigForm : IIsDisposed, IDisposable
{
    EffectConfigToken Token { get; set; }

    event EventHandler? TokenChanged;

    void Close();

    IEffect? GetEffect();

    void SetEffect(IEffect effect);

    DialogResult ShowDialog(IWin32Window? owner);
}
