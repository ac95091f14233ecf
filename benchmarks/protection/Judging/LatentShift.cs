namespace Glaze.Benchmarks.Protection.Judging;

/// <summary>The one figure of protection: 1 − ‖Φ(cloaked) − Φ(target)‖ / ‖Φ(original) − Φ(target)‖.</summary>
internal static class LatentShift
{
    /// <summary>The shift of one encoder's latents; 0: it sees the original, 1: it sees the target. 0 when these two are the same.</summary>
    public static double Of(float[] original, float[] cloaked, float[] target)
    {
        var whole = Distance(original, target);
        return whole > 0 ? 1 - (Distance(cloaked, target) / whole) : 0;
    }

    private static double Distance(float[] left, float[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            var difference = (double)left[i] - right[i];
            sum += difference * difference;
        }

        return Math.Sqrt(sum);
    }
}
