using System.Drawing;
using System.Runtime.Serialization;
using PaintDotNet.ComponentModel;

namespace PaintDotNet.Effects;

public abstract class EffectBase : RefTrackedObject, ISerializable, IEffect, IObjectRef, IIsDisposed, IDisposable
{
    internal EffectBase(string name, Image? image, string? submenuName, EffectOptionsBase options)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        MenuImage = image;
        SubmenuName = submenuName;
        Options = options;
    }

    protected CancellationToken CancellationToken => HostCancellation;

    protected bool IsCancelRequested => HostCancellation.IsCancellationRequested;

    protected IServiceProvider Services => HostServices
        ?? throw new InvalidOperationException("Services were used before the host had created the effect.");

    protected EffectConfigToken Token => HostToken!;

    IEffectInfo2 IEffect.EffectInfo => HostInfo!;

    IEffectEnvironment IEffect.Environment => RequireEnvironment();

    IEffectOptions IEffect.Options => Options;

    IServiceProvider IEffect.Services => Services;

    internal string Name { get; }

    internal Image? MenuImage { get; }

    internal string? SubmenuName { get; }

    internal EffectOptionsBase Options { get; }

    internal IEffectInfo2? HostInfo { get; set; }

    internal IServiceProvider? HostServices { get; set; }

    internal IEffectEnvironment? HostEnvironment { get; set; }

    internal EffectConfigToken? HostToken { get; set; }

    internal CancellationToken HostCancellation { get; set; }

    IEffectConfigForm IEffect.CreateConfigForm()
    {
        var form = OnCreateConfigForm();
        form.SetEffect(this);
        return form;
    }

    IEffectRenderer IEffect.CreateRenderer(Type interfaceType) =>
        interfaceType == typeof(IBitmapEffectRenderer)
            ? new BitmapEffectRenderer((BitmapEffect)this)
            : throw new NotSupportedException($"No renderer {interfaceType}.");

    TRenderer IEffect.CreateRenderer<TRenderer>() => (TRenderer)((IEffect)this).CreateRenderer(typeof(TRenderer));

    bool IEffect.IsRendererAvailable(Type interfaceType) => interfaceType == typeof(IBitmapEffectRenderer);

    bool IEffect.IsRendererAvailable<TRenderer>() => typeof(TRenderer) == typeof(IBitmapEffectRenderer);

    void ISerializable.GetObjectData(SerializationInfo info, StreamingContext context) =>
        throw new NotSupportedException();

    internal IEffectEnvironment RequireEnvironment() => HostEnvironment
        ?? throw new InvalidOperationException("The environment was used before the host had created the effect.");

    protected override sealed void Dispose(bool disposing)
    {
        OnDispose(disposing);
        base.Dispose(disposing);
    }

    protected virtual IEffectConfigForm OnCreateConfigForm() =>
        throw new NotSupportedException("This effect has no dialog.");

    protected virtual void OnDispose(bool disposing)
    {
    }
}
