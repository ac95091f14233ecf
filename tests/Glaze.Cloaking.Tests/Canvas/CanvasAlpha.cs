namespace Glaze.Cloaking.Tests.Canvas;

internal enum CanvasAlpha
{
    Opaque,
    Soft,
    Transparent,
    Holes,
}
