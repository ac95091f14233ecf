using System.Runtime.InteropServices;

namespace Glaze.Imaging.Vips;

/// <summary>Owns one reference to a libvips image.</summary>
internal sealed unsafe class VipsImage : SafeHandle
{
    internal VipsImage(nint owned)
        : base(0, ownsHandle: true)
    {
        SetHandle(owned);
        if (IsInvalid)
        {
            throw new VipsException(LibVips.TakeError());
        }
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    internal nint Pointer => handle;

    internal int Width => LibVips.Width(handle);

    internal int Height => LibVips.Height(handle);

    internal int Bands => LibVips.Bands(handle);

    internal VipsBandFormat Format => (VipsBandFormat)LibVips.BandFormat(handle);

    internal VipsInterpretation Interpretation => (VipsInterpretation)LibVips.Interpretation(handle);

    internal int PageCount => LibVips.PageCount(handle);

    /// <summary>Looks at memory that the caller keeps alive and unmoved for as long as the image is used.</summary>
    internal static VipsImage Over(void* data, long bytes, int width, int height, int bands, VipsBandFormat format) =>
        new(LibVips.ImageFromMemory(data, (nuint)bytes, width, height, bands, (int)format));

    /// <summary>Decodes every pixel into the caller's memory; the target must have this image's size, bands and format.</summary>
    internal void DecodeInto<T>(T[] target)
        where T : unmanaged
    {
        fixed (T* data = target)
        {
            using var memory = Over(data, (long)target.Length * sizeof(T), Width, Height, Bands, Format);
            if (LibVips.WriteImage(handle, memory.Pointer) != 0)
            {
                throw new VipsException(LibVips.TakeError());
            }
        }
    }

    /// <summary>A metadata field holding bytes, or null when there is none.</summary>
    internal byte[]? Blob(string name)
    {
        if (LibVips.FieldType(handle, name) == 0 || LibVips.GetBlobField(handle, name, out var data, out var length) != 0)
        {
            return null;
        }

        return new ReadOnlySpan<byte>((void*)data, checked((int)length)).ToArray();
    }

    internal void SetBlob(string name, ReadOnlySpan<byte> content)
    {
        fixed (byte* data = content)
        {
            LibVips.SetBlobField(handle, name, data, (nuint)content.Length);
        }
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        LibVips.Release(handle);
        return true;
    }
}
