namespace Glaze.Cloaking.Tests.Canvas;

internal enum CanvasArt
{
    Colour,
    Grey,
    Cel,
    Pixels,
}
