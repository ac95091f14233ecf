using System.CommandLine;

namespace Glaze.Benchmarks.Protection.Tests;

public sealed class HarnessOptionsTests
{
    private static readonly string[] Files = ["--folder", "pictures", "--results", "results.csv", "--surrogates", "surrogates", "--mini", "mini.safetensors"];

    [Fact]
    public void Stages_WithoutOptions_AreAll()
    {
        Stages().ShouldBe(Stage.Full);
    }

    [Fact]
    public void Stages_Quick_IsTheQuickOne()
    {
        Stages("--quick").ShouldHaveSingleItem().ShouldBe(Stage.Quick);
    }

    [Fact]
    public void Stages_QuickWithArms_KeepsTheRestOfQuick()
    {
        var stage = Stages("--quick", "--arms", "without,mini", "--purifiers", "none").ShouldHaveSingleItem();

        stage.Arms.Select(arm => arm.Name).ShouldBe(["without-SD", "without-SDXL", "without-FLUX.1", "without-FLUX.2", "mini"]);
        stage.Pictures.ShouldBe(Stage.Quick.Pictures);
        stage.Size.ShouldBe(Stage.Quick.Size);
        stage.Treatments.Select(treatment => treatment.Name).ShouldBe(["none"]);
    }

    [Theory]
    [InlineData("--size", "500")]
    [InlineData("--arms", "five")]
    [InlineData("--methods", "photo")]
    [InlineData("--purifiers", "blurr")]
    public void Stages_AWordThatMeansNothing_IsRefusedByName(string option, string word)
    {
        Should.Throw<ArgumentException>(() => Stages(option, word)).Message.ShouldStartWith($"\"{word}\" is no ");
    }

    private static IReadOnlyList<Stage> Stages(params string[] arguments)
    {
        var options = new HarnessOptions();
        var command = new RootCommand();
        options.AddTo(command);
        return options.Stages(command.Parse([.. Files, .. arguments]));
    }
}
