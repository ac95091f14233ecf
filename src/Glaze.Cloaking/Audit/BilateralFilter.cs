using Glaze.Imaging;

namespace Glaze.Cloaking.Audit;

/// <summary>
/// 5×5 bilateral filter (Tomasi and Manduchi 1998, eq. 3) over colour distance, borders repeated; repeated passes are what
/// published cloak cleaners use (σ 8 levels, many passes).
/// </summary>
internal static class BilateralFilter
{
    private const int Radius = 2;
    private const double SpaceSigma = 2;
    private const double ColourSigma = 20 / 255.0;

    public static PlanarImage Apply(PlanarImage image, int passes)
    {
        for (var pass = 0; pass < passes; pass++)
        {
            image = Once(image);
        }

        return image;
    }

    private static PlanarImage Once(PlanarImage image)
    {
        var result = new PlanarImage(image.Width, image.Height);
        Parallel.For(0, image.Height, y =>
        {
            for (var x = 0; x < image.Width; x++)
            {
                Filter(image, result, x, y);
            }
        });
        return result;
    }

    private static void Filter(PlanarImage image, PlanarImage result, int x, int y)
    {
        var plane = image.PlaneSize;
        var values = image.Values;
        var centre = (y * image.Width) + x;
        var (red, green, blue, total) = (0f, 0f, 0f, 0f);
        for (var dy = -Radius; dy <= Radius; dy++)
        {
            var line = Math.Clamp(y + dy, 0, image.Height - 1) * image.Width;
            for (var dx = -Radius; dx <= Radius; dx++)
            {
                var i = line + Math.Clamp(x + dx, 0, image.Width - 1);
                var (dr, dg, db) = (values[i] - values[centre], values[plane + i] - values[plane + centre], values[(2 * plane) + i] - values[(2 * plane) + centre]);
                var colour = ((dr * dr) + (dg * dg) + (db * db)) / (2 * ColourSigma * ColourSigma);
                var weight = (float)Math.Exp(-colour - (((dx * dx) + (dy * dy)) / (2 * SpaceSigma * SpaceSigma)));
                red += weight * values[i];
                green += weight * values[plane + i];
                blue += weight * values[(2 * plane) + i];
                total += weight;
            }
        }

        result.Values[centre] = red / total;
        result.Values[plane + centre] = green / total;
        result.Values[(2 * plane) + centre] = blue / total;
    }
}
