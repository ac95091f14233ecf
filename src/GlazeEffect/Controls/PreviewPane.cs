using System.ComponentModel;
using System.Drawing;
using System.Drawing.Drawing2D;
using System.Drawing.Imaging;
using System.Windows.Forms;
using Glaze.Protocol.Messages;
using GlazeEffectPlugin.Pixels;

namespace GlazeEffectPlugin.Controls;

/// <summary>
/// Shows the layer, and over it the preview unless the original is asked for. Whole picture, or one picture pixel a screen pixel
/// and dragged about with the left button; held down on the whole picture, or right-pressed, it shows the original.
/// </summary>
internal sealed class PreviewPane : ThemedControl
{
    private Size _picture;
    private PointF _center;
    private ViewImage? _original;
    private ViewImage? _preview;
    private Point? _dragFrom;
    private bool _isComparing;
    private bool _isActualSize;
    private bool _isShowingOriginal;
    private string _badge = "";

    public PreviewPane() => AccessibleRole = AccessibleRole.Graphic;

    /// <summary>Raised when another part of the picture is looked at.</summary>
    public event EventHandler? ViewChanged;

    /// <summary>Raised with true when a mouse button asks for the original, with false when it is let go.</summary>
    public event Action<bool>? CompareRequested;

    /// <summary>Whether one picture pixel takes one screen pixel; otherwise the whole picture is shown.</summary>
    [DesignerSerializationVisibility(DesignerSerializationVisibility.Hidden)]
    public bool IsActualSize
    {
        get => _isActualSize;
        set
        {
            if (_isActualSize != value)
            {
                _isActualSize = value;
                OnViewChanged();
            }
        }
    }

    /// <summary>Whether the original is shown.</summary>
    [DesignerSerializationVisibility(DesignerSerializationVisibility.Hidden)]
    public bool IsShowingOriginal
    {
        get => _isShowingOriginal;
        set
        {
            _isShowingOriginal = value;
            Invalidate();
        }
    }

    /// <summary>The words in the corner of the picture; none when empty.</summary>
    [DesignerSerializationVisibility(DesignerSerializationVisibility.Hidden)]
    public string Badge
    {
        get => _badge;
        set
        {
            if (_badge != value)
            {
                _badge = value;
                AccessibleDescription = value;
                Invalidate();
            }
        }
    }

    /// <summary>The part of the picture that is looked at, in picture pixels; empty before a picture is set.</summary>
    public PixelRectangle View
    {
        get
        {
            if (_picture.IsEmpty || !IsActualSize)
            {
                return new PixelRectangle(0, 0, _picture.Width, _picture.Height);
            }

            var width = Math.Min(_picture.Width, Math.Max(1, Width));
            var height = Math.Min(_picture.Height, Math.Max(1, Height));
            var left = (int)Math.Clamp(_center.X - (width / 2f), 0, _picture.Width - width);
            var top = (int)Math.Clamp(_center.Y - (height / 2f), 0, _picture.Height - height);
            return new PixelRectangle(left, top, width, height);
        }
    }

    /// <summary>The area of the picture's pixels in the pane.</summary>
    private RectangleF Place
    {
        get
        {
            var view = View;
            var scale = IsActualSize ? 1f : Math.Min((float)Width / view.Width, (float)Height / view.Height);
            scale = Math.Min(scale, IsActualSize ? 1f : 16f);
            // Whole screen pixels: the edge would else be mixed with what lies below.
            var (width, height) = (MathF.Round(view.Width * scale), MathF.Round(view.Height * scale));
            return new RectangleF(MathF.Floor((Width - width) / 2), MathF.Floor((Height - height) / 2), width, height);
        }
    }

    /// <summary>Sets what picture is looked at, and where to begin when not all of it fits.</summary>
    public void SetPicture(Size size, PixelRectangle selection)
    {
        _picture = size;
        _center = selection.Width > 0
            ? new PointF(selection.X + (selection.Width / 2f), selection.Y + (selection.Height / 2f))
            : new PointF(size.Width / 2f, size.Height / 2f);
        OnViewChanged();
    }

    /// <summary>Takes over a rendition of the original; the pane disposes it.</summary>
    public void ShowOriginal(ViewImage image)
    {
        _original?.Dispose();
        _original = image;
        Invalidate();
    }

    /// <summary>Takes over a preview; the pane disposes it. Null removes the preview.</summary>
    public void ShowPreview(ViewImage? image)
    {
        _preview?.Dispose();
        _preview = image;
        Invalidate();
    }

    protected override void OnPaint(PaintEventArgs e)
    {
        var graphics = e.Graphics;
        var well = Palette.IsDark ? ThemePalette.Mix(Palette.Background, Color.Black, 0.35) : ThemePalette.Mix(Palette.Background, Color.Black, 0.07);
        graphics.Clear(Parent?.BackColor ?? Palette.Background);
        Shapes.Fill(graphics, well, ClientRectangle, Dips(8));
        if (!_picture.IsEmpty)
        {
            using var clip = Shapes.Rounded(ClientRectangle, Dips(8));
            graphics.SetClip(clip);
            PaintPicture(graphics);
            graphics.ResetClip();
        }

        Shapes.Outline(graphics, Palette.Border, ClientRectangle, Dips(8), Dips(1));
        PaintBadge(graphics);
    }

