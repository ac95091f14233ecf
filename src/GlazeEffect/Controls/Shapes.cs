using System.Drawing;
using System.Drawing.Drawing2D;

namespace GlazeEffectPlugin.Controls;

/// <summary>Rounded rectangles.</summary>
internal static class Shapes
{
    /// <summary>The outline of a rectangle whose corners are quarter circles of the radius, in pixels.</summary>
    public static GraphicsPath Rounded(RectangleF bounds, float radius)
    {
        var path = new GraphicsPath();
        var d = Math.Min(radius * 2, Math.Min(bounds.Width, bounds.Height));
        if (d <= 0)
        {
            path.AddRectangle(bounds);
            return path;
        }

        path.AddArc(bounds.Left, bounds.Top, d, d, 180, 90);
        path.AddArc(bounds.Right - d, bounds.Top, d, d, 270, 90);
        path.AddArc(bounds.Right - d, bounds.Bottom - d, d, d, 0, 90);
        path.AddArc(bounds.Left, bounds.Bottom - d, d, d, 90, 90);
        path.CloseFigure();
        return path;
    }

    /// <summary>Fills a rounded rectangle.</summary>
    public static void Fill(Graphics graphics, Color color, RectangleF bounds, float radius)
    {
        if (bounds.Width <= 0 || bounds.Height <= 0)
        {
            return;
        }

        using var path = Rounded(bounds, radius);
        using var brush = new SolidBrush(color);
        graphics.FillPath(brush, path);
    }

    /// <summary>Draws a rounded rectangle's outline inside the bounds.</summary>
    public static void Outline(Graphics graphics, Color color, RectangleF bounds, float radius, float width)
    {
        bounds.Inflate(-width / 2, -width / 2);
        using var path = Rounded(bounds, radius);
        using var pen = new Pen(color, width);
        graphics.DrawPath(pen, path);
    }
}
