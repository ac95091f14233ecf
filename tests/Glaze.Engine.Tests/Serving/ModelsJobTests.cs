using Glaze.Engine.Models;
using Glaze.Engine.Tests.Models;
using Glaze.Protocol.Messages;
using Glaze.TestKit.Models;

namespace Glaze.Engine.Tests.Serving;

/// <summary>What the dialog's encoder panel asks of the engine, against a server on the loopback address.</summary>
public sealed class ModelsJobTests : IDisposable
{
    private static readonly byte[] Content = SyntheticEncoder.Tiny();

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void List_NothingInstalled_HasTheBuiltInOneAndWhatCanBeHad()
    {
        using var session = Greeted(TestModels.Entry(new Uri("http://models.invalid/tiny"), Content));

        var items = Ask(session, new ModelsRequest(1, ModelAction.List)).Items;

        items[0].ShouldSatisfyAllConditions(
            own => own.BuiltIn.ShouldBeTrue(),
            own => own.State.ShouldBe(ModelState.Ready),
            own => own.Family.ShouldBe("Stable Diffusion 1.x / 2.x, SDXL, FLUX.1, FLUX.2"));
        items[1].ShouldBe(new ModelDescription(
            "tiny", "Test Diffusion", ModelState.Available, Bytes: Content.Length, Licence: "Test Licence 1.0, © The Test Authors", LicenceUrl: "https://licence.invalid/text", Host: "models.invalid"));
    }

    [Fact]
    public void Install_HonestServer_ReportsProgressAndTheEncoderIsUsed()
    {
        using var server = new ModelServer(Content);
        using var session = Greeted(TestModels.Entry(server.Url, Content));
        var passed = new List<Message>();

        session.Writer.Write(new ModelsRequest(1, ModelAction.Install, "tiny"));
        var models = session.End(passed).Message.ShouldBeOfType<Protocol.Messages.Models>();

        State(models).ShouldBe(ModelState.Ready);
        passed.OfType<ModelsProgress>().Last().ShouldBe(new ModelsProgress(1, Content.Length, Content.Length));
        State(Ask(session, new ModelsRequest(2, ModelAction.Remove, "tiny"))).ShouldBe(ModelState.Available);
    }

    [Fact]
    public void Install_Cancelled_KeepsWhatArrivedAndGoesOnFromThere()
    {
        var isCancelled = new TaskCompletionSource();
        using var server = new ModelServer(Content, async (self, request, stream) =>
        {
            if (ModelServer.RangeStart(request) is null)
            {
                await ModelServer.HeadAsync(stream, "200 OK", Content.Length);
                await stream.WriteAsync(Content.AsMemory(0, 10_000));
                await isCancelled.Task;
                return;
            }

            await self.ServeAsync(request, stream);
        });
        using var session = Greeted(TestModels.Entry(server.Url, Content));
        session.Writer.Write(new ModelsRequest(1, ModelAction.Install, "tiny"));
        session.Reader.Read()!.Message.ShouldBeOfType<ModelsProgress>().Received.ShouldBeInRange(1, 10_000);
        State(Ask(session, new ModelsRequest(2, ModelAction.List))).ShouldBe(ModelState.Partial);

        session.Writer.Write(new CancelRequest(1));
        session.End().Message.ShouldBe(new Cancelled(1));
        isCancelled.SetResult();
        var models = Ask(session, new ModelsRequest(3, ModelAction.Install, "tiny"));

        State(models).ShouldBe(ModelState.Ready);
        ModelServer.RangeStart(server.Requests.Last()).ShouldNotBeNull().ShouldBeInRange(1, 10_000);
    }

