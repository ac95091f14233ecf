using System.Drawing.Drawing2D;

namespace GlazeEffect.StandInEditor;

/// <summary>Shows the picture, shrunk to fit.</summary>
internal sealed class CanvasView : Control
{
    private Bitmap? _picture;

    public CanvasView()
    {
        Name = "canvas";
        DoubleBuffered = true;
        ResizeRedraw = true;
    }

    public void Show(Bitmap picture)
    {
        _picture?.Dispose();
        _picture = picture;
        Invalidate();
    }

    protected override void OnPaint(PaintEventArgs e)
    {
        e.Graphics.Clear(Color.FromArgb(128, 134, 140));
        if (_picture is null)
        {
            return;
        }

        var scale = Math.Min(1.0, Math.Min((Width - 24.0) / _picture.Width, (Height - 24.0) / _picture.Height));
        var size = new Size(Math.Max(1, (int)(_picture.Width * scale)), Math.Max(1, (int)(_picture.Height * scale)));
        var place = new Rectangle(new Point((Width - size.Width) / 2, (Height - size.Height) / 2), size);
        using var checks = new HatchBrush(HatchStyle.LargeCheckerBoard, Color.White, Color.FromArgb(200, 200, 200));
        e.Graphics.FillRectangle(checks, place);
        e.Graphics.DrawImage(_picture, place);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _picture?.Dispose();
        }

        base.Dispose(disposing);
    }
}
