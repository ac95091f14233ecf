namespace Glaze.Client.Engine;

/// <summary>Where the engine is and how patient the client is. The defaults are the product's; tests shorten them.</summary>
public sealed record EngineClientOptions
{
    /// <summary>The engine's program file. Never looked for on the PATH.</summary>
    public required string EngineFile { get; init; }

    /// <summary>The engine's arguments.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = ["serve"];

    /// <summary>Who is calling, for the engine's log.</summary>
    public string ClientName { get; init; } = "GlazeEffect";

    /// <summary>Tag of the language of display names and fault sentences.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The clock behind every timer.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long the engine may take from its start to its welcome.</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the engine is pinged.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the engine may be silent before it is taken for hung. Long: on a PC that other work fills, a sound engine was silent for ten seconds.</summary>
    public TimeSpan HeartbeatLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the engine has to confirm the cancellation of a final job before it is killed.</summary>
    public TimeSpan CancelLimit { get; init; } = TimeSpan.FromMilliseconds(150);

    /// <summary>How long the engine has to exit once its standard input is closed.</summary>
    public TimeSpan StopLimit { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>After how long without a request the engine is shut down to give its memory back.</summary>
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Most messages the engine may send in one second; more is a flood.</summary>
    public int MaxMessagesPerSecond { get; init; } = 1000;

    /// <summary>Options for the engine that ships with the plugin: <c>engine/glaze(.exe)</c> below the plugin's own folder.</summary>
    /// <param name="pluginFolder">The folder the plugin's assembly lies in.</param>
    /// <param name="language">Its tag.</param>
    /// <returns>The options.</returns>
    public static EngineClientOptions ForPlugin(string pluginFolder, string language) => new()
    {
        EngineFile = Path.Combine(pluginFolder, "engine", OperatingSystem.IsWindows() ? "glaze.exe" : "glaze"),
        Language = language,
    };
}
