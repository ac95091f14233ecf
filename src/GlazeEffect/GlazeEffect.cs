using System.Drawing;
using Glaze.Client.Engine;
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
        // Every pixel of every tile is written, so the host need not clear the buffers.
        renderInfo.Flags = BitmapEffectRenderingFlags.UninitializedOutputBuffer;
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
            _layer = newToken.Layer?.Matches(source, newToken.Settings) == true
                ? newToken.Layer
                : newToken.IsAccepted ? LayerCloaker.Run(source, newToken.Settings, CancellationToken) : null;
        }
        catch (OperationCanceledException)
        {
            // The host no longer wants this run.
        }
        catch (Exception failure) when (EngineFailureText.IsExpected(failure))
        {
            Services.GetService<IExceptionDialogService>()?.ShowErrorDialog(null, EngineFailureText.For(failure), failure);
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

        for (var y = 0; y < region.Height; y++)
        {
            if (IsCancelRequested)
            {
                return;
            }

            layer.CopyRow(output.Bounds.Left, output.Bounds.Top + y, region.Slice(new RectInt32(0, y, region.Width, 1)));
        }
    }

    private static Image MenuIcon() => PluginIcon.Load(UIScaleFactor.Current.Dpi);
}
