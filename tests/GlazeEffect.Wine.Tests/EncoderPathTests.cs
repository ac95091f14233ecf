using System.Net;
using System.Net.Sockets;

namespace GlazeEffect.Wine.Tests;

/// <summary>An artist who never sees a command line: an encoder from a server on this machine, a cloak on it, undo, and away with it.</summary>
[Collection(WineCollection.Name)]
public sealed class EncoderPathTests(WineScreen screen)
{
    private const string Encoder = "EncoderPanelForm/encoder-taef2";
    private const string Published = "surrogates/taef2_encoder.safetensors";

    [WineFact(Published)]
    public async Task Encoder_InstalledInTheDialog_IsComputedOnAndCanBeRemoved()
    {
        using var server = new FileServer(await File.ReadAllBytesAsync(WineTools.Shared(Published)));
        var models = Directory.CreateDirectory(Path.Combine(WineTools.Artifacts, "wine-runs", "encoder-path-models")).FullName;
        Directory.GetFiles(models).ToList().ForEach(File.Delete);
        var picture = TestPicture.Landscape(160, 120);
        await using var editor = await EditorSession.StartAsync(screen, "encoder-path", new EditorOptions
        {
            Picture = picture,
            Variables = [("GLAZE_MIRROR", server.Address), ("GLAZE_MODELS", "Z:" + models.Replace('/', '\\'))],
        });

        await editor.OpenDialogAsync();
        await editor.WaitForDescriptionAsync("GlazeConfigForm/families", text => text.Contains("FLUX.2", StringComparison.Ordinal), 240);
        await editor.KeyAsync("F1");
        var help = await editor.WaitAsync("launched", TimeSpan.FromSeconds(10));
        await editor.ClickAsync("GlazeConfigForm/encoders");
        await editor.ClickAsync(Encoder);
        server.Requests.ShouldBe(0);
        await editor.ClickAsync("EncoderPanelForm/install");
        await editor.ScreenshotAsync("encoder-path-question", "AgreementForm");
        server.Requests.ShouldBe(0);
        await editor.ClickAsync("AgreementForm/agree");
        await editor.WaitForDescriptionAsync(Encoder, text => text.Contains("✓ installed", StringComparison.Ordinal), 60);
        await editor.ScreenshotAsync("encoder-path-installed", "EncoderPanelForm");
        await editor.ClickAsync("EncoderPanelForm/close");
        await editor.WaitForDescriptionAsync("GlazeConfigForm/families", text => text.Contains("FLUX.2: strong", StringComparison.Ordinal) || text.Contains("FLUX.2: moderate", StringComparison.Ordinal), 240);
        await editor.ScreenshotAsync("encoder-path-measured");
        await editor.ClickAsync("GlazeConfigForm/quality/qualityFast");
        await editor.ClickAsync("GlazeConfigForm/accept");
        await editor.WaitAsync("applied", TimeSpan.FromSeconds(240));
        var cloaked = await editor.SaveAsync();
        await editor.KeyAsync("ctrl+z");
        await editor.WaitAsync("undone", TimeSpan.FromSeconds(10));
        var undone = await editor.SaveAsync();
        await editor.OpenDialogAsync();
        await editor.ClickAsync("GlazeConfigForm/encoders");
        await editor.ClickAsync(Encoder);
        await editor.ClickAsync("EncoderPanelForm/remove");
        await editor.WaitForDescriptionAsync(Encoder, text => text.StartsWith("not installed", StringComparison.Ordinal), 60);
        await editor.ClickAsync("EncoderPanelForm/close");
        await editor.ClickAsync("GlazeConfigForm/cancel");
        await editor.QuitAsync();

        help.Text.ShouldEndWith("/help/en.html");
        server.Requests.ShouldBe(1);
        cloaked.Active.ShouldNotBe(picture.Active);
        undone.Active.ShouldBe(picture.Active);
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
