using System.Drawing;
using System.Runtime.InteropServices;
using Glaze.Client.Pixels;
using GlazeEffectPlugin.Engine;
using GlazeEffectPlugin.Pixels;
using GlazeEffectPlugin.Resources;
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
    private FinishedLayer? _layer;

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

        // The engine has weighed its change by the selection already, and what is not selected keeps its own pixels.
        renderInfo.Flags |= BitmapEffectRenderingFlags.DisableSelectionClipping;
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
            var source = LayerSource.Read(Environment, Services.GetService<IImagingFactory>(), CancellationToken);
            var renderer = SharedRenderer.For(Services);
            if (newToken.Layer?.Matches(source.Picture, newToken.Settings, renderer.Stamp()) == true)
            {
                _layer = newToken.Layer;
            }
            else if (newToken.IsAccepted)
            {
                // A repeat: the remembered layer belongs to another picture.
                _layer = LayerCloaker.Run(renderer, source, newToken.Settings, CancellationToken);
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
            CopyRow(layer, output.Bounds.Left, output.Bounds.Top + y, region.SliceRows(y, 1));
        }
    }

    private static unsafe void CopyRow(FinishedLayer layer, int x, int y, RegionPtr<ColorBgra32> target) =>
        MemoryMarshal.Cast<byte, ColorBgra32>(layer.Row(x, y, target.Width)).CopyTo(new Span<ColorBgra32>(target.Ptr, target.Width));

    private static Image MenuIcon() => PluginIcon.Load(UIScaleFactor.Current.Dpi);
}
