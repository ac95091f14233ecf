namespace PaintDotNet.Imaging;

[Flags]
public enum BitmapAllocationOptions
{
    Default = 0,
    Uninitialized = 1,
    Contiguous = 2,
}
