using System.ComponentModel;
using System.Windows.Forms;

namespace PaintDotNet.Effects;

public class EffectConfigForm : PdnBaseForm, IDropTarget, ISynchronizeInvoke, IWin32Window, IBindableComponent, IComponent,
    IContainerControl, IContainer, IEffectConfigForm, IIsDisposed, IDisposable
{
    private EffectConfigToken _token;
    private EffectBase? _effect;
    private bool _isLoaded;
    private bool _isUpdatingDialog;

    internal EffectConfigForm()
    {
        // Before the derived constructor and before the effect is known, as documented.
        _token = OnCreateInitialToken();
    }

    public event EventHandler? TokenChanged;

    [Browsable(false)]
    public IEffect Effect => _effect ?? throw new InvalidOperationException("The effect is not set yet.");

    [Browsable(false)]
    public IEffectEnvironment Environment => Effect.Environment;

    [Browsable(false)]
    public IServiceProvider Services => Effect.Services;

    [Browsable(false)]
    [DesignerSerializationVisibility(DesignerSerializationVisibility.Hidden)]
    public EffectConfigToken Token
    {
        get => _token;
        set
        {
            _token = value;
            if (_isLoaded)
            {
                UpdateDialogFromToken();
            }
        }
    }

    protected virtual bool UseAppThemeColorsDefault => false;

    protected override bool UseSystemMenuFontInInitializeComponent => true;

    IEffect? IEffectConfigForm.GetEffect() => _effect;

    void IEffectConfigForm.SetEffect(IEffect effect) => _effect = (EffectBase)effect;

    protected override sealed void Dispose(bool disposing)
    {
        OnDispose(disposing);
        base.Dispose(disposing);
    }

    protected virtual EffectConfigToken OnCreateInitialToken() =>
        throw new NotImplementedException("OnCreateInitialToken must be overridden.");

    protected virtual void OnDispose(bool disposing)
    {
    }

    protected override sealed void OnLoad(EventArgs e)
    {
        UseAppThemeColors = UseAppThemeColorsDefault;
        OnLoading();
        base.OnLoad(e);
        UpdateDialogFromToken();
        _isLoaded = true;
        UpdateTokenFromDialog();
        OnLoaded();
    }

    protected virtual void OnLoaded()
    {
    }

    protected virtual void OnLoading()
    {
    }

    protected virtual void OnTokenChanged() => TokenChanged?.Invoke(this, EventArgs.Empty);

    protected virtual void OnUpdateDialogFromToken(EffectConfigToken token) =>
        throw new NotImplementedException("OnUpdateDialogFromToken must be overridden.");

    protected virtual void OnUpdateTokenFromDialog(EffectConfigToken dstToken) =>
        throw new NotImplementedException("OnUpdateTokenFromDialog must be overridden.");

    protected void UpdateDialogFromToken()
    {
        _isUpdatingDialog = true;
        try
        {
            OnUpdateDialogFromToken(_token);
        }
        finally
        {
            _isUpdatingDialog = false;
        }
    }

    protected void UpdateTokenFromDialog()
    {
        VerifyAccess();
        if (_isUpdatingDialog)
        {
            return;
        }

        OnUpdateTokenFromDialog(_token);
        OnTokenChanged();
    }
}
