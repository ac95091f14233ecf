using Glaze.Imaging;

namespace Glaze.SampleGenerator;

/// <summary>A cabin by a lake at night in sixteen colours, 96×64 fat pixels, each shown six by six.</summary>
internal static class PixelArt
{
    private const int Columns = 96;
    private const int Rows = 64;
    private const int Zoom = 6;
    private const int Shore = 44;

    private static readonly int[,] Bayer = { { 0, 8, 2, 10 }, { 12, 4, 14, 6 }, { 3, 11, 1, 9 }, { 15, 7, 13, 5 } };

    private static readonly string[] Cat =
    [
        "..#....#..",
        ".###..###.",
        ".########.",
        ".#o####o#.",
        "##########",
        ".####w###.",
        "..######..",
        ".########.",
        ".########.",
        ".##.##.##.",
    ];

    /// <summary>Draws the picture, 576×384.</summary>
    internal static PixelBuffer Draw()
    {
        var picture = new int[Columns, Rows];
        Sky(picture);
        Hills(picture);
        Cabin(picture, 60, 33);
        foreach (var (x, tall) in (ReadOnlySpan<(int, int)>)[(5, 17), (13, 22), (22, 15), (52, 14), (82, 19), (90, 24)])
        {
            Pine(picture, x, Shore, tall);
        }

        Lake(picture);
        Sprite(picture, 34, Rows - 13);
        return Zoomed(picture);
    }

    private static void Sky(int[,] picture)
    {
        int[] bands = [0x10142E, 0x1C2450, 0x33306E, 0x5C3F86, 0x9A5590, 0xD9798A];
        for (var y = 0; y < Shore; y++)
        {
            for (var x = 0; x < Columns; x++)
            {
                var place = (y / (float)Shore * (bands.Length - 1)) + (Bayer[y % 4, x % 4] / 16f) - 0.5f;
                picture[x, y] = bands[Math.Clamp((int)place, 0, bands.Length - 1)];
                if (y < 26 && Fields.Unit(x, y, 3) > 0.985f)
                {
                    picture[x, y] = Fields.Unit(x, y, 4) > 0.5f ? 0xFFF6D3 : 0x8E8CC8;
                }

                var (dx, dy) = (x - 24, y - 12);
                if ((dx * dx) + (dy * dy) < 50)
                {
                    picture[x, y] = ((dx - 3) * (dx - 3)) + ((dy + 2) * (dy + 2)) < 34 ? 0xFFF6D3 : 0xE8D59A;
                }
            }
        }
    }

    private static void Hills(int[,] picture)
    {
        for (var x = 0; x < Columns; x++)
        {
            var far = Shore - 6 - (int)(16 * Fields.Fractal(x / 21f, 1, 12, 3));
            var near = Shore - 2 - (int)(9 * Fields.Fractal(x / 15f, 5, 15, 2));
            for (var y = far; y < Shore; y++)
            {
                picture[x, y] = y - far < 3 && Fields.Unit(x, y, 5) > 0.35f ? 0xB7A6D8 : 0x4A3F7C;
            }

            for (var y = near; y < Shore; y++)
            {
                picture[x, y] = (x + y) % 5 == 0 ? 0x2C4A5E : 0x233A52;
            }
        }
    }

    private static void Cabin(int[,] picture, int left, int top)
    {
        for (var y = -6; y < 11; y++)
        {
            for (var x = -2; x < 18; x++)
            {
                var isRoof = y < 2 && Math.Abs(x - 7.5f) < y + 9.5f;
                var isWall = y >= 2 && x is >= 0 and < 16;
                if (isRoof || isWall)
                {
                    picture[left + x, top + y] = isRoof ? (y % 2 == 0 ? 0x8A3B46 : 0x6B2C40) : (y % 3 == 0 ? 0x5E3A34 : 0x7C5140);
                }

                if (isWall && y is >= 4 and < 8 && x % 8 is >= 2 and < 6 && x is < 6 or (>= 10 and < 14) && y is >= 4 and < 8)
                {
                    picture[left + x, top + y] = x % 8 == 3 ? 0xD98A3C : 0xFFD56B;
                }
            }
        }
    }

    private static void Pine(int[,] picture, int x, int foot, int tall)
    {
        for (var y = 0; y < tall; y++)
        {
            var half = (y % 5 * 0.7f) + (y * 0.19f);
            for (var dx = -(int)half; dx <= half; dx++)
            {
                if (x + dx is >= 0 and < Columns)
                {
                    picture[x + dx, foot - tall + y] = dx > half * 0.3f ? 0x1F4A48 : dx < -half * 0.5f ? 0x0F2A34 : 0x173A3E;
                }
            }
        }
    }

    private static void Lake(int[,] picture)
    {
        for (var y = Shore; y < Rows; y++)
        {
            for (var x = 0; x < Columns; x++)
            {
                var shift = (y - Shore) % 3 == 1 ? 1 : 0;
                var mirrored = picture[Math.Min(Columns - 1, x + shift), Math.Max(0, (2 * Shore) - y - 1)];
                picture[x, y] = (x + (3 * y)) % 7 == 0 ? 0x2A3568 : ((mirrored >> 1) & 0x7F7F7F) + 0x101830;
                var bank = Rows - 4 - (int)(3 * Fields.Smooth(x / 9f, 2, 17));
                if (y >= bank)
                {
                    picture[x, y] = y == bank ? 0x6FA05A : Fields.Unit(x, y, 18) > 0.8f ? 0x4C7A4C : 0x33573F;
                }
            }
        }
    }

    private static void Sprite(int[,] picture, int left, int top)
    {
        for (var y = 0; y < Cat.Length; y++)
        {
            for (var x = 0; x < Cat[y].Length; x++)
            {
                var colour = Cat[y][x] switch { '#' => y > 6 || x < 5 ? 0xE8925A : 0xF6B27A, 'o' => 0x1A1A2E, 'w' => 0xFFF6D3, _ => -1 };
                if (colour >= 0)
                {
                    picture[left + x, top + y] = colour;
                }
            }
        }
    }

    private static PixelBuffer Zoomed(int[,] picture)
    {
        var result = new PixelBuffer(Columns * Zoom, Rows * Zoom);
        for (var y = 0; y < result.Height; y++)
        {
            for (var x = 0; x < result.Width; x++)
            {
                var colour = picture[x / Zoom, y / Zoom];
                var pixel = result.Rgba.AsSpan(4 * ((y * result.Width) + x), 4);
                (pixel[0], pixel[1], pixel[2], pixel[3]) = ((byte)(colour >> 16), (byte)(colour >> 8), (byte)colour, 255);
            }
        }

        return result;
    }
}