    [Theory]
    [InlineData("404 Not Found", "en", "The encoder for Test Diffusion is no longer at 127.0.0.1. Update GlazeEffect, or install it from a file.")]
    [InlineData("401 Unauthorized", "en", "127.0.0.1 gives the encoder for Test Diffusion only to people who log in. Fetch it with a browser and install it from the file.")]
    [InlineData("407 Proxy Authentication Required", "ja", "プロキシがパスワードを求めています。環境変数 HTTPS_PROXY に設定するか、ファイルからインストールしてください。")]
    [InlineData("503 Busy", "ja", "127.0.0.1 に接続できないか、接続が切れました。ネットワークを確認して、もう一度「インストール」を押してください。受信済みの分は残っています。")]
    public void Install_ServerRefuses_IsSaidInOneLanguageAndWithoutCommands(string status, string language, string sentence)
    {
        using var server = new ModelServer(Content, (_, _, stream) => ModelServer.HeadAsync(stream, status, 0));
        using var session = Greeted(TestModels.Entry(server.Url, Content));

        session.Writer.Write(new ModelsRequest(1, ModelAction.Install, "tiny", Language: language));

        var fault = session.End().Message.ShouldBeOfType<EngineFault>();
        fault.Code.ShouldBe(FaultCode.ModelMissing);
        fault.Message.ShouldBe(sentence);
        State(Ask(session, new ModelsRequest(2, ModelAction.List))).ShouldBe(ModelState.Available);
    }

    [Fact]
    public void Install_AnotherFileIsServed_InstallsNothing()
    {
        using var server = new ModelServer(SyntheticEncoder.Tiny(seed: 2));
        using var session = Greeted(TestModels.Entry(server.Url, Content));

        session.Writer.Write(new ModelsRequest(1, ModelAction.Install, "tiny"));

        session.End().Message.ShouldBeOfType<EngineFault>().Message.ShouldContain("is damaged or was replaced. Nothing was installed.");
        State(Ask(session, new ModelsRequest(2, ModelAction.List))).ShouldBe(ModelState.Available);
    }

    [Fact]
    public void Verify_ByteChanged_SaysDamagedAndDoesNotOfferItAsReady()
    {
        using var session = Greeted(TestModels.Entry(null, Content));
        State(Ask(session, new ModelsRequest(1, ModelAction.Import, File: _folder.Bytes("any name.safetensors", Content)))).ShouldBe(ModelState.Ready);
        Ask(session, new ModelsRequest(2, ModelAction.Verify, "tiny")).Note.ShouldBe("The encoder for Test Diffusion is complete and unchanged.");
        var installed = new ModelFolder(_folder.File("models")).FileOf("tiny");
        var bytes = File.ReadAllBytes(installed);
        bytes[^1] ^= 1;
        File.WriteAllBytes(installed, bytes);

        var models = Ask(session, new ModelsRequest(3, ModelAction.Verify, "tiny"));

        State(models).ShouldBe(ModelState.Damaged);
        models.Note.ShouldBe("The encoder for Test Diffusion is damaged and is not used. Remove it and install it again.");
    }

    [Fact]
    public void Import_NotAModel_IsSaid()
    {
        using var session = Greeted(TestModels.Entry(null, Content));

        session.Writer.Write(new ModelsRequest(1, ModelAction.Import, File: _folder.Bytes("holiday.safetensors", [1, 2, 3])));

        session.End().Message.ShouldBeOfType<EngineFault>().Message.ShouldStartWith("This is not an encoder that GlazeEffect can read.");
    }

    private ServeSession Greeted(ModelEntry entry)
    {
        var session = new ServeSession(new ModelStore(
            new ModelFolder(_folder.File("models")), new ModelManifest(1, [entry]), new DownloadSettings(TimeSpan.FromMinutes(1), 1, TimeSpan.FromMilliseconds(1))));
        session.Greet();
        return session;
    }

    private static Protocol.Messages.Models Ask(ServeSession session, ModelsRequest request)
    {
        session.Writer.Write(request);
        return session.End().Message.ShouldBeOfType<Protocol.Messages.Models>();
    }

    private static ModelState State(Protocol.Messages.Models models) => models.Items.Single(item => item.Name == "tiny").State;
}
