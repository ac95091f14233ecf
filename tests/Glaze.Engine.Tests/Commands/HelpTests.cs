using Glaze.TestKit.Golden;

namespace Glaze.Engine.Tests.Commands;

/// <summary>What <c>--help</c> says is part of the contract: a change of it is a visible difference.</summary>
public sealed class HelpTests
{
    [Theory]
    [InlineData("glaze")]
    [InlineData("cloak")]
    [InlineData("audit")]
    [InlineData("styles")]
    [InlineData("devices")]
    [InlineData("models")]
    [InlineData("serve")]
    public void Help_OfACommand_IsWhatWasApproved(string command)
    {
        var run = GlazeRun.Of(command == "glaze" ? ["--help"] : [command, "--help"]);

        run.ExitCode.ShouldBe(0);
        run.Errors.ShouldBeEmpty();
        GoldenText.ShouldMatch($"Help-{command}", run.Output.Replace("testhost", "glaze", StringComparison.Ordinal));
    }
}
