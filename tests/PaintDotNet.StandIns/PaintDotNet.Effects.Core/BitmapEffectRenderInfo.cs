using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

/// <summary>What an effect asks for before its first token; unchangeable afterwards.</summary>
internal sealed class BitmapEffectRenderInfo : IBitmapEffectRenderInfo
{
    private BitmapEffectRenderingFlags _flags;
    private PixelFormat _outputPixelFormat = PixelFormats.Bgra32;
    private BitmapEffectRenderingSchedule _schedule = BitmapEffectRenderingSchedule.SquareTiles;
    private bool _frozen;

    public BitmapEffectRenderingFlags Flags
    {
        get => _flags;
        set => _flags = Changed(value);
    }

    public PixelFormat OutputPixelFormat
    {
        get => _outputPixelFormat;
        set => _outputPixelFormat = Changed(value);
    }

    public BitmapEffectRenderingSchedule Schedule
    {
        get => _schedule;
        set => _schedule = Changed(value);
    }

    internal void Freeze() => _frozen = true;

    private T Changed<T>(T value) =>
        _frozen ? throw new InvalidOperationException("Render information is set in OnInitializeRenderInfo.") : value;
}
