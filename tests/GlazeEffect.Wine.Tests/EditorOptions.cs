namespace GlazeEffect.Wine.Tests;

/// <summary>How an editor is started.</summary>
internal sealed record EditorOptions
{
    /// <summary>The picture to open.</summary>
    public required TestPicture Picture { get; init; }

    /// <summary>"en", "ja", "ko" or "zh-Hans".</summary>
    public string Language { get; init; } = "en";

    /// <summary>"light" or "dark".</summary>
    public string Theme { get; init; } = "light";

    /// <summary>How the fake engine misbehaves; null = the engine that ships; "" = no engine at all.</summary>
    public string? FakeMode { get; init; }

    /// <summary>Whether the folder for the user's settings cannot be written.</summary>
    public bool HasBrokenUserFolder { get; init; }

    /// <summary>The Windows folder of an installed editor, whose own Effects folder is used; null = the staged one with a copy of the plugin.</summary>
    public string? InstalledIn { get; init; }

    /// <summary>The Windows folder for the user's settings; null = one of the test's own.</summary>
    public string? UserFiles { get; init; }

    /// <summary>Environment variables of the editor, and so of the engine.</summary>
    public IReadOnlyList<(string Name, string Value)> Variables { get; init; } = [];

    /// <summary>The size of the screen the windows get.</summary>
    public string Desktop { get; init; } = "1100x840";
}
