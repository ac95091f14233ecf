using System.Diagnostics;
using System.Net.Sockets;
using Glaze.Engine.Commands;
using Glaze.Engine.Models;
using Glaze.TestKit.Models;
using Xunit.Abstractions;

namespace Glaze.Engine.Tests.Models;

/// <summary>Whatever a server does, the user reads one sentence and no half file is installed.</summary>
public sealed class ModelsInstallTests(ITestOutputHelper log) : IDisposable
{
    private static readonly byte[] Content = SyntheticEncoder.Tiny();
    private static readonly DownloadSettings Patient = new(TimeSpan.FromMinutes(1), 2, TimeSpan.FromMilliseconds(1));

    // Only where silence is the point: a busy machine may keep an honest server waiting that long.
    private static readonly DownloadSettings Impatient = Patient with { StallTimeout = TimeSpan.FromMilliseconds(400) };

    private readonly TemporaryFolder _folder = new();

    private ModelFolder Models => new(_folder.File("models"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Install_HonestServer_InstallsAndPrintsTheHash()
    {
        using var server = new ModelServer(Content);

        var run = Install(TestModels.Entry(server.Url, Content));

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldBe($"tiny {TestModels.Hash(Content)}{Environment.NewLine}");
        run.Errors.ShouldContain("Licence: Test Licence 1.0, © The Test Authors; https://licence.invalid/text");
        File.ReadAllBytes(Models.FileOf("tiny")).ShouldBe(Content);
        Directory.GetFiles(Models.Root).Length.ShouldBe(2);
    }

    [Fact]
    public void Install_HashNotPublished_PinsTheFirst()
    {
        using var server = new ModelServer(Content);
        Install(TestModels.Entry(server.Url)).ExitCode.ShouldBe(0);
        Models.Remove("tiny", forget: false);
        using var other = new ModelServer(SyntheticEncoder.Tiny(seed: 2));

        ShouldFail(Install(TestModels.Entry(other.Url)), "is not the file first installed here", "--forget");

        Models.Remove("tiny", forget: true);
        Install(TestModels.Entry(other.Url)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Install_ConnectionBreaksOff_GoesOnWhereItWas()
    {
        using var server = new ModelServer(Content, async (self, request, stream) =>
        {
            if (ModelServer.RangeStart(request) is null)
            {
                await ModelServer.HeadAsync(stream, "200 OK", Content.Length);
                await stream.WriteAsync(Content.AsMemory(0, 10_000));
                return;
            }

            await self.ServeAsync(request, stream);
        });

        Install(TestModels.Entry(server.Url, Content)).ExitCode.ShouldBe(0);

        File.ReadAllBytes(Models.FileOf("tiny")).ShouldBe(Content);
        ModelServer.RangeStart(server.Requests[^1]).ShouldBe(10_000);
    }

    [Fact]
    public void Install_ServerRefusesRanges_StartsAgain()
    {
        Leave(Content[..5_000]);
        using var server = new ModelServer(Content, (self, _, stream) => self.ServeAsync("no range", stream));

        Install(TestModels.Entry(server.Url, Content)).ExitCode.ShouldBe(0);

        File.ReadAllBytes(Models.FileOf("tiny")).ShouldBe(Content);
    }

    [Fact]
    public void Install_RangeNotSatisfiable_StartsAgain()
    {
        Leave(Content[..5_000]);
        using var server = new ModelServer(Content, async (self, request, stream) =>
        {
            if (ModelServer.RangeStart(request) is not null)
            {
                await ModelServer.HeadAsync(stream, "416 Range Not Satisfiable", 0);
                return;
            }

            await self.ServeAsync(request, stream);
        });

        Install(TestModels.Entry(server.Url, Content)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Install_PartOfAnotherFileLiesThere_FetchesItAgainFromTheStart()
    {
        Leave(SyntheticEncoder.Tiny(seed: 9)[..5_000]);
        using var server = new ModelServer(Content);

        Install(TestModels.Entry(server.Url, Content)).ExitCode.ShouldBe(0);

        File.ReadAllBytes(Models.FileOf("tiny")).ShouldBe(Content);
    }

    [Fact]
    public void Install_Redirected_Follows()
    {
        using var target = new ModelServer(Content);
        using var server = new ModelServer(Content, (_, _, stream) => ModelServer.HeadAsync(stream, "302 Found", 0, $"Location: {target.Url}"));

        Install(TestModels.Entry(server.Url, Content)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Install_RedirectedInCircles_SaysSo()
    {
        using var server = new ModelServer(Content, (self, _, stream) => ModelServer.HeadAsync(stream, "302 Found", 0, $"Location: {self.Url}"));

        ShouldFail(Install(TestModels.Entry(server.Url, Content)), "round in circles", "models import FILE");
    }

    [Fact]
    public void Install_ServerStalls_SaysForHowLongAndHowToGoOn()
    {
        using var server = new ModelServer(Content, async (self, _, stream) =>
        {
            await ModelServer.HeadAsync(stream, "200 OK", Content.Length);
            await stream.WriteAsync(Content.AsMemory(0, 20_000));
            await self.StallAsync(stream);
        });

        ShouldFail(Install(TestModels.Entry(server.Url, Content), settings: Impatient), "in 3 tries", "nothing arrived from 127.0.0.1 for 0.4 s", "go on from 20 kB");
        // On a busy machine a try may end before the server has looked at it.
        server.Requests.Count.ShouldBeInRange(2, 3);
    }

    [Fact]
    public void Install_ServerNeverAnswers_SaysSo()
    {
        using var server = new ModelServer(Content, (self, _, stream) => self.StallAsync(stream));

        ShouldFail(Install(TestModels.Entry(server.Url, Content), settings: Impatient), "nothing arrived from 127.0.0.1 for 0.4 s");
    }

    [Fact]
    public void Install_AlwaysCutShort_SaysWhere()
    {
        using var server = new ModelServer(Content, async (_, request, stream) =>
        {
            await ModelServer.HeadAsync(stream, "200 OK", Content.Length);
            await stream.WriteAsync(Content.AsMemory(0, 10_000));
        });

        ShouldFail(Install(TestModels.Entry(server.Url, Content)), "broke off at 10 kB", "run the same command again");
    }

    [Fact]
    public void Install_FileCorrupted_IsThrownAway()
    {
        var corrupt = Content.ToArray();
        corrupt[^1] ^= 1;
        using var server = new ModelServer(corrupt);

        ShouldFail(Install(TestModels.Entry(server.Url, Content)), "arrived damaged or replaced", TestModels.Hash(Content)[..12], TestModels.Hash(corrupt)[..12]);
        File.Exists(Models.PartialOf("tiny")).ShouldBeFalse();
    }

    [Fact]
    public void Install_AnotherSizeThanPublished_IsNotEvenFetched()
    {
        using var server = new ModelServer(Content[..^8]);

        ShouldFail(Install(TestModels.Entry(server.Url, Content)), "instead of", "it was replaced there");
    }

    [Fact]
    public void Install_LoginPageInsteadOfAModel_IsThrownAway()
    {
        using var server = new ModelServer("<html>Please log in</html>"u8.ToArray());

        ShouldFail(Install(TestModels.Entry(server.Url)), "is not a model", "models import FILE");
        Directory.GetFiles(Models.Root).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("404 Not Found", "is no longer at 127.0.0.1")]
    [InlineData("401 Unauthorized", "only to people who log in")]
    [InlineData("403 Forbidden", "only to people who log in")]
    [InlineData("400 Bad Request", "does not hand out tiny")]
    public void Install_ServerRefuses_SaysWhatToDo(string status, string words)
    {
        using var server = new ModelServer(Content, (_, _, stream) => ModelServer.HeadAsync(stream, status, 0));

        ShouldFail(Install(TestModels.Entry(server.Url, Content)), words, status, "models import FILE");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public void Install_ServerOverloadedOnce_TriesAgain()
    {
        using var server = new ModelServer(Content, (self, request, stream) => self.Requests.Count == 1
            ? ModelServer.HeadAsync(stream, "503 Service Unavailable", 0)
            : self.ServeAsync(request, stream));

        Install(TestModels.Entry(server.Url, Content)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Install_ServerOverloaded_SaysSoAfterEveryTry()
    {
        using var server = new ModelServer(Content, (_, _, stream) => ModelServer.HeadAsync(stream, "503 Service Unavailable", 0));

        ShouldFail(Install(TestModels.Entry(server.Url, Content)), "in 3 tries", "503 Service Unavailable", "check the connection and try again");
    }

    [Fact]
    public void Install_NobodyListens_SaysSo()
    {
        Uri url;
        using (var server = new ModelServer(Content))
        {
            url = server.Url;
        }

        ShouldFail(Install(TestModels.Entry(url, Content)), "127.0.0.1 cannot be reached", "check the connection");
    }

    [Fact]
    public void Install_NoSafeFileIsPublished_PointsToTheConversion() =>
        ShouldFail(Install(TestModels.Entry(url: null)), "docs/models.md", "import FILE --as tiny");

    [Theory]
    [InlineData("n", "the licence was not accepted")]
    [InlineData("", "the licence was not accepted")]
    public void Install_LicenceNotAccepted_FetchesNothing(string answer, string words)
    {
        using var server = new ModelServer(Content);

        ShouldFail(Install(TestModels.Entry(server.Url, Content), answer), words);
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void Install_LicenceAccepted_Installs()
    {
        using var server = new ModelServer(Content);

        Install(TestModels.Entry(server.Url, Content), "y").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Install_NobodyToAskAndNoYes_IsAUsageError()
    {
        using var server = new ModelServer(Content);
        using var errors = new StringWriter();
        var context = new CommandContext(TextWriter.Null, errors, CancellationToken.None) { Answers = null, Models = Store(TestModels.Entry(server.Url, Content)) };

        CommandLine.Run(["models", "install", "tiny"], context).ShouldBe(2);

        errors.ToString().ShouldContain("say --yes");
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void Install_Cancelled_KeepsWhatArrivedAndInstallsNothing()
    {
        const int Sent = 20_480;
        const int Buffered = 4096;
        using var cancellation = new CancellationTokenSource();
        using var server = new ModelServer(Content, async (self, _, stream) =>
        {
            await ModelServer.HeadAsync(stream, "200 OK", Content.Length);
            await stream.WriteAsync(Content.AsMemory(0, Sent));
            await WrittenAsync(Models.PartialOf("tiny"), Sent - Buffered);
            await cancellation.CancelAsync();
            await self.StallAsync(stream);
        });

        Install(TestModels.Entry(server.Url, Content), cancellationToken: cancellation.Token).ExitCode.ShouldBe(130);

        Models.List().ShouldBeEmpty();
        var kept = File.ReadAllBytes(Models.PartialOf("tiny"));
        kept.Length.ShouldBeInRange(Sent - Buffered, Sent);
        kept.ShouldBe(Content[..kept.Length]);
        using var honest = new ModelServer(Content);
        Install(TestModels.Entry(honest.Url, Content)).ExitCode.ShouldBe(0);
        ModelServer.RangeStart(honest.Requests.ShouldHaveSingleItem()).ShouldBe(kept.Length, "what arrived is not fetched again");
    }

    // Waits until the command has written what was sent, so that cancelling comes after it and not before.
    private static async Task WrittenAsync(string file, long bytes)
    {
        for (var clock = Stopwatch.StartNew(); (new FileInfo(file) is { Exists: true } written ? written.Length : 0) < bytes; await Task.Delay(5))
        {
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        }
    }

    private GlazeRun Install(ModelEntry entry, string? answer = null, DownloadSettings? settings = null, CancellationToken cancellationToken = default)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        using var answers = new StringReader(answer ?? string.Empty);
        var context = new CommandContext(output, errors, cancellationToken) { Answers = answers, Models = Store(entry, settings) };
        string[] words = ["models", "install", "tiny"];
        var code = CommandLine.Run(answer is null ? [.. words, "--yes"] : words, context);
        return new GlazeRun(code, output.ToString(), errors.ToString());
    }

    private ModelStore Store(ModelEntry entry, DownloadSettings? settings = null) => new(Models, new ModelManifest(1, [entry]), settings ?? Patient);

    private void Leave(byte[] partial)
    {
        Models.Create();
        File.WriteAllBytes(Models.PartialOf("tiny"), partial);
    }

    private void ShouldFail(GlazeRun run, params string[] words)
    {
        run.ExitCode.ShouldBe(1, run.Errors);
        run.Output.ShouldBeEmpty();
        var sentence = run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Trim();
        log.WriteLine(sentence);
        sentence.ShouldEndWith(".");
        words.ShouldAllBe(word => sentence.Contains(word, StringComparison.Ordinal), sentence);
        Models.List().ShouldBeEmpty();
        File.Exists(Models.FileOf("tiny")).ShouldBeFalse();
        (new FileInfo(Models.PartialOf("tiny")) is { Exists: true, Length: 0 }).ShouldBeFalse("An empty file is of no use.");
    }
}
