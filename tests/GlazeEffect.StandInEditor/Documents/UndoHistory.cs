using PaintDotNet.Imaging;

namespace GlazeEffect.StandInEditor.Documents;

/// <summary>One entry an applied effect, holding the layer's pixels before and after.</summary>
internal sealed class UndoHistory
{
    private readonly Stack<Entry> _undo = new();
    private readonly Stack<Entry> _redo = new();

    public int UndoCount => _undo.Count;

    public int RedoCount => _redo.Count;

    public void Apply(PictureLayer layer, ReadOnlySpan<ColorBgra32> pixels)
    {
        _undo.Push(new Entry(layer, layer.Surface.Pixels.ToArray(), pixels.ToArray()));
        _redo.Clear();
        pixels.CopyTo(layer.Surface.Pixels);
    }

    public bool Undo() => Move(_undo, _redo, entry => entry.Before);

    public bool Redo() => Move(_redo, _undo, entry => entry.After);

    private static bool Move(Stack<Entry> from, Stack<Entry> to, Func<Entry, ColorBgra32[]> pixels)
    {
        if (!from.TryPop(out var entry))
        {
            return false;
        }

        pixels(entry).CopyTo(entry.Layer.Surface.Pixels);
        to.Push(entry);
        return true;
    }

    private sealed record Entry(PictureLayer Layer, ColorBgra32[] Before, ColorBgra32[] After);
}
