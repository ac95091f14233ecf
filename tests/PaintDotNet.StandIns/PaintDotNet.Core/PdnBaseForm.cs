using System.ComponentModel;
using System.Drawing;
using System.Windows.Forms;

namespace PaintDotNet;

public class PdnBaseForm : Form, IDropTarget, ISynchronizeInvoke, IWin32Window, IBindableComponent, IComponent,
    IContainerControl, IIsDisposed, IContainer, IDisposable
{
    private readonly Container _components = new();
    private bool _useAppThemeColors;

    public PdnBaseForm()
    {
        Font = SystemFonts.MenuFont ?? SystemFonts.DefaultFont;
        AutoScaleDimensions = new SizeF(96, 96);
        AutoScaleMode = AutoScaleMode.Dpi;
    }

    public static bool IsAppThemeDark => AppTheme.IsDark;

    [DesignerSerializationVisibility(DesignerSerializationVisibility.Hidden)]
    public bool UseAppThemeColors
    {
        get => _useAppThemeColors;
        set
        {
            _useAppThemeColors = value;
            BackColor = value ? AppTheme.BackColor : SystemColors.Control;
            ForeColor = value ? AppTheme.ForeColor : SystemColors.ControlText;
        }
    }

    public bool IsShown { get; private set; }

    [DesignerSerializationVisibility(DesignerSerializationVisibility.Hidden)]
    public new double Opacity
    {
        get => base.Opacity;
        set => base.Opacity = value;
    }

    ComponentCollection IContainer.Components => _components.Components;

    protected virtual bool UseSystemMenuFontInInitializeComponent => true;

    public bool CheckAccess() => !InvokeRequired;

    public void VerifyAccess()
    {
        if (InvokeRequired)
        {
            throw new InvalidOperationException("The form was used from a thread that does not own it.");
        }
    }

    public void EnsureFormIsOnScreen()
    {
        var area = Screen.FromControl(this).WorkingArea;
        Location = new Point(
            Math.Max(area.Left, Math.Min(Left, area.Right - Width)),
            Math.Max(area.Top, Math.Min(Top, area.Bottom - Height)));
    }

    public virtual void LoadResources()
    {
    }

    void IContainer.Add(IComponent? component) => _components.Add(component);

    void IContainer.Add(IComponent? component, string? name) => _components.Add(component, name);

    void IContainer.Remove(IComponent? component) => _components.Remove(component);

    protected virtual void OnThemeConfigChanged()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _components.Dispose();
        }

        base.Dispose(disposing);
    }

    protected override void OnShown(EventArgs e)
    {
        IsShown = true;
        base.OnShown(e);
    }

    protected override void OnActivated(EventArgs e) => base.OnActivated(e);

    protected override void OnDeactivate(EventArgs e) => base.OnDeactivate(e);

    protected override void OnClosing(CancelEventArgs e) => base.OnClosing(e);

    protected override void OnClosed(EventArgs e) => base.OnClosed(e);

    protected override void OnHandleCreated(EventArgs e) => base.OnHandleCreated(e);

    protected override void OnHandleDestroyed(EventArgs e) => base.OnHandleDestroyed(e);

    protected override void OnHelpRequested(HelpEventArgs hevent) => base.OnHelpRequested(hevent);

    protected override void OnLayout(LayoutEventArgs levent) => base.OnLayout(levent);

    protected override void OnLoad(EventArgs e) => base.OnLoad(e);

    protected override void OnMove(EventArgs e) => base.OnMove(e);

    protected override void OnPaint(PaintEventArgs e) => base.OnPaint(e);

    protected override void OnResizeBegin(EventArgs e) => base.OnResizeBegin(e);

    protected override void OnResizeEnd(EventArgs e) => base.OnResizeEnd(e);

    protected override void OnSizeChanged(EventArgs e) => base.OnSizeChanged(e);

    protected override void OnClientSizeChanged(EventArgs e) => base.OnClientSizeChanged(e);

    protected override bool ProcessCmdKey(ref Message msg, Keys keyData) => base.ProcessCmdKey(ref msg, keyData);

    protected override void WndProc(ref Message m) => base.WndProc(ref m);
}
