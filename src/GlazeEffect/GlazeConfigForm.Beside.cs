using System.Windows.Forms;
using Glaze.Client.Dialog;
using Glaze.Client.Encoders;
using Glaze.Client.Engine;
using GlazeEffectPlugin.Resources;
using GlazeEffectPlugin.Engine;
using PaintDotNet;
using PaintDotNet.AppModel;

namespace GlazeEffectPlugin;

/// <summary>What the dialog opens beside itself: the panel of encoders, help, details for a report.</summary>
public sealed partial class GlazeConfigForm
{
    /// <inheritdoc/>
    protected override void OnHelpRequested(HelpEventArgs hevent)
    {
        ShowHelp();
        hevent.Handled = true;
        base.OnHelpRequested(hevent);
    }

    // The host opens it: a plugin starts no programs.
    private void ShowHelp() => Background.Guard(
        () =>
        {
            if (HelpPages.Uri is { } page)
            {
                Services.GetService<IShellService>()?.LaunchUrl(this, page.AbsoluteUri);
            }
        },
        ShowFailure);

    private void CopyDetails() => Background.Guard(
        () =>
        {
            if (_model is { } model)
            {
                var engine = SharedRenderer.For(Services).Catalogue;
                Clipboard.SetText(ReportDetails.Of(PluginSupportInfo.ShortVersion, engine, model.State));
                _status.IsError = false;
                _status.Text = Texts.DetailsCopied;
            }
        },
        ShowFailure);

    private void ChooseEncoders()
    {
        if (_model is not { State.CanEdit: true } model)
        {
            return;
        }

        using var encoders = new EncoderPanelModel(SharedRenderer.For(Services), SynchronizationContext.Current!, model.State.Settings.Encoders);
        using (var panel = new EncoderPanelForm(encoders, _palette))
        {
            panel.ShowDialog(this);
        }

        if (!_closing.IsCancellationRequested)
        {
            model.SetEncoders(encoders.Choice, encoders.HasChanged);
        }
    }
}
