namespace Glaze.Imaging.Painterly;

/// <summary>A picture being painted on: colours and the thickness of paint.</summary>
internal sealed class StrokeCanvas(PaintRequest request, PlanarImage ground)
{
    /// <summary>The colours so far.</summary>
    internal PlanarImage Image { get; } = ground;

    /// <summary>Thickness of paint, 0 bare to about 1; row-major.</summary>
    internal float[] Thickness { get; } = new float[ground.PlaneSize];

    /// <summary>
    /// Lays strokes in their order. Bands of rows are painted in parallel, each seeing its strokes in the same order,
    /// so that the result does not depend on the thread count.
    /// </summary>
    internal void Paint(IReadOnlyList<Stroke> strokes, BrushTip tip)
    {
        var bands = new List<int>[RowBands.CountOf(request.Height)];
        for (var i = 0; i < strokes.Count; i++)
        {
            var first = Math.Clamp((int)MathF.Floor(strokes[i].Y - strokes[i].Reach), 0, request.Height - 1) / RowBands.RowsPerBand;
            var last = Math.Clamp((int)MathF.Ceiling(strokes[i].Y + strokes[i].Reach), 0, request.Height - 1) / RowBands.RowsPerBand;
            for (var band = first; band <= last; band++)
            {
                (bands[band] ??= []).Add(i);
            }
        }

        RowBands.Run(request.Height, request.Cancellation, (first, end) =>
        {
            foreach (var i in bands[first / RowBands.RowsPerBand] ?? [])
            {
                PaintOne(strokes[i], tip, first, end);
            }
        });
    }

    /// <summary>Lights the paint from the upper left: ridges bright, furrows dark.</summary>
    /// <param name="strength">Contrast of the relief; slopes are taken per pixel at 512².</param>
    internal void Light(float strength)
    {
        var (width, height) = (request.Width, request.Height);
        var values = Image.Values;
        var size = Image.PlaneSize;
        request.ForRows(y =>
        {
            for (var x = 0; x < width; x++)
            {
                var (dx, dy) = FlowField.Gradient(Thickness, width, height, x, y);
                var light = 1 + Math.Clamp(strength * request.Scale * (dx + dy), -0.45f, 0.45f);
                var i = (y * width) + x;
                for (var c = i; c < values.Length; c += size)
                {
                    values[c] = light < 1 ? values[c] * light : 1 - ((1 - values[c]) * (2 - light));
                }
            }
        });
    }

    private void PaintOne(in Stroke stroke, BrushTip tip, int first, int end)
    {
        var (cos, sin) = (MathF.Cos(stroke.Angle), MathF.Sin(stroke.Angle));
        var (halfLength, halfWidth) = (0.5f * stroke.Length, 0.5f * stroke.Width);
        var bend = stroke.Bend * stroke.Length;
        var spread = halfWidth + Math.Abs(bend) + 1;
        var reachX = (Math.Abs(cos) * halfLength) + (Math.Abs(sin) * spread) + halfWidth;
        var reachY = (Math.Abs(sin) * halfLength) + (Math.Abs(cos) * spread) + halfWidth;
        var left = Math.Max(0, (int)(stroke.X - reachX));
        var right = Math.Min(request.Width - 1, (int)(stroke.X + reachX + 1));
        var top = Math.Max(first, (int)(stroke.Y - reachY));
        var bottom = Math.Min(end - 1, (int)(stroke.Y + reachY + 1));
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                var (dx, dy) = (x - stroke.X, y - stroke.Y);
                var along = (dx * cos) + (dy * sin);
                var t = along / halfLength;
                var across = ((dy * cos) - (dx * sin) - (bend * ((t * t) - 0.5f))) / halfWidth;
                if (across is > -1 and < 1 && t is > -1.4f and < 1.4f)
                {
                    Touch((y * request.Width) + x, stroke, tip, along, across, t);
                }
            }
        }
    }

    private void Touch(int index, in Stroke stroke, BrushTip tip, float along, float across, float t)
    {
        // One bristle leaves one lengthwise streak: a noise that is long along the stroke and narrow across it.
        var bristle = Noise.Smooth(stroke.Seed, (along / stroke.Width * 0.35f) + 31, across * 4.5f);
        var over = ((Math.Abs(t) - 1) * 0.5f * stroke.Length / stroke.Width) + 0.25f - (tip.Ragged * 0.5f * bristle);
        var side = (1 - Math.Abs(across)) / tip.Softness;
        var cover = tip.Opacity * Math.Clamp(side, 0f, 1f) * Math.Clamp(1 - (3 * over), 0f, 1f);

        // The brush runs dry toward its end, bristle by bristle.
        var dry = tip.Dryness * (0.6f + (0.4f * t));
        cover *= Noise.Step(dry - 0.3f, dry + 0.1f, 0.5f + (0.5f * bristle));
        if (cover <= 0.003f)
        {
            return;
        }

        var shade = 1 + (tip.Bristles * bristle);
        var values = Image.Values;
        var size = Image.PlaneSize;
        values[index] += cover * ((stroke.Red * shade) - values[index]);
        values[index + size] += cover * ((stroke.Green * shade) - values[index + size]);
        values[index + (2 * size)] += cover * ((stroke.Blue * shade) - values[index + (2 * size)]);
        var ridge = (0.55f + (0.45f * bristle)) * Math.Clamp(side, 0f, 1f);
        Thickness[index] += cover * (ridge - (0.8f * Thickness[index]));
    }
}
