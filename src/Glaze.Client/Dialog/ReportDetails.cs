using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Dialog;

/// <summary>What whoever helps needs to know: versions, devices and reasons; nothing of the picture, and no path.</summary>
public static class ReportDetails
{
    /// <summary>The details as plain text, in English, for pasting into a report.</summary>
    /// <param name="pluginVersion">The plugin's version.</param>
    /// <param name="engine">The engine's newest catalogue; null before its first start.</param>
    /// <param name="state">What the dialog shows.</param>
    public static string Of(string pluginVersion, Welcome? engine, DialogState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var english = CultureInfo.InvariantCulture;
        var text = new StringBuilder();
        Line("Plugin", pluginVersion);
        Line("Engine", engine?.EngineVersion ?? "not started");
        Line("System", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}, {RuntimeInformation.FrameworkDescription}");
        Line("Language", CultureInfo.CurrentUICulture.Name);
        foreach (var device in engine?.Devices ?? [])
        {
            Line("Device", $"{device.Kind}, {device.Name}{(device.Usable ? "" : $", not usable: {device.Reason}")}");
        }

        Line("Encoders", string.Join(", ", (engine?.Surrogates ?? []).Where(encoder => encoder.Installed).Select(encoder => encoder.Name)));
        var settings = state.Settings;
        Line("Settings", string.Create(
            english, $"intensity {settings.Intensity}, {settings.Quality}, {settings.Flat}, style {settings.Style}, device {settings.Device}, encoders {(settings.Encoders.Length == 0 ? "usual" : settings.Encoders)}"));
        Line("Phase", state.Phase.ToString());
        if (state.Error is { } error)
        {
            // The sentence may name a file: which sentence it is says enough.
            Line("Error", $"{error.Key}{(error.Key == Resources.TextKey.EngineCrashed ? " " + error.Arguments[0] : "")}");
        }

        Line("Change", $"{state.VisibleChange.Verdict.Key} {state.VisibleChange.Figures?.Format(english)}");
        foreach (var family in state.Families)
        {
            Line("Protection", family.Detail.Format(english));
        }

        return text.ToString();

        void Line(string name, string value) => text.Append(name).Append(": ").AppendLine(value);
    }
}
