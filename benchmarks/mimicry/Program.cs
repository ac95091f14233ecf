using System.CommandLine;
using System.Runtime.InteropServices;
using Glaze.Benchmarks.Mimicry;
using TorchSharp;

using var stop = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

var options = new MimicryOptions();
var command = new RootCommand("Trains a small generator on an artist's pictures, clean and cloaked, and judges whether it imitates them; see docs/mimicry.md.");
options.AddTo(command);
command.SetAction(parsed =>
{
    try
    {
        torch.set_num_threads(1);
        var settings = options.Settings(parsed);
        var (arms, seeds) = options.Plan(parsed);
        var (glaze, version) = options.Product(parsed, stop.Token);
        new Experiment(settings, glaze, version).Run(arms, seeds, parsed.GetValue(options.Threads), stop.Token);
        Console.Out.Write(File.ReadAllText(settings.Inside("report.md")));
        return 0;
    }
    catch (OperationCanceledException)
    {
        Console.Error.WriteLine("Stopped; the same command goes on from here.");
        return 130;
    }
    catch (Exception exception) when (exception is ArgumentException or IOException or InvalidOperationException)
    {
        Console.Error.WriteLine(exception.Message);
        return 1;
    }
});
return command.Parse(args).Invoke();

// What was begun is finished and written first.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
