using System.Globalization;

namespace GlazeEffect.StandInEditor;

/// <summary>
/// Writes every open window's named controls to the log whenever their text, state or place on the screen changes, so that a
/// test can wait for what a person would see and click where it is.
/// </summary>
internal sealed class WindowWatcher : IDisposable
{
    private readonly EventLog _log;
    private readonly System.Windows.Forms.Timer _timer = new() { Interval = 60 };
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    public WindowWatcher(EventLog log)
    {
        _log = log;
        _timer.Tick += (_, _) => Scan();
        _timer.Start();
    }

    public void Dispose() => _timer.Dispose();

    private void Scan()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var form in Application.OpenForms.Cast<Form>().ToArray())
        {
            Visit(form, form.Name, seen);
        }

        foreach (var gone in _known.Keys.Except(seen, StringComparer.Ordinal).ToArray())
        {
            _known.Remove(gone);
            _log.Write("gone", gone);
        }
    }

    private void Visit(Control control, string path, HashSet<string> seen)
    {
        if (control.Name.Length > 0 && control.Visible && control.IsHandleCreated)
        {
            seen.Add(path);
            var state = Describe(control);
            if (!_known.TryGetValue(path, out var old) || old != state)
            {
                _known[path] = state;
                _log.Write("control", $"{path}\t{state}");
            }
        }

        foreach (Control child in control.Controls)
        {
            Visit(child, child.Name.Length == 0 ? path : $"{path}/{child.Name}", seen);
        }

        if (control is ToolStrip strip)
        {
            VisitItems(strip, strip.Items, path, seen);
        }
    }

    private void VisitItems(ToolStrip strip, ToolStripItemCollection items, string path, HashSet<string> seen)
    {
        foreach (ToolStripItem item in items)
        {
            var key = $"{path}/{item.Name}";
            if (item.Visible && strip.Visible)
            {
                var place = strip.RectangleToScreen(item.Bounds);
                seen.Add(key);
                var state = string.Create(CultureInfo.InvariantCulture, $"{place.X} {place.Y} {place.Width} {place.Height}\t{item.Enabled}\t{item.Text}\t");
                if (!_known.TryGetValue(key, out var old) || old != state)
                {
                    _known[key] = state;
                    _log.Write("control", $"{key}\t{state}");
                }
            }

            if (item is ToolStripDropDownItem { HasDropDownItems: true, DropDown.Visible: true } open)
            {
                VisitItems(open.DropDown, open.DropDownItems, key, seen);
            }
        }
    }

    private static string Describe(Control control)
    {
        var place = control is Form ? control.Bounds : control.Parent!.RectangleToScreen(control.Bounds);
        var text = string.IsNullOrEmpty(control.Text) ? control.AccessibleDescription : control.Text;
        return string.Create(
            CultureInfo.InvariantCulture, $"{place.X} {place.Y} {place.Width} {place.Height}\t{control.Enabled}\t{text?.ReplaceLineEndings(" | ")}\t{control.AccessibleDescription?.ReplaceLineEndings(" | ")}");
    }
}
