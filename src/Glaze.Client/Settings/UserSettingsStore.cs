using System.Security.Cryptography;
using System.Text.Json;
using Glaze.Client.Resources;

namespace Glaze.Client.Settings;

/// <summary>
/// The settings of one user in one small file. Never throws for what a disk can do: a file that cannot be read gives the
/// defaults and a warning and is left alone, one that cannot be written keeps the settings in memory and gives a warning. Safe from any thread.
/// </summary>
public sealed class UserSettingsStore
{
    private const string FileName = "settings.json";
    private const int MaxFileBytes = 64 << 10;

    private readonly string _folder;
    private readonly Lock _lock = new();
    private UserSettings? _current;
    private bool _isUnread;

    /// <summary>Creates a store; nothing is read yet.</summary>
    /// <param name="folder">The user's own folder for this plugin; made when first needed.</param>
    public UserSettingsStore(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        _folder = folder;
    }

    /// <summary>What went wrong at the last reading or writing; null when all is well.</summary>
    public UserText? Warning { get; private set; }

    /// <summary>The settings, read on first use.</summary>
    public UserSettings Current
    {
        get
        {
            lock (_lock)
            {
                return _current ??= Load();
            }
        }
    }

    private string SettingsFile => Path.Combine(_folder, FileName);

    /// <summary>Changes the settings and writes them: wholly or not at all.</summary>
    /// <param name="change">Old settings in, new settings out.</param>
    /// <returns>True when they are on disk; false when they live in memory only and <see cref="Warning"/> says why.</returns>
    public bool Update(Func<UserSettings, UserSettings> change)
    {
        lock (_lock)
        {
            if (_isUnread)
            {
                // What could not be read may be good: it is read again now rather than overwritten with defaults.
                _current = Load();
            }

            var before = Current;
            var after = change(before);
            _current = after;
            if (_isUnread)
            {
                return false;
            }

            return (after == before && Warning is null && File.Exists(SettingsFile)) || Save(after);
        }
    }

    private static UserSettings CreateDefaults() => new()
    {
        // Each artist gets draws of their own; from then on the seed is kept.
        Cloak = CloakSettings.Default with { Seed = RandomNumberGenerator.GetInt32(int.MaxValue) },
    };

    private UserSettings Load()
    {
        _isUnread = false;
        try
        {
            if (new FileInfo(SettingsFile) is { Exists: true, Length: <= MaxFileBytes })
            {
                var settings = JsonSerializer.Deserialize(File.ReadAllBytes(SettingsFile), UserSettingsJsonContext.Default.UserSettings)
                    ?? throw new JsonException("The file holds null.");
                return settings with { Cloak = settings.Cloak.Clamp() };
            }

            return File.Exists(SettingsFile) ? throw new JsonException("The file is too large.") : CreateDefaults();
        }
        catch (JsonException)
        {
            return SetAside();
        }
        catch (Exception exception) when (IsDiskFailure(exception))
        {
            _isUnread = true;
            Warning = new UserText(TextKey.SettingsUnreadable, exception.Message);
            return CreateDefaults();
        }
    }

    private UserSettings SetAside()
    {
        var bad = SettingsFile + ".bad";
        try
        {
            File.Move(SettingsFile, bad, overwrite: true);
            Warning = new UserText(TextKey.SettingsReset, bad);
        }
        catch (Exception exception) when (IsDiskFailure(exception))
        {
            Warning = new UserText(TextKey.SettingsUnreadable, exception.Message);
        }

        return CreateDefaults();
    }

    // A temporary file of its own name, flushed, then renamed over the old one.
    private bool Save(UserSettings settings)
    {
        string? temporary = null;
        try
        {
            Directory.CreateDirectory(_folder);
            temporary = Path.Combine(_folder, $"{FileName}.{Guid.NewGuid():N}.tmp");
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                JsonSerializer.Serialize(stream, settings, UserSettingsJsonContext.Default.UserSettings);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, SettingsFile, overwrite: true);
            Warning = null;
            return true;
        }
        catch (Exception exception) when (IsDiskFailure(exception))
        {
            Warning = new UserText(TextKey.SettingsNotSaved, exception.Message);
            TryDelete(temporary);
            return false;
        }
    }

    private static void TryDelete(string? file)
    {
        try
        {
            if (file is not null)
            {
                File.Delete(file);
            }
        }
        catch (Exception exception) when (IsDiskFailure(exception))
        {
            // The disk that refused the file may refuse its removal too.
        }
    }

    private static bool IsDiskFailure(Exception exception) => exception is IOException or UnauthorizedAccessException or NotSupportedException;
}
