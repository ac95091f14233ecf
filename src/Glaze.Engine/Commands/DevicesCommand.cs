using System.CommandLine;
using Glaze.Engine.Jobs;
using Glaze.Inference;

namespace Glaze.Engine.Commands;

/// <summary><c>glaze devices</c>: what can compute here.</summary>
internal static class DevicesCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("devices", "List what can compute here: processors and graphics cards.");
        command.SetAction(_ =>
        {
            foreach (var device in DeviceCatalog.List().Append(DeviceCatalog.Optional()))
            {
                var state = DeviceCatalog.Probe(device.Provider, device.AdapterIndex) is { } reason ? $"not usable: {reason}" : "usable";
                context.Output.WriteLine($"{Devices.Of(device.Provider).Word,-10} {device.Name} ({state})");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
