using System.Drawing;
using System.Drawing.Drawing2D;
using System.Drawing.Imaging;

namespace GlazeEffectPlugin.Controls;

/// <summary>
/// Rounded rectangles and discs with soft edges. Coverage is computed here from the distance to the outline, so that they look
/// the same on every GDI+, also on those that leave edges jagged.
/// </summary>
internal static class Shapes
{
    // Shapes up to this size are drawn as one picture; larger ones as four corners and plain rectangles.
    private const int SmallSide = 72;

    /// <summary>The outline of a rectangle whose corners are quarter circles of the radius, in pixels; for clipping.</summary>
    public static GraphicsPath Rounded(RectangleF bounds, float radius)
    {
        var path = new GraphicsPath();
        var d = Math.Max(1, Math.Min(radius * 2, Math.Min(bounds.Width, bounds.Height)));
        path.AddArc(bounds.Left, bounds.Top, d, d, 180, 90);
        path.AddArc(bounds.Right - d, bounds.Top, d, d, 270, 90);
        path.AddArc(bounds.Right - d, bounds.Bottom - d, d, d, 0, 90);
        path.AddArc(bounds.Left, bounds.Bottom - d, d, d, 90, 90);
        path.CloseFigure();
        return path;
    }

    /// <summary>Fills a rounded rectangle.</summary>
    public static void Fill(Graphics graphics, Color color, RectangleF bounds, float radius) =>
        Draw(graphics, color, bounds, radius, lineWidth: null);

    /// <summary>Draws a rounded rectangle's outline inside the bounds.</summary>
    public static void Outline(Graphics graphics, Color color, RectangleF bounds, float radius, float lineWidth) =>
        Draw(graphics, color, bounds, radius, lineWidth);

    /// <summary>Fills a disc.</summary>
    public static void Disc(Graphics graphics, Color color, float x, float y, float radius) =>
        Fill(graphics, color, new RectangleF(x - radius, y - radius, 2 * radius, 2 * radius), radius);

    /// <summary>Draws a circle's line, its outer edge at the radius.</summary>
    public static void Ring(Graphics graphics, Color color, float x, float y, float radius, float lineWidth) =>
        Outline(graphics, color, new RectangleF(x - radius, y - radius, 2 * radius, 2 * radius), radius, lineWidth);

    private static void Draw(Graphics graphics, Color color, RectangleF bounds, float radius, float? lineWidth)
    {
        if (bounds.Width <= 0 || bounds.Height <= 0)
        {
            return;
        }

        radius = Math.Min(radius, Math.Min(bounds.Width, bounds.Height) / 2);
        var outer = Rectangle.FromLTRB(
            (int)Math.Floor(bounds.Left), (int)Math.Floor(bounds.Top), (int)Math.Ceiling(bounds.Right), (int)Math.Ceiling(bounds.Bottom));
        if (outer.Width <= SmallSide && outer.Height <= SmallSide)
        {
            DrawTile(graphics, color, bounds, radius, lineWidth, outer);
            return;
        }

        // The middle band lies between the corners, or, for a line, between the two edges.
        var corner = (int)Math.Ceiling(Math.Max(radius, lineWidth ?? 0)) + 1;
        var (left, right) = (Math.Min(corner, outer.Width / 2), outer.Width - Math.Min(corner, outer.Width / 2));
        var (top, bottom) = (Math.Min(corner, outer.Height / 2), outer.Height - Math.Min(corner, outer.Height / 2));
        foreach (var (x0, x1) in new[] { (0, left), (left, right), (right, outer.Width) })
        {
            foreach (var (y0, y1) in new[] { (0, top), (top, bottom), (bottom, outer.Height) })
            {
                var part = new Rectangle(outer.X + x0, outer.Y + y0, x1 - x0, y1 - y0);
                var isMiddle = x0 == left && y0 == top;
                if (part.Width <= 0 || part.Height <= 0 || (isMiddle && lineWidth is not null))
                {
                    continue;
                }

                if (isMiddle)
                {
                    using var brush = new SolidBrush(color);
                    graphics.FillRectangle(brush, part);
                }
                else
                {
                    DrawTile(graphics, color, bounds, radius, lineWidth, part);
                }
            }
        }
    }

    // Coverage ½ − d, d the signed distance of the pixel's centre to the outline; for a line of width w, to its middle less w/2.
    private static unsafe void DrawTile(
        Graphics graphics, Color color, RectangleF bounds, float radius, float? lineWidth, Rectangle tile)
    {
        using var bitmap = new Bitmap(tile.Width, tile.Height, PixelFormat.Format32bppArgb);
        var data = bitmap.LockBits(
            new Rectangle(Point.Empty, tile.Size), ImageLockMode.WriteOnly, PixelFormat.Format32bppArgb);
        for (var y = 0; y < tile.Height; y++)
        {
            var row = (uint*)((byte*)data.Scan0 + (y * data.Stride));
            for (var x = 0; x < tile.Width; x++)
            {
                var distance = Distance(bounds, radius, tile.X + x + 0.5f, tile.Y + y + 0.5f);
                var edge = lineWidth is { } width ? Math.Abs(distance + (width / 2)) - (width / 2) : distance;
                var coverage = Math.Clamp(0.5f - edge, 0, 1);
                row[x] = ((uint)Math.Round(color.A * coverage) << 24) | ((uint)color.ToArgb() & 0xFFFFFF);
            }
        }

        bitmap.UnlockBits(data);
        graphics.DrawImageUnscaled(bitmap, tile.Location);
    }

    // The signed distance to a rounded rectangle: negative inside.
    private static float Distance(RectangleF bounds, float radius, float x, float y)
    {
        var dx = Math.Abs(x - (bounds.X + (bounds.Width / 2))) - (bounds.Width / 2) + radius;
        var dy = Math.Abs(y - (bounds.Y + (bounds.Height / 2))) - (bounds.Height / 2) + radius;
        var outside = (float)Math.Sqrt((Math.Max(dx, 0) * Math.Max(dx, 0)) + (Math.Max(dy, 0) * Math.Max(dy, 0)));
        return outside + Math.Min(Math.Max(dx, dy), 0) - radius;
    }
}
