namespace Glaze.Cloaking.Tests.Canvas;

internal enum CanvasSelection
{
    None,
    Rectangle,
    OnePixel,
    Soft,
}
