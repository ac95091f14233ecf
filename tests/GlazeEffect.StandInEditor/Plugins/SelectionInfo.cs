using System.Runtime.InteropServices;
using GlazeEffect.StandInEditor.Documents;
using PaintDotNet.ComponentModel;
using PaintDotNet.Direct2D1;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace GlazeEffect.StandInEditor.Plugins;

/// <summary>The selection; without one everything is selected.</summary>
internal sealed class SelectionInfo : RefTrackedObject, IBitmapEffectSelectionInfo
{
    private readonly MemoryBitmap<ColorAlpha8> _mask;

    public SelectionInfo(PictureDocument document)
    {
        _mask = new MemoryBitmap<ColorAlpha8>(document.Size.Width, document.Size.Height);
        if (document.Selection is null)
        {
            _mask.Pixels.Fill(new ColorAlpha8(255));
        }
        else
        {
            document.Selection.CopyTo(MemoryMarshal.AsBytes(_mask.Pixels));
        }

        RenderScans = FindScans();
        RenderBounds = RenderScans.Count == 0 ? RectInt32.Zero : RenderScans.Aggregate(RectInt32.Union);
    }

    public IGeometry Geometry => throw new NotSupportedException();

    public IEffectInputBitmap<ColorAlpha8> MaskBitmap => new InputBitmap<ColorAlpha8>(_mask, null);

    public RectInt32 RenderBounds { get; }

    public IReadOnlyList<RectInt32> RenderScans { get; }

    // One rectangle a run of selected pixels; equal runs below each other are joined.
    private List<RectInt32> FindScans()
    {
        var scans = new List<RectInt32>();
        for (var y = 0; y < _mask.Size.Height; y++)
        {
            var row = _mask.Pixels.Slice(y * _mask.Size.Width, _mask.Size.Width);
            for (var x = 0; x < row.Length; x++)
            {
                var start = x;
                while (x < row.Length && row[x].A != 0)
                {
                    x++;
                }

                if (x > start)
                {
                    AddScan(scans, new RectInt32(start, y, x - start, 1));
                }
            }
        }

        return scans;
    }

    private static void AddScan(List<RectInt32> scans, RectInt32 scan)
    {
        if (scans.Count > 0 && scans[^1] is var last && last.X == scan.X && last.Width == scan.Width && last.Bottom == scan.Y)
        {
            scans[^1] = new RectInt32(last.X, last.Y, last.Width, last.Height + 1);
        }
        else
        {
            scans.Add(scan);
        }
    }
}
