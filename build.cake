#load build/parameters.cake
#load build/folders.cake
#load build/test-totals.cake
#load build/packaging.cake
#load build/installer.cake
#load build/setup-words.cake

var target = Argument("target", "Default");

Setup(context => new BuildParameters(context, target));

Task("Clean")
    .Description("Removes what the build left: test results and packages; with --target=Clean also bin, obj and the engine.")
    .Does<BuildParameters>((context, parameters) =>
{
    Folders.UnlinkWine(parameters.Artifacts);
    Folders.Delete([parameters.TestResults, parameters.Publish, .. parameters.StagedPrograms.Select(program => parameters.Artifacts.Combine(program.Folder))]);
    if (parameters.IsFullClean)
    {
        Folders.Delete([parameters.Artifacts, .. GetDirectories("./{src,tests,benchmarks,samples,models}/*/{bin,obj}")]);
    }
});

Task("Restore")
    .IsDependentOn("Clean")
    .Does<BuildParameters>((context, parameters) =>
{
    DotNetRestore(parameters.Solution, new DotNetRestoreSettings { Verbosity = DotNetVerbosity.Quiet });
});

Task("Lint")
    .Description("White space here; code style and analysis are errors of the build itself.")
    .IsDependentOn("Restore")
    .Does<BuildParameters>((context, parameters) =>
{
    var format = $"format whitespace . --folder --include {string.Join(" ", parameters.SourceFolders)}";
    if (StartProcess("dotnet", $"{format} --verify-no-changes --verbosity minimal") != 0)
    {
        throw new CakeException($"White space is not as .editorconfig says; 'dotnet {format}' mends it.");
    }
});

Task("Build")
    .IsDependentOn("Lint")
    .Does<BuildParameters>((context, parameters) =>
{
    DotNetBuild(parameters.Solution, new DotNetBuildSettings
    {
        Configuration = parameters.Configuration,
        NoRestore = true,
        NoLogo = true,
        Verbosity = DotNetVerbosity.Quiet,
    });
});

Task("Stage")
    .Description("The plugin's folder as it ships, the engine in it, and the Windows programs that its tests drive under Wine.")
    .IsDependentOn("Build")
    .DoesForEach<BuildParameters, StagedProgram>((parameters, context) => parameters.StagedPrograms, (parameters, program, context) =>
{
    DotNetPublish(program.Project, new DotNetPublishSettings
    {
        Configuration = parameters.Configuration,
        Runtime = program.Runtime,
        SelfContained = program.Runtime is null ? null : program.IsProgram,
        MSBuildSettings = program.IsProgram || program.Runtime != "win-x64" ? null : new DotNetMSBuildSettings().WithProperty("TorchBackend", parameters.TorchBackend),
        NoLogo = true,
        Verbosity = DotNetVerbosity.Quiet,
        OutputDirectory = parameters.Artifacts.Combine(program.Folder),
    });
});

Task("Licences")
    .Description("Licences and the uninstaller's list into the plugin's folder; the texts of Setup's licence pages, and its words.")
    .IsDependentOn("Stage")
    .Does<BuildParameters>((context, parameters) =>
{
    Packaging.WriteLicences(parameters.Root, parameters.Plugin.Combine("licences"));
    Packaging.WriteFileList(parameters.Plugin);
    Packaging.WriteLicencePages(parameters.Root, parameters.LicencePages);
    SetupWords.Write(parameters.Root, parameters.SetupWords);
});

Task("Setup")
    .Description("The Setup that the tests try out: the one that ships, but packed in haste.")
    .IsDependentOn("Licences")
    .WithCriteria<BuildParameters>((context, parameters) => context.Tools.Resolve("makensis") is not null, "makensis (NSIS) is not installed")
    .Does<BuildParameters>((context, parameters) =>
{
    EnsureDirectoryExists(parameters.TestedSetup.GetDirectory());
    Installer.Wait([Installer.Start(context, parameters, "x64", "zlib", parameters.Plugin, parameters.TestedSetup)]);
});

Task("Check")
    .Description("Compares what the plugin asks of its host with the documented interface of Paint.NET, where the facts are at hand.")
    .IsDependentOn("Stage")
    .WithCriteria<BuildParameters>((context, parameters) => context.FileExists(parameters.HostReferenceChecker))
    .Does<BuildParameters>((context, parameters) =>
{
    var assemblies = GetFiles($"{parameters.Artifacts}/stand-in-editor/PaintDotNet.*.dll")
        .Prepend(parameters.Plugin.CombineWithFilePath("GlazeEffect.dll"))
        .Select(file => $"\"{file}\"");
    var exitCode = StartProcess("dotnet", $"run --file \"{parameters.HostReferenceChecker}\" -- {string.Join(" ", assemblies)}");
    if (exitCode != 0)
    {
        throw new CakeException("The plugin uses something that Paint.NET's documented interface does not have.");
    }
});

