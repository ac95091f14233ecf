namespace Glaze.Imaging.Painterly;

/// <summary>One target style: redraws a picture with its own palette, stroke, edge and texture while its content stays recognisable.</summary>
public sealed record PainterlyStyle
{
    private readonly Func<PaintRequest, PlanarImage> _paint;

    internal PainterlyStyle(string name, string description, Func<PaintRequest, PlanarImage> paint)
    {
        Name = name;
        Description = description;
        _paint = paint;
    }

    /// <summary>A style that is not of the catalogue.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">One line on how it looks.</param>
    /// <param name="paint">Redraws a picture at its own size; values outside 0..1 are clipped.</param>
    /// <returns>The style. Its seed has no effect.</returns>
    public static PainterlyStyle Custom(string name, string description, Func<PlanarImage, CancellationToken, PlanarImage> paint) =>
        new(name, description, request => paint(request.Original, request.Cancellation));

    /// <summary>What the command line and settings call the style: lower case, words joined by hyphens. What people call it is a word of each language.</summary>
    public string Name { get; }

    /// <summary>One line on how the style looks.</summary>
    public string Description { get; }

    /// <summary>Whether the percentile rule passes it over, so that it is had by its name alone.</summary>
    internal bool IsByNameAlone { get; init; }

    /// <summary>
    /// Redraws a picture. The result depends on the picture and the seed only, never on the number of threads;
    /// lengths of strokes and dots follow the size of the picture.
    /// </summary>
    /// <param name="original">The picture, 0..1; any size from 1×1.</param>
    /// <param name="seed">Chooses where strokes fall.</param>
    /// <param name="cancellation">Stops the work within a few milliseconds.</param>
    /// <returns>A new picture of the same size, values within 0..1.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public PlanarImage Render(PlanarImage original, int seed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(original);
        cancellation.ThrowIfCancellationRequested();
        var result = _paint(new PaintRequest(original, seed, cancellation));
        var values = result.Values;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Math.Clamp(values[i], 0f, 1f);
        }

        return result;
    }
}
