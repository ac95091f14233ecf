/// <summary>Deletes folders. Cake's own CleanDirectory goes through links, and those of a Wine prefix lead to the home folder and to the root.</summary>
public static class Folders
{
    /// <summary>Deletes folders with all in them; of a link only the link.</summary>
    public static void Delete(IEnumerable<DirectoryPath> folders)
    {
        foreach (var folder in folders.Where(folder => System.IO.Directory.Exists(folder.FullPath)))
        {
            System.IO.Directory.Delete(folder.FullPath, recursive: true);
        }
    }

    /// <summary>Removes the link to the root from Wine prefixes below a folder: 'dotnet format' would follow it. The tests make it anew.</summary>
    public static void UnlinkWine(DirectoryPath artifacts)
    {
        if (System.IO.Directory.Exists(artifacts.FullPath))
        {
            foreach (var prefix in System.IO.Directory.GetDirectories(artifacts.FullPath, "wine*"))
            {
                // Not every such folder is a prefix.
                var devices = System.IO.Path.Combine(prefix, "dosdevices");
                if (System.IO.Directory.Exists(devices))
                {
                    System.IO.File.Delete(System.IO.Path.Combine(devices, "z:"));
                }
            }
        }
    }
}
