namespace Glaze.Protocol.Messages;

/// <summary>How visible the change is, measured on the selected 8-bit pixels.</summary>
/// <param name="PsnrDecibels">Peak signal-to-noise ratio in dB; null when not one pixel changed.</param>
/// <param name="MaxLevels">The largest change of one colour value, in levels of 255.</param>
public sealed record VisibleChange(double? PsnrDecibels, int MaxLevels)
{
    internal void Validate()
    {
        Require.Finite(PsnrDecibels, "psnrDecibels");
        Require.That(MaxLevels is >= 0 and <= 255, $"maxLevels is {MaxLevels}; it goes from 0 to 255.");
    }
}
