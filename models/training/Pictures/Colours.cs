using SkiaSharp;

namespace Glaze.Training.Pictures;

/// <summary>Colours as artists choose them: around a few hues, or quite free.</summary>
internal static class Colours
{
    /// <summary>Draws a palette.</summary>
    public static SKColor[] Palette(Dice dice, int count)
    {
        if (dice.Chance(0.2))
        {
            return [.. Enumerable.Range(0, count).Select(_ => new SKColor((uint)dice.Whole(0, 1 << 24) | 0xFF000000))];
        }

        var hue = dice.Range(0, 1);
        var (saturation, value) = (dice.Range(0, 0.9), dice.Range(0.35, 0.9));
        return [.. Enumerable.Range(0, count).Select(_ => SKColor.FromHsv(
            360 * ((hue + dice.Of(0f, 0f, 0.08f, 0.5f, 0.33f) + dice.Normal(0, 0.03) + 2) % 1),
            100 * Math.Clamp(dice.Normal(saturation, 0.2), 0, 1),
            100 * Math.Clamp(dice.Normal(value, 0.3), 0.03f, 1)))];
    }

    /// <summary>One colour.</summary>
    public static SKColor One(Dice dice) => Palette(dice, 1)[0];

    /// <summary>Red, green or blue of a ramp of colours at t in 0..1.</summary>
    public static float Ramp(SKColor[] colours, float t, int channel)
    {
        var place = Math.Clamp(t, 0f, 1f) * (colours.Length - 1);
        var i = Math.Min((int)place, Math.Max(0, colours.Length - 2));
        var next = colours[Math.Min(i + 1, colours.Length - 1)];
        return (Channel(colours[i], channel) + ((Channel(next, channel) - Channel(colours[i], channel)) * (place - i))) / 255f;
    }

    /// <summary>A channel of a colour, 0..255.</summary>
    public static float Channel(SKColor colour, int channel) => channel switch { 0 => colour.Red, 1 => colour.Green, _ => colour.Blue };
}
