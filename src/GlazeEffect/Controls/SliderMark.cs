namespace GlazeEffectPlugin.Controls;

/// <summary>A named place on the intensity slider.</summary>
internal sealed record SliderMark(int Value, string Name);
