using System.CommandLine;
using Glaze.Imaging;
using Glaze.Imaging.Painterly;

namespace Glaze.Engine.Commands;

/// <summary><c>glaze styles</c>: lists the target styles, or renders one picture in all of them.</summary>
internal static class StylesCommand
{
    public static Command Create(CommandContext context)
    {
        var sheet = new Option<string?>("--sheet") { Description = "Write one picture redrawn in every style to this file.", HelpName = "PNG" };
        var image = new Option<string?>("--image") { Description = "The picture to redraw for --sheet.", HelpName = "PNG" };
        var seed = CloakOptions.SeedOption();
        var command = new Command("styles", "List the target styles, or draw one picture in all of them.") { sheet, image, seed };
        command.SetAction(parsed =>
        {
            var sheetPath = parsed.GetValue(sheet);
            var imagePath = parsed.GetValue(image);
            if (sheetPath is null != imagePath is null)
            {
                throw new UserException("--sheet and --image go together: name the picture to redraw and the file to write.", isUsage: true);
            }

            return sheetPath is null ? List(context) : Draw(imagePath!, sheetPath, parsed.GetValue(seed), context);
        });
        return command;
    }

    private static int List(CommandContext context)
    {
        foreach (var style in StyleCatalog.All)
        {
            context.Output.WriteLine($"{style.Name,-24} {style.Description}");
        }

        return ExitCode.Done;
    }

    private static int Draw(string imagePath, string sheetPath, int seed, CommandContext context)
    {
        OutputGuard.Check("--sheet", sheetPath, [imagePath], context.Places);
        ImageFile.CheckTarget(sheetPath);
        var picture = PictureSource.Load(imagePath, context).Pixels;
        ImageFile.Save(sheetPath, StyleSheet.Render(PlanarImage.FromPixels(picture, (1, 1, 1)), seed, cancellation: context.CancellationToken));
        context.Output.WriteLine(sheetPath);
        return ExitCode.Done;
    }
}
