using System.Drawing.Imaging;
using GlazeEffect.StandInEditor.Documents;
using GlazeEffect.StandInEditor.Plugins;
using PaintDotNet;
using PaintDotNet.Effects;

namespace GlazeEffect.StandInEditor;

/// <summary>The main window: a menu, the canvas, undo, redo and repeat.</summary>
internal sealed class EditorWindow : PdnBaseForm
{
    private readonly EditorOptions _options;
    private readonly EventLog _log;
    private readonly PictureDocument _document;
    private readonly UndoHistory _history = new();
    private readonly CanvasView _canvas = new() { Dock = DockStyle.Fill };
    private readonly HostServices _services;
    private readonly WindowWatcher _watcher;
    private EffectSession? _lastSession;

    public EditorWindow(EditorOptions options, EventLog log)
    {
        _options = options;
        _log = log;
        UIScaleFactor.CurrentDpi = DeviceDpi;
        Name = "EditorWindow";
        Text = $"{Path.GetFileName(options.Picture)} - paint.net stand-in";
        StartPosition = FormStartPosition.Manual;
        Location = Point.Empty;
        ClientSize = new Size(LogicalToDeviceUnits(760), LogicalToDeviceUnits(560));
        UseAppThemeColors = true;
        _document = PictureFile.Open(options.Picture);
        _services = new HostServices(options, log, () => this);
        var sessions = EffectDiscovery.Find(options.EffectsFolder, log)
            .Select(effect => (effect, new EffectSession(effect, _document, _services, _history, log)))
            .ToArray();
        var menu = CreateMenu(sessions);
        Controls.Add(_canvas);
        Controls.Add(menu);
        MainMenuStrip = menu;
        _watcher = new WindowWatcher(log);
        ShowLayers(null);
    }

    protected override void OnShown(EventArgs e)
    {
        base.OnShown(e);
        _log.Write("ready", $"{_document.Size} dpi={DeviceDpi}");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _watcher.Dispose();
            _services.Dispose();
        }

        base.Dispose(disposing);
    }

    private MenuStrip CreateMenu((DiscoveredEffect Effect, EffectSession Session)[] sessions)
    {
        var menu = new MenuStrip { Name = "menu" };
        var file = new ToolStripMenuItem("&File") { Name = "file" };
        file.DropDownItems.Add(Item("save", "&Save", Keys.Control | Keys.S, Save));
        file.DropDownItems.Add(Item("quit", "&Quit", Keys.Control | Keys.Q, Close));
        var edit = new ToolStripMenuItem("&Edit") { Name = "edit" };
        edit.DropDownItems.Add(Item("undo", "&Undo", Keys.Control | Keys.Z, () => Step("undone", _history.Undo())));
        edit.DropDownItems.Add(Item("redo", "&Redo", Keys.Control | Keys.Y, () => Step("redone", _history.Redo())));
        var effects = new ToolStripMenuItem("Effe&cts") { Name = "effects" };
        effects.DropDownItems.Add(Item("repeat", "Repeat &Last Effect", Keys.Control | Keys.F, Repeat));
        foreach (var group in sessions.GroupBy(s => s.Effect.SubmenuName))
        {
            var submenu = new ToolStripMenuItem(group.Key) { Name = "submenu-" + group.Key };
            foreach (var (effect, session) in group)
            {
                session.PreviewChanged += preview => ShowLayers(preview);
                var item = Item("effect-" + effect.Name, effect.Name + "…", Keys.None, () => _ = RunAsync(session));
                item.Image = effect.MenuImage;
                submenu.DropDownItems.Add(item);
            }

            effects.DropDownItems.Add(submenu);
        }

        menu.ImageScalingSize = LogicalToDeviceUnits(new Size(16, 16));
        menu.Items.AddRange([file, edit, effects]);
        return menu;
    }

    private static ToolStripMenuItem Item(string name, string text, Keys keys, Action clicked)
    {
        var item = new ToolStripMenuItem(text) { Name = name, ShortcutKeys = keys };
        item.Click += (_, _) => clicked();
        return item;
    }

    private async Task RunAsync(EffectSession session)
    {
        await session.RunDialogAsync(this);
        _lastSession = session;
    }

    private void Repeat()
    {
        if (_lastSession is { CanRepeat: true })
        {
            _ = _lastSession.RepeatAsync();
        }
    }

    private void Step(string name, bool done)
    {
        ShowLayers(null);
        _log.Write(done ? name : name + "-nothing", $"undo={_history.UndoCount} redo={_history.RedoCount}");
    }

    private void Save()
    {
        LayeredFile.Save(_document, _options.Picture + ".saved.layers");
        using var picture = PictureFile.ToGdi(_document.Compose());
        picture.Save(_options.Picture + ".saved.png", ImageFormat.Png);
        _log.Write("saved", _options.Picture + ".saved.layers");
    }

    private void ShowLayers(PaintDotNet.Imaging.MemoryBitmap<PaintDotNet.Imaging.ColorBgra32>? preview)
    {
        var composition = _document.Compose(_document.Layers[_document.ActiveLayer], preview ?? _document.Layers[_document.ActiveLayer].Surface);
        _canvas.Show(PictureFile.ToGdi(composition));
    }
}
