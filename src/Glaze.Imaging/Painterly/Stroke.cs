namespace Glaze.Imaging.Painterly;

/// <summary>One brush mark: a bent bar around a centre; lengths in pixels, angle in radians, colour sRGB 0..1.</summary>
/// <param name="X">Centre.</param>
/// <param name="Y">Centre.</param>
/// <param name="Angle">Direction of the bar.</param>
/// <param name="Length">Length along the direction.</param>
/// <param name="Width">Width across it.</param>
/// <param name="Bend">Sideways displacement at the ends, as a part of the length.</param>
/// <param name="Red">Colour.</param>
/// <param name="Green">Colour.</param>
/// <param name="Blue">Colour.</param>
/// <param name="Seed">Chooses the bristles.</param>
internal readonly record struct Stroke(
    float X, float Y, float Angle, float Length, float Width, float Bend, float Red, float Green, float Blue, int Seed)
{
    /// <summary>Rows above and below the centre that the mark can touch.</summary>
    internal float Reach => (0.5f * Length) + Width + 1;
}
