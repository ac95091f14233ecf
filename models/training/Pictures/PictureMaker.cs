using Glaze.Imaging;
using Glaze.Imaging.Painterly;

namespace Glaze.Training.Pictures;

/// <summary>Training pictures and what a cloak would lead them to: drawn by code or public-domain clip art, never an artist's work.</summary>
internal sealed class PictureMaker(ClipArt clipArt)
{
    /// <summary>A picture and the same in another style.</summary>
    /// <param name="dice">Chooses everything.</param>
    /// <param name="side">Width and height of both.</param>
    public (PlanarImage Picture, PlanarImage Styled) Draw(Dice dice, int side)
    {
        var picture = !clipArt.IsEmpty && dice.Chance(0.35) ? clipArt.Draw(dice, side) : Scenes.Any(dice, side);
        if (dice.Chance(0.3))
        {
            var grain = Field.Noise(dice, side, dice.Range(0, 1.4));
            var depth = dice.Range(0.1, 0.8);
            picture = Drawing.Each(side, (x, y, c) => picture.Plane(c)[(y * side) + x] * (1 - (depth / 2) + (depth * grain.Values[(y * side) + x])));
        }

        if (dice.Chance(0.4))
        {
            picture = Style(dice, picture);
        }

        return (picture, dice.Chance(0.1) ? Scenes.Any(dice, side) : Style(dice, picture));
    }

    private static PlanarImage Style(Dice dice, PlanarImage picture) =>
        StyleCatalog.Drawn[dice.Whole(0, StyleCatalog.Drawn.Count)].Render(picture, dice.Seed());
}
