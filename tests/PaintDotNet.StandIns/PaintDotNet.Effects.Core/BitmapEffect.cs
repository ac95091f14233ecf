using System.Drawing;
using System.Runtime.Serialization;
using PaintDotNet.ComponentModel;
using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

public abstract class BitmapEffect : EffectBase, ISerializable, IBitmapEffect, IEffect, IObjectRef, IIsDisposed, IDisposable
{
    protected BitmapEffect(string name, IBitmapSource image, string? submenuName, BitmapEffectOptions options)
        : base(name, null, submenuName, options)
    {
    }

    protected BitmapEffect(string name, Image image, string? submenuName, BitmapEffectOptions options)
        : base(name, image, submenuName, options)
    {
    }

    protected BitmapEffect(string name, string? submenuName, BitmapEffectOptions options)
        : base(name, null, submenuName, options)
    {
    }

    protected IBitmapEffectEnvironment Environment => (IBitmapEffectEnvironment)RequireEnvironment();

    IBitmapEffectEnvironment IBitmapEffect.Environment => Environment;

    IBitmapEffectOptions IBitmapEffect.Options => (IBitmapEffectOptions)Options;

    internal void InitializeRenderInfo(IBitmapEffectRenderInfo renderInfo) => OnInitializeRenderInfo(renderInfo);

    internal void SetToken(EffectConfigToken? token)
    {
        HostToken = token;
        OnSetToken(token);
    }

    internal void Render(IBitmapEffectOutput output) => OnRender(output);

    protected override void OnDispose(bool disposing) => base.OnDispose(disposing);

    protected virtual void OnInitializeRenderInfo(IBitmapEffectRenderInfo renderInfo)
    {
    }

    protected abstract void OnRender(IBitmapEffectOutput output);

    protected virtual void OnSetToken(EffectConfigToken? newToken)
    {
    }
}