Task("Test")
    .IsDependentOn("Check")
    .IsDependentOn("Setup")
    .Does<BuildParameters>((context, parameters) =>
{
    EnsureDirectoryExists(parameters.TestResults);
    var totals = new TestTotals();
    foreach (var assembly in parameters.TestAssemblies(context))
    {
        var name = assembly.GetFilenameWithoutExtension().ToString();
        var results = parameters.TestResults.CombineWithFilePath($"{name}.trx");
        Information(name);
        var exitCode = StartProcess("dotnet", new ProcessSettings
        {
            Arguments = new ProcessArgumentBuilder()
                .Append("test")
                .AppendQuoted(assembly.FullPath)
                .AppendSwitchQuoted("--results-directory", parameters.TestResults.FullPath)
                .AppendSwitchQuoted("--logger", $"trx;LogFileName={results.GetFilename()}")
                .AppendSwitchQuoted("--logger", "console;verbosity=minimal")
                .Append("--blame-hang-timeout 10m --blame-hang-dump-type none"),
        });
        totals.Add(context, name, results, exitCode);
    }

    System.IO.File.WriteAllText(parameters.TotalsFile.FullPath, totals + "\n");
    totals.ThrowIfBad();
});

Task("Publish")
    .Description("What people download but Setup: the plugin's folder as an archive, the portable command line for Linux, macOS and Windows, and the optional TorchSharp packs.")
    .IsDependentOn("Licences")
    .Does<BuildParameters>((context, parameters) =>
{
    EnsureDirectoryExists(parameters.Publish);
    foreach (var runtime in parameters.UnixRuntimes)
    {
        var portable = parameters.PortableFor(runtime);
        PublishEngine(parameters, runtime, portable);
        Packaging.WriteLicences(parameters.Root, portable.Combine("licences"));
        Packaging.TarGz(portable, $"glaze-{parameters.Version}", parameters.Publish.CombineWithFilePath($"glaze-{parameters.Version}-{runtime}.tar.gz"));
    }

    foreach (var architecture in parameters.Architectures)
    {
        var plugin = parameters.PluginFor(architecture);
        if (plugin != parameters.Plugin)
        {
            Folders.Delete([plugin]);
            CopyDirectory(parameters.Plugin, plugin);
            Folders.Delete([plugin.Combine("engine")]);
            PublishEngine(parameters, $"win-{architecture}", plugin.Combine("engine"));
            Packaging.WriteFileList(plugin);
        }

        Packaging.Zip([(plugin, "GlazeEffect")], parameters.Publish.CombineWithFilePath($"GlazeEffect-{parameters.Version}-{architecture}.zip"));
        Packaging.Zip(
            [(plugin.Combine("engine"), $"glaze-{parameters.Version}"), (plugin.Combine("licences"), $"glaze-{parameters.Version}/licences")],
            parameters.Publish.CombineWithFilePath($"glaze-{parameters.Version}-win-{architecture}.zip"));
    }

    foreach (var (folder, runtime) in parameters.TorchPacks)
    {
        Packaging.WriteTorchLicences(folder);
        var name = $"glaze-torch-{(runtime == "win-x64" ? parameters.TorchBackend : "cpu")}-{parameters.Version}-{runtime}.zip";
        Packaging.Zip([(folder, "torch")], parameters.Publish.CombineWithFilePath(name));
    }
});

Task("Installer")
    .Description("Setup for Windows, packed as small as it gets.")
    .IsDependentOn("Publish")
    .Does<BuildParameters>((context, parameters) => Installer.Wait(parameters.Architectures
        .Select(architecture => Installer.Start(context, parameters, architecture, "lzma", parameters.PluginFor(architecture), parameters.SetupFor(architecture)))));

Task("Default")
    .IsDependentOn("Test")
    .IsDependentOn("Installer");

// The project itself says that it brings its runtime: said here, it would hold for the libraries too, and ask for runtimes that they never use.
void PublishEngine(BuildParameters parameters, string runtime, DirectoryPath folder) =>
    DotNetPublish("./src/Glaze.Engine/Glaze.Engine.csproj", new DotNetPublishSettings
    {
        Configuration = parameters.Configuration,
        Runtime = runtime,
        NoLogo = true,
        Verbosity = DotNetVerbosity.Quiet,
        OutputDirectory = folder,
    });

RunTarget(target);
