namespace PaintDotNet.Effects;

public interface IEffectConfigForm<TEffect, TToken> : IEffectConfigForm, IIsDisposed, IDisposable
    where TEffect : class, IEffect
    where TToken : EffectConfigToken
{
    new TToken Token { get; set; }
}
