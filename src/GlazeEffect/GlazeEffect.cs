using System.Drawing;
using GlazeEffectPlugin.Engine;
using GlazeEffectPlugin.Pixels;
using PaintDotNet;
using PaintDotNet.AppModel;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace GlazeEffectPlugin;

/// <summary>
/// The effect the host finds. The engine process does the work, started by the dialog or, for a repeat without one, by
/// <see cref="OnSetToken"/>; rendering only copies pixels.
/// </summary>
[PluginSupportInfo(typeof(PluginSupportInfo))]
public sealed class GlazeEffect : BitmapEffect<GlazeConfigToken>
{
    private CloakedLayer? _layer;

    /// <summary>Called by the host when it looks for plugins, and for every use.</summary>
    public GlazeEffect()
        : base(Texts.EffectName, MenuIcon(), Texts.SubmenuName, BitmapEffectOptions.Create() with { IsConfigurable = true })
    {
    }

    /// <inheritdoc/>
    protected override IEffectConfigForm OnCreateConfigForm() => new GlazeConfigForm();

    /// <inheritdoc/>
    protected override void OnInitializeRenderInfo(IBitmapEffectRenderInfo renderInfo)
    {
        renderInfo.Schedule = BitmapEffectRenderingSchedule.SquareTiles;
        base.OnInitializeRenderInfo(renderInfo);
    }

    /// <inheritdoc/>
    protected override void OnSetToken(GlazeConfigToken? newToken)
    {
        base.OnSetToken(newToken);
        _layer = null;
        if (newToken is null || (newToken.Layer is null && !newToken.IsAccepted))
        {
            return;
        }

        try
        {
            var source = LayerSource.Read(Environment, Services.GetService<IImagingFactory>());
            if (newToken.Layer?.Matches(source, newToken.Settings) == true)
            {
                _layer = newToken.Layer;
            }
            else if (newToken.IsAccepted)
            {
                // A repeat: the remembered layer belongs to another picture.
                _layer = LayerCloaker.Run(SharedRenderer.For(Services), source, newToken.Settings, CancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The host no longer wants this run; the layer stays as it is.
        }
#pragma warning disable CA1031 // The border to the host: whatever failed, the layer stays as it is and the artist reads why.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Services.GetService<IExceptionDialogService>()?.ShowErrorDialog(null, LayerCloaker.Explain(failure), failure);
        }
    }

    /// <inheritdoc/>
    protected override void OnRender(IBitmapEffectOutput output)
    {
        using var target = output.LockBgra32();
        var region = target.AsRegionPtr();
        if (_layer is not { } layer)
        {
            using var source = Environment.GetSourceBitmapBgra32();
            source.CopyPixels(region, output.Bounds.Location);
            return;
        }

        for (var y = 0; y < region.Height && !IsCancelRequested; y++)
        {
            layer.CopyRow(output.Bounds.Left, output.Bounds.Top + y, region.SliceRows(y, 1));
        }
    }

    private static Image MenuIcon() => PluginIcon.Load(UIScaleFactor.Current.Dpi);
}
