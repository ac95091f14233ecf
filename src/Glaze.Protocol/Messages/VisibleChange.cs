using System.Text.Json.Serialization;

namespace Glaze.Protocol.Messages;

/// <summary>How visible the change is, measured on the selected 8-bit pixels.</summary>
/// <param name="PsnrDecibels">Peak signal-to-noise ratio in dB; null when not one pixel changed.</param>
/// <param name="MaxLevels">The largest change of one colour value, in levels of 255.</param>
public sealed record VisibleChange(double? PsnrDecibels, int MaxLevels)
{
    /// <summary>The word for it: the one place that says which figure is how visible.</summary>
    [JsonIgnore]
    public Visibility Visibility => OfPsnr(PsnrDecibels);

    /// <summary>The word for a signal-to-noise ratio in dB; null stands for no change at all.</summary>
    /// <param name="psnrDecibels">The ratio.</param>
    public static Visibility OfPsnr(double? psnrDecibels) => psnrDecibels switch
    {
        null => Visibility.None,
        >= 45 => Visibility.Invisible,
        >= 38 => Visibility.Subtle,
        >= 32 => Visibility.Noticeable,
        _ => Visibility.Visible,
    };

    internal void Validate()
    {
        Require.Finite(PsnrDecibels, "psnrDecibels");
        Require.That(MaxLevels is >= 0 and <= 255, $"maxLevels is {MaxLevels}; it goes from 0 to 255.");
    }
}
