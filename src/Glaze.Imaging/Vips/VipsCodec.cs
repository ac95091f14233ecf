using System.Runtime.InteropServices;
using NetVips;

namespace Glaze.Imaging.Vips;

/// <summary>Pixels in and out of files; what a file says beside its pixels is neither read nor written here.</summary>
internal static class VipsCodec
{
    /// <summary>Opens a file held in memory with the loader of one format; its pixels are decoded when they are asked for.</summary>
    internal static Image Open(byte[] file, ImageFormat format, Enums.FailOn failOn = Enums.FailOn.Error)
    {
        VipsLibrary.Require();
        return ImageFormats.CodecOf(format).Open(file, failOn);
    }

    /// <summary>Decodes every pixel into the caller's memory, which must have the image's size, bands and depth.</summary>
    internal static unsafe void DecodeInto<T>(Image image, T[] target)
        where T : unmanaged
    {
        fixed (T* data = target)
        {
            using var memory = Over(data, target.Length, image.Width, image.Height, image.Bands);
            image.Write(memory);
        }
    }

    /// <summary>Hands interleaved samples (bytes or 16 bits) to <paramref name="save"/> as an image; they are not copied.</summary>
    internal static unsafe byte[] Encode<T>(T[] samples, int width, int height, int bands, Func<Image, byte[]> save)
        where T : unmanaged
    {
        VipsLibrary.Require();
        fixed (T* data = samples)
        {
            using var memory = Over(data, samples.Length, width, height, bands);
            using var image = memory.Copy(interpretation: InterpretationOf(bands, sizeof(T)));
            return save(image);
        }
    }

    private static unsafe Image Over<T>(T* data, int length, int width, int height, int bands)
        where T : unmanaged =>
        Image.NewFromMemory((nint)data, (ulong)length * (ulong)sizeof(T), width, height, bands, sizeof(T) == 1 ? Enums.BandFormat.Uchar : Enums.BandFormat.Ushort);

    private static Enums.Interpretation InterpretationOf(int bands, int bytes) => (bands < 3, bytes) switch
    {
        (true, 1) => Enums.Interpretation.Bw,
        (true, _) => Enums.Interpretation.Grey16,
        (false, 1) => Enums.Interpretation.Srgb,
        _ => Enums.Interpretation.Rgb16,
    };
}
