namespace Glaze.Cloaking.Optimization;

/// <summary>
/// The share of the bound that each colour value uses. Eyes see fine blue detail least and fine green detail best (luma weights of
/// Rec. 709: 0.21, 0.72, 0.07), so at equal visibility blue may move furthest; docs/algorithm.md has the measurement.
/// </summary>
internal static class ColourShare
{
    private const float Grey = 0.7f;

    private static readonly float[] Rgb = [0.75f, 0.62f, 1f];

    /// <summary>The share of one colour value.</summary>
    /// <param name="channel">0 red, 1 green, 2 blue.</param>
    /// <param name="isGreyscale">Whether all three must change alike.</param>
    public static float Of(int channel, bool isGreyscale) => isGreyscale ? Grey : Rgb[channel];
}