    protected override void OnMouseDown(MouseEventArgs e)
    {
        base.OnMouseDown(e);
        if (e.Button == MouseButtons.Left && IsActualSize)
        {
            _dragFrom = e.Location;
        }
        else if (e.Button is MouseButtons.Left or MouseButtons.Right)
        {
            _isComparing = true;
            CompareRequested?.Invoke(true);
        }
    }

    protected override void OnMouseMove(MouseEventArgs e)
    {
        base.OnMouseMove(e);
        if (e.Button == MouseButtons.Left && _dragFrom is { } from)
        {
            var view = View;
            _center = new PointF(
                Math.Clamp(view.X + (view.Width / 2f) + from.X - e.X, 0, _picture.Width),
                Math.Clamp(view.Y + (view.Height / 2f) + from.Y - e.Y, 0, _picture.Height));
            _dragFrom = e.Location;
            Invalidate();
        }
    }

    protected override void OnMouseUp(MouseEventArgs e)
    {
        base.OnMouseUp(e);
        LetGo();
    }

    // The button may be let go over another window, or while this one cannot be used.
    protected override void OnMouseCaptureChanged(EventArgs e)
    {
        base.OnMouseCaptureChanged(e);
        LetGo();
    }

    protected override void OnEnabledChanged(EventArgs e)
    {
        base.OnEnabledChanged(e);
        LetGo();
    }

    protected override void OnSizeChanged(EventArgs e)
    {
        base.OnSizeChanged(e);
        if (IsActualSize)
        {
            OnViewChanged();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _original?.Dispose();
            _preview?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void LetGo()
    {
        if (_dragFrom is not null)
        {
            _dragFrom = null;
            OnViewChanged();
        }

        if (_isComparing)
        {
            _isComparing = false;
            CompareRequested?.Invoke(false);
        }
    }

    private void OnViewChanged()
    {
        Cursor = IsActualSize ? Cursors.SizeAll : Cursors.Default;
        Invalidate();
        ViewChanged?.Invoke(this, EventArgs.Empty);
    }

    private void PaintPicture(Graphics graphics)
    {
        var place = Place;
        using (var checks = new HatchBrush(HatchStyle.LargeCheckerBoard, Color.White, Color.FromArgb(0xD6, 0xD8, 0xDE)))
        {
            // A pixel less on each side, or a line of them shows beside a picture that covers all of it.
            graphics.FillRectangle(checks, RectangleF.Inflate(place, -1, -1));
        }

        graphics.PixelOffsetMode = PixelOffsetMode.Half;
        graphics.CompositingQuality = CompositingQuality.HighQuality;
        PaintImage(graphics, _original, place);
        if (!_isShowingOriginal)
        {
            PaintImage(graphics, _preview, place);
        }
    }

    // Beyond its edges the picture is taken as mirrored, or smoothing would mix them with nothing.
    private void PaintImage(Graphics graphics, ViewImage? image, RectangleF place)
    {
        if (image is null)
        {
            return;
        }

        var view = View;
        var (across, down) = (place.Width / view.Width, place.Height / view.Height);
        var target = new RectangleF(
            place.X + ((image.Region.X - view.X) * across),
            place.Y + ((image.Region.Y - view.Y) * down),
            image.Region.Width * across,
            image.Region.Height * down);
        var isEnlarged = target.Width >= image.Bitmap.Width * 4f;
        graphics.InterpolationMode = isEnlarged ? InterpolationMode.NearestNeighbor : InterpolationMode.HighQualityBicubic;
        using var mirrored = new ImageAttributes();
        mirrored.SetWrapMode(WrapMode.TileFlipXY);
        PointF[] corners = [target.Location, new PointF(target.Right, target.Top), new PointF(target.Left, target.Bottom)];
        graphics.DrawImage(image.Bitmap, corners, new RectangleF(PointF.Empty, image.Bitmap.Size), GraphicsUnit.Pixel, mirrored);
    }

    private void PaintBadge(Graphics graphics)
    {
        if (_badge.Length == 0)
        {
            return;
        }

        var size = TextRenderer.MeasureText(_badge, Font, Size.Empty, TextFormatFlags.SingleLine);
        var chip = new Rectangle(Dips(10), Dips(10), size.Width + Dips(10), size.Height + Dips(6));
        Shapes.Fill(graphics, Color.FromArgb(0xE6, 0x1A, 0x1B, 0x26), chip, chip.Height / 2f);
        TextRenderer.DrawText(
            graphics, _badge, Font, chip, Color.White,
            TextFormatFlags.HorizontalCenter | TextFormatFlags.VerticalCenter | TextFormatFlags.SingleLine);
    }
}
