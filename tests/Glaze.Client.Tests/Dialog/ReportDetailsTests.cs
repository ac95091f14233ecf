using Glaze.Client.Dialog;
using Glaze.Client.Resources;
using Glaze.Client.Settings;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Tests.Dialog;

public sealed class ReportDetailsTests
{
    [Fact]
    public void Of_FailureThatNamesAFile_SaysWhichFailureAndNoPath()
    {
        var state = new DialogState
        {
            Settings = CloakSettings.Default with { Flat = FlatColour.Grain },
            Styles = [],
            DeviceLine = new UserText(TextKey.DeviceUnknown),
            Status = new UserText(TextKey.Ready),
            Phase = DialogPhase.Faulted,
            Error = new UserText(TextKey.EngineMissing, "C:\\Users\\somebody\\glaze.exe"),
        };
        var engine = new Welcome(2, "1.2.3", [new DeviceDescription(DeviceKind.DirectMl, "Card", null, Usable: false, "too old")], [], []) { ModelsFolder = "C:\\Users\\somebody\\models" };

        var details = ReportDetails.Of("1.2.3", engine, state);

        details.ShouldContain("EngineMissing");
        details.ShouldContain("DirectMl, Card, not usable: too old");
        details.ShouldContain("Grain");
        details.ShouldNotContain("somebody");
    }
}
