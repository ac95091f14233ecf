namespace Glaze.Cloaking.Canvas;

/// <summary>A rectangle of the canvas that is optimised at once; it may reach over the canvas' edge, where pixels are mirrored.</summary>
/// <param name="X">Left edge in pixels, may be negative.</param>
/// <param name="Y">Top edge in pixels, may be negative.</param>
/// <param name="Width">Width in pixels, a multiple of the encoders' alignment.</param>
/// <param name="Height">Height in pixels, likewise.</param>
internal readonly record struct CanvasWindow(int X, int Y, int Width, int Height);
