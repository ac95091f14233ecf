using Glaze.Benchmarks.Speed;
using Glaze.Inference;
using Glaze.TestKit;

// Measures speed and memory, and writes a table and a CSV file. Started by benchmarks/run; see benchmarks/README.md.
if (Options.Parse(Repository.Root, args) is not { } options)
{
    await Console.Error.WriteLineAsync($"Usage: {Options.Usage}");
    return 2;
}

var report = new Report();
var folder = Directory.CreateTempSubdirectory("glaze-speed-");
Console.WriteLine($"{DeviceCatalog.List()[^1].Name}, {Machine.Describe()}, {TimeProvider.System.GetLocalNow():yyyy-MM-dd HH:mm}, {Machine.Load()}\n");
try
{
    var commands = new Commands(report, options);
    foreach (var part in options.Parts)
    {
        switch (part)
        {
            case "start":
                commands.MeasureStart();
                break;
            case "step":
                new Steps(report, options).Measure();
                break;
            case "cloak":
                commands.MeasureCloaks(folder.FullName);
                break;
            case "preview":
                await new Previews(report, options).MeasureAsync();
                break;
            default:
                await Console.Error.WriteLineAsync($"There is no part {part}. Usage: {Options.Usage}");
                return 2;
        }
    }
}
finally
{
    folder.Delete(recursive: true);
    report.Save(options.Csv);
}

Console.WriteLine($"\n{Machine.Load()} at the end; written to {options.Csv}");
return 0;
