namespace GlazeEffect.StandInEditor;

/// <summary>The command line.</summary>
internal sealed record EditorOptions(
    string Picture, string LogFile, string EffectsFolder, string UserFilesFolder, string Language, bool IsDark)
{
    public static EditorOptions Parse(string[] args)
    {
        var here = AppContext.BaseDirectory;
        var options = new EditorOptions(
            "", Path.Combine(here, "events.log"), Path.Combine(here, "Effects"), Path.Combine(here, "User Files"), "en", false);
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--log" => options with { LogFile = args[++i] },
                "--effects" => options with { EffectsFolder = args[++i] },
                "--user-files" => options with { UserFilesFolder = args[++i] },
                "--language" => options with { Language = args[++i] },
                "--theme" => options with { IsDark = args[++i] == "dark" },
                _ => options with { Picture = args[i] },
            };
        }

        return options;
    }
}
