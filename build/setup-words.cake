using System.Text;
using System.Text.Json;

/// <summary>The installer's words, from the file of each language.</summary>
public static class SetupWords
{
    /// <summary>Writes them as the installer's script reads them: English first, which NSIS takes where no language fits.</summary>
    public static void Write(DirectoryPath root, FilePath script)
    {
        var files = System.IO.Directory.GetFiles(root.Combine("src/Glaze.Languages/Words").FullPath, "*.json")
            .OrderBy(file => System.IO.Path.GetFileName(file) != "en.json").ThenBy(file => file, StringComparer.Ordinal).ToList();
        var text = new StringBuilder("; Written by the build from src/Glaze.Languages/Words.\n");
        var choices = new StringBuilder("!macro ChooseLanguage wanted\n");
        foreach (var file in files)
        {
            using var words = JsonDocument.Parse(System.IO.File.ReadAllText(file));
            string Of(string name) => words.RootElement.GetProperty("language").GetProperty(name).GetString();
            var setup = words.RootElement.GetProperty("setup");
            var id = $"${{LANG_{Of("SetupName").ToUpperInvariant()}}}";
            text.Append($"!insertmacro MUI_LANGUAGE \"{Of("SetupName")}\"\n");
            text.Append($"SetFont /LANG={id} \"{Of("SetupFont")}\" 9\n");
            text.Append($"!insertmacro VersionTexts {id} {Quoted(setup.GetProperty("Description").GetString())}\n");
            foreach (var word in setup.EnumerateObject().Where(word => word.Name != "Description"))
            {
                text.Append($"LangString {word.Name} {id} {Quoted(word.Value.GetString())}\n");
            }

            choices.Append($"  ${{If}} ${{wanted}} == \"{System.IO.Path.GetFileNameWithoutExtension(file)}\"\n  ${{OrIf}} ${{wanted}} == {id}\n");
            choices.Append($"    StrCpy $LANGUAGE {id}\n  ${{EndIf}}\n");
        }

        System.IO.Directory.CreateDirectory(script.GetDirectory().FullPath);
        System.IO.File.WriteAllText(script.FullPath, $"{text}{choices}!macroend\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
    }

    // "$INSTDIR" stays the installer's variable.
    private static string Quoted(string words) => '"' + words.Replace("\"", "$\\\"").Replace("\n", "$\\r$\\n") + '"';
}
