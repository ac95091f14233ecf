using System.Globalization;
using Glaze.Client.Engine;
using Glaze.Client.Results;
using Glaze.Client.Settings;
using Glaze.Languages;
using PaintDotNet;
using PaintDotNet.AppModel;

namespace GlazeEffectPlugin.Engine;

/// <summary>The one engine, result cache and settings store of this host process, created on first need.</summary>
internal static class SharedRenderer
{
    private static readonly Lock Gate = new();
    private static CloakRenderer? _instance;

    /// <summary>The renderer, told which graphics card the host draws with now; creating it starts no process.</summary>
    public static CloakRenderer For(IServiceProvider services)
    {
        lock (Gate)
        {
            _instance ??= Create(services);
            _instance.HostAdapterLuid = HostAdapter(services);
            return _instance;
        }
    }

    private static CloakRenderer Create(IServiceProvider services)
    {
        var pluginFolder = Path.GetDirectoryName(typeof(SharedRenderer).Assembly.Location)!;
        var engine = new EngineClient(EngineClientOptions.ForPlugin(pluginFolder, Language.Of(CultureInfo.CurrentUICulture).Tag));

        // The engine ends by itself when its input closes; this only makes it prompt.
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            Background.Guard(() => engine.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(2)));
        return new CloakRenderer(engine, new ResultCache(), new UserSettingsStore(SettingsFolder(services)));
    }

    // Only where to begin: whatever the host cannot say, the engine chooses by itself. The adapter stays the host's, which may
    // hand the same one to others, so it is not disposed here.
    private static long? HostAdapter(IServiceProvider services)
    {
        long? luid = null;
        Background.Guard(() => luid = services.GetService<IDxgiAdapterService2>()?.GetRenderingAdapter() is { } adapter
            ? DxgiAdapterLuid.Read(adapter)
            : null);
        return luid;
    }

    private static string SettingsFolder(IServiceProvider services)
    {
        var userFiles = services.GetService<IUserFilesService>()?.TryGetUserFilesPath();
        return Path.Combine(
            string.IsNullOrEmpty(userFiles)
                ? System.Environment.GetFolderPath(System.Environment.SpecialFolder.LocalApplicationData)
                : userFiles,
            "GlazeEffect");
    }
}
