using Glaze.Imaging;
using Glaze.SampleGenerator;

// Draws the sample pictures: dotnet run --project samples/generator -- samples [NAME...]
var folder = args.Length > 0 ? args[0] : "samples";
var wanted = args.Skip(1).ToHashSet(StringComparer.Ordinal);
(string Name, Func<PixelBuffer> Draw)[] pictures =
[
    ("landscape.png", Landscape.Draw),
    ("character.png", Character.Draw),
    ("line-art.png", LineArt.Draw),
    ("sticker.png", Sticker.Draw),
    ("pixel-art.png", PixelArt.Draw),
    ("airbrush.png", Airbrush.Draw),
];
foreach (var (name, draw) in pictures)
{
    if (wanted.Count == 0 || wanted.Contains(name))
    {
        ImageFile.Save(Path.Combine(folder, name), draw());
        Console.WriteLine(name);
    }
}
