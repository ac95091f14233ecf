using Glaze.Client.Resources;

namespace Glaze.Client.Dialog;

/// <summary>What a meter shows.</summary>
/// <param name="Level">How far the meter is filled, 0 to 1; null = not measured, draw it empty.</param>
/// <param name="Mood">Whether that is what the artist wants: the colour of bar and verdict.</param>
/// <param name="Verdict">One or a few words.</param>
/// <param name="Figures">The numbers behind it; null when there are none.</param>
/// <param name="Detail">What the verdict means, in sentences, for those who point at the meter; null when there is no more to say.</param>
public sealed record MeterReading(double? Level, MeterMood Mood, UserText Verdict, UserText? Figures = null, UserText? Detail = null);
