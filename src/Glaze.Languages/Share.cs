namespace Glaze.Languages;

/// <summary>Shares of the way to the target style, as sentences say them.</summary>
public static class Share
{
    /// <summary>
    /// The share in percent. A picture that an encoder sees a little farther from the target than before is not protected at all: sentences say
    /// 0, while reports and tables keep the measured figure.
    /// </summary>
    /// <param name="shift">1 at the target, 0 at the original, below 0 on its other side.</param>
    public static double Percent(double shift) => 100 * Math.Max(0, shift);
}
