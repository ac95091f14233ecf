namespace Glaze.Engine.Reporting;

/// <summary>Counts what became of the pictures of a batch.</summary>
/// <param name="count">How many were to be cloaked.</param>
internal sealed class BatchTally(int count)
{
    /// <summary>Cloaked copies written.</summary>
    public int Cloaked { get; set; }

    /// <summary>Pictures that could not be cloaked, by name.</summary>
    public List<string> Failed { get; } = [];

    /// <summary>Pictures whose output was there already.</summary>
    public int Existing { get; set; }

    /// <summary>Cloaked pictures that are hardly protected, by name.</summary>
    public List<string> Hardly { get; } = [];

    /// <summary>Pictures written without any change, by name.</summary>
    public List<string> Unchanged { get; } = [];

    /// <summary>Cloaked pictures that could not be measured, by name.</summary>
    public List<string> Unmeasured { get; } = [];

    /// <summary>Files found in folders that are no pictures glaze reads.</summary>
    public int NotRead { get; set; }

    /// <summary>Folders and links that could not be looked into.</summary>
    public int NotSeen { get; set; }

    /// <summary>Done, some failed, or all failed.</summary>
    public int Code => Failed.Count == 0 && NotSeen == 0
        ? ExitCode.Done
        : Cloaked + Existing == 0 ? ExitCode.Failed : ExitCode.SomeFailed;

    /// <summary>Whether there is more to say than each picture's own lines did.</summary>
    public bool HasMore => count > 1 || NotRead + NotSeen + Existing > 0;

    /// <summary>One line on all, and one for each kind of picture that needs a look.</summary>
    public List<string> Summary()
    {
        var parts = new List<string> { $"{Cloaked} of {count} pictures cloaked" };
        Add(Failed.Count, "failed");
        Add(Existing, "there already");
        Add(Hardly.Count, "hardly protected");
        Add(Unchanged.Count, "not protected at all");
        Add(Unmeasured.Count, "not measured");
        Add(NotRead, NotRead == 1 ? "other file not cloaked" : "other files not cloaked");
        Add(NotSeen, "not looked into");
        return
        [
            string.Join(", ", parts) + ".",
            .. Listed("Failed", Failed),
            .. Listed("Hardly protected", Hardly),
            .. Listed("Not protected at all", Unchanged),
            .. Listed("Not measured", Unmeasured),
        ];

        void Add(int number, string what)
        {
            if (number > 0)
            {
                parts.Add($"{number} {what}");
            }
        }
    }

    private static IEnumerable<string> Listed(string what, List<string> names) =>
        names.Count > 0 ? [$"{what}: {string.Join(", ", names)}."] : [];
}
