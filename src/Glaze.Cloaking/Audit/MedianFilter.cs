using Glaze.Imaging;

namespace Glaze.Cloaking.Audit;

/// <summary>3×3 median of each channel, borders repeated.</summary>
internal static class MedianFilter
{
    public static PlanarImage Apply(PlanarImage image)
    {
        var result = new PlanarImage(image.Width, image.Height);
        Parallel.For(0, image.Height * PlanarImage.ChannelCount, row =>
        {
            var source = image.Plane(row / image.Height);
            var target = result.Plane(row / image.Height);
            var y = row % image.Height;
            Span<float> window = stackalloc float[9];
            for (var x = 0; x < image.Width; x++)
            {
                var i = 0;
                for (var dy = -1; dy <= 1; dy++)
                {
                    var line = Math.Clamp(y + dy, 0, image.Height - 1) * image.Width;
                    for (var dx = -1; dx <= 1; dx++)
                    {
                        window[i++] = source[line + Math.Clamp(x + dx, 0, image.Width - 1)];
                    }
                }

                window.Sort();
                target[(y * image.Width) + x] = window[4];
            }
        });
        return result;
    }
}
