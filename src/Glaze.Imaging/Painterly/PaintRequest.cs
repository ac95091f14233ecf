namespace Glaze.Imaging.Painterly;

/// <summary>What a renderer is given: the picture, the seed, and the derived things most renderers need.</summary>
internal sealed class PaintRequest(PlanarImage original, int seed, CancellationToken cancellation)
{
    /// <summary>The side at which the lengths in the renderers are meant literally.</summary>
    private const float ReferenceSide = 512;

    internal PlanarImage Original { get; } = original;

    internal int Seed { get; } = seed;

    internal CancellationToken Cancellation { get; } = cancellation;

    internal int Width => Original.Width;

    internal int Height => Original.Height;

    /// <summary>Factor from lengths at 512×512 to lengths in this picture.</summary>
    internal float Scale { get; } = Math.Clamp(MathF.Sqrt((float)original.Width * original.Height) / ReferenceSide, 0.35f, 16f);

    /// <summary>A length given for 512×512, in this picture's pixels.</summary>
    internal float Pixels(float atReference) => atReference * Scale;

    /// <summary>The same request for another picture of the same size, for instance one with a changed palette.</summary>
    internal PaintRequest With(PlanarImage picture) => new(picture, Seed, Cancellation);

    /// <summary>Runs a function for every row; rows are independent.</summary>
    internal void ForRows(Action<int> row) => RowBands.Run(Height, Cancellation, (first, end) =>
    {
        for (var y = first; y < end; y++)
        {
            row(y);
        }
    });
}
