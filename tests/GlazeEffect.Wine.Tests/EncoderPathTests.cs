using System.Net;
using System.Net.Sockets;

namespace GlazeEffect.Wine.Tests;

/// <summary>An artist who never sees a command line asks for an encoder in the dialog; what a server on this machine sends is not what was published.</summary>
[Collection(WineCollection.Name)]
public sealed class EncoderPathTests(WineScreen screen)
{
    private const string Encoder = "EncoderPanelForm/encoder-taef2";

    [WineFact]
    public async Task Encoder_ReplacedOnTheWay_IsRefusedInTheDialog()
    {
        using var server = new FileServer(new byte[100_000]);
        var models = Directory.CreateDirectory(Path.Combine(WineTools.Artifacts, "wine-runs", "encoder-path-models")).FullName;
        await using var editor = await EditorSession.StartAsync(screen, "encoder-path", new EditorOptions
        {
            Picture = TestPicture.Landscape(160, 120),
            Variables = [("GLAZE_MIRROR", server.Address), ("GLAZE_MODELS", "Z:" + models.Replace('/', '\\'))],
        });

        await editor.OpenDialogAsync();
        await editor.WaitForDescriptionAsync("GlazeConfigForm/families", text => text.Contains("FLUX.2", StringComparison.Ordinal), 240);
        await editor.KeyAsync("F1");
        var help = await editor.WaitAsync("launched");
        await editor.ClickAsync("GlazeConfigForm/encoders");
        await editor.ClickAsync(Encoder);
        await editor.ClickAsync("EncoderPanelForm/install");
        await editor.ScreenshotAsync("encoder-path-question", "AgreementForm");
        var before = server.Requests;
        await editor.ClickAsync("AgreementForm/agree");
        await editor.WaitForControlAsync("EncoderPanelForm/note", text => text.Contains("damaged or was replaced", StringComparison.Ordinal));
        await editor.ScreenshotAsync("encoder-path-refused", "EncoderPanelForm");
        await editor.ClickAsync("EncoderPanelForm/close");
        await editor.ClickAsync("GlazeConfigForm/cancel");
        await editor.QuitAsync();

        help.Text.ShouldEndWith("/help/en.html");
        before.ShouldBe(0, "nothing is asked for before the artist agreed");
        server.Requests.ShouldBeGreaterThan(0);
        Directory.GetFiles(models, "*.safetensors").ShouldBeEmpty();
    }

    /// <summary>Gives the same file to whoever asks.</summary>
    private sealed class FileServer : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly byte[] _content;
        private int _requests;

        public FileServer(byte[] content)
        {
            _content = content;
            Address = $"http://127.0.0.1:{FreePort()}/";
            _listener.Prefixes.Add(Address);
            _listener.Start();
            _ = ServeAsync();
        }

        public string Address { get; }

        public int Requests => _requests;

        public void Dispose() => _listener.Close();

        private static int FreePort()
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            return ((IPEndPoint)probe.LocalEndpoint).Port;
        }

        private async Task ServeAsync()
        {
            while (_listener.IsListening)
            {
                try
                {
                    var context = await _listener.GetContextAsync();
                    Interlocked.Increment(ref _requests);
                    context.Response.ContentLength64 = _content.Length;
                    await context.Response.OutputStream.WriteAsync(_content);
                    context.Response.Close();
                }
                catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }
    }
}
