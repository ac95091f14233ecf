using PaintDotNet.ComponentModel;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PaintDotNet.Effects;

/// <summary>Drives one effect instance; a new cancellation token is made for every token set.</summary>
internal sealed class BitmapEffectRenderer(BitmapEffect effect) : RefTrackedObject, IBitmapEffectRenderer
{
    private readonly BitmapEffectRenderInfo _renderInfo = new();
    private CancellationTokenSource _cancellation = new();
    private bool _initialized;
    private bool _tokenSet;
    private int _renderCalls;

    public CancellationToken CancellationToken => _cancellation.Token;

    public IEffect Effect => effect;

    public bool IsCancelRequested => _cancellation.IsCancellationRequested;

    public IReadOnlyBitmapEffectRenderInfo RenderInfo => _renderInfo;

    public void CancelRendering() => _cancellation.Cancel();

    public void Initialize(BitmapEffectInitializeInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        effect.InitializeRenderInfo(_renderInfo);
        _renderInfo.Freeze();
        _initialized = true;
    }

    public void SetToken(EffectConfigToken? token)
    {
        if (!_initialized || Volatile.Read(ref _renderCalls) != 0)
        {
            throw new InvalidOperationException("Initialize comes first, and no render call may be running.");
        }

        _cancellation = new CancellationTokenSource();
        effect.HostCancellation = _cancellation.Token;
        effect.SetToken(token);
        _tokenSet = true;
    }

    public unsafe void Render(void* pBuffer, int bufferStride, nint bufferSize, in PixelFormat pixelFormat, RectInt32 rect)
    {
        if (!_tokenSet)
        {
            throw new InvalidOperationException("SetToken comes before Render.");
        }

        Interlocked.Increment(ref _renderCalls);
        try
        {
            effect.Render(new BitmapEffectOutput((ColorBgra32*)pBuffer, bufferStride, rect));
        }
        finally
        {
            Interlocked.Decrement(ref _renderCalls);
        }
    }

    public IColorContext GetRenderColorContext(in PixelFormat pixelFormat) => effect.RequireEnvironment().Document.ColorContext;

    protected override void Dispose(bool disposing)
    {
        _cancellation.Cancel();
        base.Dispose(disposing);
    }
}
