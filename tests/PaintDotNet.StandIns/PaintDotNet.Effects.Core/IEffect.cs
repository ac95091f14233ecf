using PaintDotNet.ComponentModel;

namespace PaintDotNet.Effects;

public interface IEffect : IObjectRef, IIsDisposed, IDisposable
{
    IEffectInfo2 EffectInfo { get; }

    IEffectEnvironment Environment { get; }

    IEffectOptions Options { get; }

    IServiceProvider Services { get; }

    IEffectConfigForm CreateConfigForm();

    IEffectRenderer CreateRenderer(Type interfaceType);

    TRenderer CreateRenderer<TRenderer>() where TRenderer : class, IEffectRenderer;

    bool IsRendererAvailable(Type interfaceType);

    bool IsRendererAvailable<TRenderer>() where TRenderer : class, IEffectRenderer;
}
