using System.CommandLine;
using Glaze.Benchmarks.Protection.Decoding;
using Glaze.Benchmarks.Protection.Results;

namespace Glaze.Benchmarks.Protection;

/// <summary>Judges the protection of our cloaks; see benchmarks/README.md.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        var options = new HarnessOptions();
        var command = new RootCommand("Judges the protection of our cloaks on the published encoders of four families.");
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            try
            {
                var (settings, stages) = (options.Settings(parsed), options.Stages(parsed));
                if (parsed.GetValue(options.Decode))
                {
                    new DecodedSheets(settings).Write(stages);
                    return 0;
                }

                var rows = new Harness(settings).Run(stages);
                var table = new SummaryPage(rows).ToString();
                File.WriteAllText(settings.Beside("summary.md"), table);
                Plot.Save(settings.Beside("summary.png"), rows);
                Console.Out.Write(table);
                return 0;
            }
            catch (Exception exception) when (exception is ArgumentException or IOException)
            {
                Console.Error.WriteLine(exception.Message);
                return 1;
            }
        });
        return command.Parse(arguments).Invoke();
    }
}
