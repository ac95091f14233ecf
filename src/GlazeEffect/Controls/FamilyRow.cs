using System.Drawing;

namespace GlazeEffectPlugin.Controls;

/// <summary>A family of models in <see cref="FamilyMeters"/>.</summary>
/// <param name="Family">Its name.</param>
/// <param name="Level">How far its bar is filled, 0 to 1.</param>
/// <param name="Verdict">A word.</param>
/// <param name="Fill">Colour of bar and word.</param>
internal sealed record FamilyRow(string Family, double Level, string Verdict, Color Fill);
