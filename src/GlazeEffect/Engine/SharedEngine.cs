using System.Globalization;
using Glaze.Client.Engine;

namespace GlazeEffectPlugin.Engine;

/// <summary>The one engine client of this host process: created on first need, ended with the process.</summary>
internal static class SharedEngine
{
    private static readonly Lazy<EngineClient> Instance = new(Create);

    /// <summary>The client; creating it starts no process.</summary>
    public static EngineClient Client => Instance.Value;

    /// <summary>"ja" for a Japanese host, else "en".</summary>
    public static string Language =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja" ? "ja" : "en";

    private static EngineClient Create()
    {
        var folder = Path.GetDirectoryName(typeof(SharedEngine).Assembly.Location)!;
        var client = new EngineClient(EngineClientOptions.ForPlugin(folder, Language));

        // The engine ends by itself when its input closes; this only makes it prompt.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => client.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(2));
        return client;
    }
}
