#:property PublishAot=false
#:property TargetFramework=net10.0
#:property Nullable=enable

// Draws the plugin's icons, a shield under a wave of glaze, and the installer's icon and pictures. Run after changing it:
//
//   dotnet run --file eng/draw-icons.cs -- src/GlazeEffect/Icons installer/art

using System.Buffers.Binary;
using System.IO.Compression;

const int Samples = 8;
var (folder, art) = args.Length == 2 ? (args[0], args[1]) : throw new ArgumentException("Name the folders for the icons and for the installer's art.");
Directory.CreateDirectory(folder);
foreach (var size in (int[])[16, 20, 24, 32, 64, 256])
{
    File.WriteAllBytes(Path.Combine(folder, $"glaze-{size}.png"), Png(size, Draw(size)));
}

Directory.CreateDirectory(art);
File.WriteAllBytes(Path.Combine(art, "setup.ico"), Icon([16, 20, 24, 32, 48, 64, 256]));
File.WriteAllBytes(Path.Combine(art, "welcome.bmp"), Bitmap(164, 314, Welcome));
File.WriteAllBytes(Path.Combine(art, "header.bmp"), Bitmap(150, 57, Header));

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

// The tall picture of the first and last page: the shield over a glaze that runs down the sheet in waves.
(double R, double G, double B) Welcome(double x, double y)
{
    var (r, g, b) = Mix((0.16, 0.12, 0.36), (0.07, 0.36, 0.44), y / 314);
    for (var i = 0; i < 7; i++)
    {
        var middle = 168 + (22 * i) + ((9 + i) * Math.Sin((x / (46 + (5 * i))) + (0.9 * i)));
        var (light, share) = i % 2 == 0 ? ((0.47, 0.36, 0.93), 0.30) : ((0.20, 0.78, 0.80), 0.26);
        (r, g, b) = Mix((r, g, b), light, share * Math.Clamp((y - middle) / 26, 0, 1) * Math.Clamp((middle + 90 - y) / 90, 0, 1));
        (r, g, b) = Mix((r, g, b), (1, 1, 1), 0.55 * Math.Clamp(1.3 - Math.Abs(y - middle), 0, 1));
    }

    return Over((r, g, b), (x - 34) / 96, (y - 34) / 96);
}

// The strip at the right of the page's head: the shield at its end, waves that fade in from the white.
(double R, double G, double B) Header(double x, double y)
{
    var colour = (1.0, 1.0, 1.0);
    for (var i = 0; i < 3; i++)
    {
        var middle = 18 + (12 * i) + (5 * Math.Sin((x / 17) + (1.1 * i)));
        colour = Mix(colour, i == 1 ? (0.47, 0.36, 0.93) : (0.10, 0.66, 0.70), 0.35 * Math.Clamp(x / 110, 0, 1) * Math.Clamp(1.6 - Math.Abs(y - middle), 0, 1));
    }

    return Over(colour, (x - 98) / 46, (y - 5.5) / 46);
}

(double, double, double) Over((double, double, double) under, double u, double v)
{
    var (r, g, b, a) = Sample(u, v, 64);
    return Mix(under, (r, g, b), a);
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

// 24 bits a pixel, from the bottom up, as installers read them.
byte[] Bitmap(int width, int height, Func<double, double, (double R, double G, double B)> at)
{
    var stride = ((width * 3) + 3) / 4 * 4;
    var file = new byte[54 + (stride * height)];
    "BM"u8.CopyTo(file);
    Number(file, 2, file.Length, 0, 54, 40, width, height);
    (file[26], file[28]) = (1, 24);
    for (var y = 0; y < height; y++)
    {
        for (var x = 0; x < width; x++)
        {
            double r = 0, g = 0, b = 0;
            for (var i = 0; i < Samples * Samples; i++)
            {
                var (sr, sg, sb) = at(x + ((i % Samples) + 0.5) / Samples, y + ((i / Samples) + 0.5) / Samples);
                (r, g, b) = (r + sr, g + sg, b + sb);
            }

            var place = 54 + ((height - 1 - y) * stride) + (x * 3);
            const double Count = Samples * Samples;
            (file[place], file[place + 1], file[place + 2]) = (Byte(b / Count), Byte(g / Count), Byte(r / Count));
        }
    }

    return file;
}

// Small sizes as bitmaps with alpha and an empty mask, which every Windows reads; the largest as PNG.
byte[] Icon(int[] sizes)
{
    var pictures = sizes.Select(size => size >= 256 ? Png(size, Draw(size)) : IconBitmap(size, Draw(size))).ToArray();
    var head = new byte[6 + (16 * sizes.Length)];
    (head[2], head[4]) = (1, (byte)sizes.Length);
    var offset = head.Length;
    for (var i = 0; i < sizes.Length; i++)
    {
        var entry = 6 + (16 * i);
        (head[entry], head[entry + 1], head[entry + 4], head[entry + 6]) = ((byte)sizes[i], (byte)sizes[i], 1, 32);
        Number(head, entry + 8, pictures[i].Length, offset);
        offset += pictures[i].Length;
    }

    return [.. head, .. pictures.SelectMany(picture => picture)];
}

byte[] IconBitmap(int size, byte[] rgba)
{
    var bitmap = new byte[40 + (size * size * 4) + ((size + 31) / 32 * 4 * size)];
    Number(bitmap, 0, 40, size, size * 2);
    (bitmap[12], bitmap[14]) = (1, 32);
    for (var i = 0; i < size * size; i++)
    {
        var from = (((size - 1 - (i / size)) * size) + (i % size)) * 4;
        var to = 40 + (i * 4);
        (bitmap[to], bitmap[to + 1], bitmap[to + 2], bitmap[to + 3]) = (rgba[from + 2], rgba[from + 1], rgba[from], rgba[from + 3]);
    }

    return bitmap;
}

void Number(byte[] bytes, int offset, params ReadOnlySpan<int> values)
{
    for (var i = 0; i < values.Length; i++)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(offset + (4 * i)), values[i]);
    }
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
