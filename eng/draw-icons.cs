#:property PublishAot=false
#:property TargetFramework=net10.0
#:property Nullable=enable

// Draws the plugin's icons: a shield under a wave of glaze. Run after changing it:
//
//   dotnet run --file eng/draw-icons.cs -- src/GlazeEffect/Icons

using System.Buffers.Binary;
using System.IO.Compression;

const int Samples = 8;
var folder = args.Length == 1 ? args[0] : throw new ArgumentException("Name the folder for the icons.");
Directory.CreateDirectory(folder);
foreach (var size in (int[])[16, 20, 24, 32, 64, 256])
{
    File.WriteAllBytes(Path.Combine(folder, $"glaze-{size}.png"), Png(size, Draw(size)));
}

// RGBA, straight alpha; every pixel is the mean of 8 x 8 samples.
byte[] Draw(int size)
{
    var pixels = new byte[size * size * 4];
    for (var y = 0; y < size; y++)
    {
        for (var x = 0; x < size; x++)
        {
            double r = 0, g = 0, b = 0, a = 0;
            for (var i = 0; i < Samples * Samples; i++)
            {
                var u = (x + ((i % Samples) + 0.5) / Samples) / size;
                var v = (y + ((i / Samples) + 0.5) / Samples) / size;
                var (sr, sg, sb, sa) = Sample(u, v, size);
                (r, g, b, a) = (r + (sr * sa), g + (sg * sa), b + (sb * sa), a + sa);
            }

            var at = ((y * size) + x) * 4;
            if (a > 0)
            {
                (pixels[at], pixels[at + 1], pixels[at + 2]) = (Byte(r / a), Byte(g / a), Byte(b / a));
                pixels[at + 3] = Byte(a / (Samples * Samples));
            }
        }
    }

    return pixels;
}

// Colour and coverage of one point of the unit square.
(double R, double G, double B, double A) Sample(double u, double v, int size)
{
    var inset = size <= 24 ? 0.0 : 0.02;
    var depth = Shield(u, v) - inset;
    if (depth < 0)
    {
        return default;
    }

    var (r, g, b) = Mix((0.47, 0.36, 0.93), (0.10, 0.66, 0.70), Math.Clamp((0.35 * u) + (0.75 * v), 0, 1));
    var rim = size <= 20 ? 0.0 : 0.035;
    if (depth < rim)
    {
        (r, g, b) = Mix((r, g, b), (0.10, 0.10, 0.32), 0.55);
    }

    // Two crests of glaze, the upper one brighter; thicker where the icon is small, so that they survive.
    var thickness = size <= 24 ? 0.085 : 0.06;
    if (Crest(u, v, 0.40, thickness))
    {
        (r, g, b) = Mix((r, g, b), (1, 1, 1), 0.95);
    }
    else if (Crest(u, v, 0.62, thickness * 0.8))
    {
        (r, g, b) = Mix((r, g, b), (1, 1, 1), 0.62);
    }

    return (r, g, b, 1);
}

// How far inside the shield a point lies, about; negative outside.
double Shield(double u, double v)
{
    var x = Math.Abs(u - 0.5);
    var top = 0.05 + (0.05 * Math.Sin(Math.PI * x / 0.42));
    var half = v < 0.45 ? 0.42 : 0.42 * Math.Sqrt(Math.Max(0, 1 - Math.Pow((v - 0.45) / 0.52, 2)));
    return Math.Min(half - x, v - top);
}

// A wave across the shield that runs out to both ends.
bool Crest(double u, double v, double middle, double thickness)
{
    var taper = Math.Sqrt(Math.Max(0, 1 - Math.Pow((u - 0.5) / 0.34, 2)));
    var wave = middle - (0.09 * Math.Sin((u - 0.5) * 2 * Math.PI / 0.68));
    return Math.Abs(v - wave) < thickness * taper;
}

(double, double, double) Mix((double R, double G, double B) a, (double R, double G, double B) b, double share) =>
    (a.R + ((b.R - a.R) * share), a.G + ((b.G - a.G) * share), a.B + ((b.B - a.B) * share));

byte Byte(double value) => (byte)Math.Round(Math.Clamp(value, 0, 1) * 255);

byte[] Png(int size, byte[] rgba)
{
    using var file = new MemoryStream();
    file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
    var header = new byte[13];
    BinaryPrimitives.WriteInt32BigEndian(header, size);
    BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), size);
    (header[8], header[9]) = (8, 6);
    Chunk(file, "IHDR"u8, header);
    using var packed = new MemoryStream();
    using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
    {
        for (var y = 0; y < size; y++)
        {
            zlib.WriteByte(0);
            zlib.Write(rgba, y * size * 4, size * 4);
        }
    }

    Chunk(file, "IDAT"u8, packed.ToArray());
    Chunk(file, "IEND"u8, []);
    return file.ToArray();
}

void Chunk(Stream file, ReadOnlySpan<byte> kind, byte[] payload)
{
    Span<byte> number = stackalloc byte[4];
    BinaryPrimitives.WriteInt32BigEndian(number, payload.Length);
    file.Write(number);
    byte[] body = [.. kind, .. payload];
    file.Write(body);
    var crc = uint.MaxValue;
    foreach (var value in body)
    {
        crc ^= value;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
    }

    BinaryPrimitives.WriteUInt32BigEndian(number, ~crc);
    file.Write(number);
}
