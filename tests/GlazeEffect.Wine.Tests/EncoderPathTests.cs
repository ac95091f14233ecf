using System.Net;
using System.Net.Sockets;
using Glaze.TestKit.Models;

namespace GlazeEffect.Wine.Tests;

/// <summary>An artist who never sees a command line installs an encoder in the dialog, cloaks with it and removes it; a server on this machine stands for the web.</summary>
[Collection(WineCollection.Name)]
public sealed class EncoderPathTests(WineScreen screen)
{
    private const string Panel = "EncoderPanelForm";
    private const string Families = "GlazeConfigForm/families";

    [WineFact]
    public async Task Encoder_FromTheQuestionToItsRemoval_NeedsTheDialogAlone()
    {
        // Stable Diffusion 3's is the one whose hash nobody published: what comes first is taken for it, if it is an encoder.
        using var server = new FileServer(path => path.Contains("taesd3", StringComparison.Ordinal) ? SyntheticEncoder.Tiny(latentChannels: 16) : new byte[100_000]);
        var models = Directory.CreateDirectory(Path.Combine(WineTools.Artifacts, "wine-runs", "encoder-path-models")).FullName;
        Array.ForEach(Directory.GetFiles(models), File.Delete);
        var picture = TestPicture.Landscape(160, 120);
        await using var editor = await EditorSession.StartAsync(screen, "encoder-path", new EditorOptions
        {
            Picture = picture,
            Variables = [("GLAZE_MIRROR", server.Address), ("GLAZE_MODELS", "Z:" + models.Replace('/', '\\'))],
        });

        await editor.OpenDialogAsync();
        await editor.WaitForDescriptionAsync(Families, text => text.Contains("FLUX.2", StringComparison.Ordinal), 240);
        var families = editor.Description(Families);
        await editor.KeyAsync("F1");
        var help = await editor.WaitAsync("launched");

        await editor.ClickAsync("GlazeConfigForm/encoders");
        await editor.ClickAsync(Panel + "/encoder-taef2");
        await editor.ClickAsync(Panel + "/install");
        await editor.ScreenshotAsync("encoder-path-question", "AgreementForm");
        var before = server.Requests;
        await editor.ClickAsync("AgreementForm/agree");
        await editor.WaitForControlAsync(Panel + "/note", text => text.Contains("damaged or was replaced", StringComparison.Ordinal));
        await editor.ScreenshotAsync("encoder-path-refused", Panel);
        var refused = Directory.GetFiles(models, "*.safetensors");

        await editor.ClickAsync(Panel + "/encoder-taesd3");
        await editor.ClickAsync(Panel + "/install");
        await editor.ClickAsync("AgreementForm/agree");
        await editor.WaitForDescriptionAsync(Panel + "/encoder-taesd3", text => text.StartsWith("✓ installed", StringComparison.Ordinal), 60);
        await editor.ScreenshotAsync("encoder-path-installed", Panel);
        await editor.ClickAsync(Panel + "/close");
        await editor.WaitForDescriptionAsync(Families, text => text.Contains("Stable Diffusion 3", StringComparison.Ordinal), 120);
        await editor.ScreenshotAsync("encoder-path-families", "GlazeConfigForm");
        await editor.ClickAsync("GlazeConfigForm/quality/qualityFast");
        await editor.ClickAsync("GlazeConfigForm/accept");
        await editor.WaitAsync("applied", TimeSpan.FromSeconds(200));
        var cloaked = await editor.SaveAsync();
        await editor.KeyAsync("ctrl+z");
        await editor.WaitAsync("undone");
        var undone = await editor.SaveAsync();

        await editor.OpenDialogAsync();
        await editor.ClickAsync("GlazeConfigForm/encoders");
        await editor.ClickAsync(Panel + "/encoder-taesd3");
        await editor.ClickAsync(Panel + "/remove");
        await editor.WaitForDescriptionAsync(Panel + "/encoder-taesd3", text => text.StartsWith("not installed", StringComparison.Ordinal), 60);
        await editor.ClickAsync(Panel + "/close");
        await editor.WaitForDescriptionAsync(
            Families, text => text.Contains("FLUX.2", StringComparison.Ordinal) && !text.Contains("Stable Diffusion 3", StringComparison.Ordinal), 120);
        await editor.ClickAsync("GlazeConfigForm/cancel");
        await editor.QuitAsync();

        help.Text.ShouldEndWith("/help/en.html");
        families.ShouldNotContain("Stable Diffusion 3");
        before.ShouldBe(0, "nothing is asked for before the artist agreed");
        refused.ShouldBeEmpty();
        cloaked.Active.ShouldNotBe(picture.Active);
        undone.Active.ShouldBe(picture.Active);
        Directory.GetFiles(models, "*.safetensors").ShouldBeEmpty();
    }

    /// <summary>Gives a file for every path.</summary>
    private sealed class FileServer : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly Func<string, byte[]> _content;
        private int _requests;

        public FileServer(Func<string, byte[]> content)
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
                    var content = _content(context.Request.Url!.AbsolutePath);
                    context.Response.ContentLength64 = content.Length;
                    await context.Response.OutputStream.WriteAsync(content);
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
