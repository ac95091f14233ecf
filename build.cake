#load build/parameters.cake
#load build/test-totals.cake

var target = Argument("target", "Default");

Setup(context => new BuildParameters(context, target));

Task("Clean")
    .Description("Removes what the build left: test results and packages; with --target=Clean also bin, obj and the engine.")
    .Does<BuildParameters>((context, parameters) =>
{
    CleanDirectories(new[] { parameters.TestResults, parameters.Publish });
    CleanDirectories(parameters.StagedPrograms.Select(program => parameters.Artifacts.Combine(program.Folder)));
    if (parameters.IsFullClean)
    {
        CleanDirectory(parameters.Artifacts);
        CleanDirectories(GetDirectories("./{src,tests,benchmarks,third_party}/*/{bin,obj}"));
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
        SelfContained = program.Runtime is null ? null : true,
        NoLogo = true,
        Verbosity = DotNetVerbosity.Quiet,
        OutputDirectory = parameters.Artifacts.Combine(program.Folder),
    });
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
    .Does<BuildParameters>((context, parameters) =>
{
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
    .Description("The engine for Linux, self-contained; the plugin's folder is staged already.")
    .IsDependentOn("Test")
    .Does<BuildParameters>((context, parameters) =>
{
    DotNetPublish("./src/Glaze.Engine/Glaze.Engine.csproj", new DotNetPublishSettings
    {
        Configuration = parameters.Configuration,
        Runtime = "linux-x64",
        SelfContained = true,
        NoLogo = true,
        Verbosity = DotNetVerbosity.Quiet,
        OutputDirectory = parameters.Publish.Combine("engine-linux-x64"),
    });
});

Task("Default").IsDependentOn("Publish");

RunTarget(target);
