using Glaze.Client.Settings;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Tests.Settings;

public sealed class EncoderChoiceTests
{
    private static readonly ModelDescription[] Models =
    [
        new("mini", "Own", ModelState.Ready, BuiltIn: true),
        new("sd", "SD", ModelState.Ready),
        new("flux", "FLUX", ModelState.Available),
        new("sd-vae", "SD", ModelState.Ready, Full: true),
    ];

    [Fact]
    public void Includes_UsualChoice_HasWhatIsReadyAndSmall() =>
        Models.Where(model => EncoderChoice.Includes("", model)).Select(model => model.Name).ShouldBe(["mini", "sd"]);

    [Theory]
    [InlineData("", "sd", false, "mini")]
    [InlineData("mini", "sd", true, "")]
    [InlineData("", "sd-vae", true, "mini,sd,sd-vae")]
    [InlineData("mini,sd,sd-vae", "sd-vae", false, "")]
    [InlineData("mini", "mini", false, "mini")]
    [InlineData("", "flux", true, "")]
    public void With_OneMoreOrFewer_KeepsTheOthersAndNeverNone(string before, string name, bool isChosen, string after) =>
        EncoderChoice.With(before, Models, name, isChosen).ShouldBe(after);

    [Fact]
    public void Without_RemovedEncoder_LeavesTheRest()
    {
        EncoderChoice.Without("mini,flux,unknown", Models).ShouldBe("mini");
        EncoderChoice.Without("flux", Models).ShouldBe("");
    }
}
