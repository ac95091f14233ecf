namespace Glaze.Imaging.Vips;

/// <summary>One libvips operation: set the arguments, run it, take the results.</summary>
internal sealed unsafe class VipsOperation : IDisposable
{
    private readonly string _name;
    private nint _operation;
    private bool _built;

    internal VipsOperation(string name)
    {
        _name = name;
        _operation = LibVips.NewOperation(name);
        if (_operation == 0)
        {
            throw new VipsException(LibVips.TakeError());
        }
    }

    /// <summary>Sets an integer, boolean, enum or flags argument.</summary>
    internal VipsOperation Set(string argument, int content)
    {
        GlibValue value = default;
        LibVips.InitValue(&value, GlibValue.IntType);
        LibVips.SetInt(&value, content);
        return Assign(argument, &value);
    }

    internal VipsOperation Set(string argument, double content)
    {
        GlibValue value = default;
        LibVips.InitValue(&value, GlibValue.DoubleType);
        LibVips.SetDouble(&value, content);
        return Assign(argument, &value);
    }

    internal VipsOperation Set(string argument, VipsImage content)
    {
        GlibValue value = default;
        LibVips.InitValue(&value, LibVips.ImageType());
        LibVips.SetObject(&value, content.Pointer);
        return Assign(argument, &value);
    }

    /// <summary>Sets a bytes argument; the caller keeps the memory alive and unmoved until the results are used.</summary>
    internal VipsOperation Set(string argument, void* data, int length)
    {
        var blob = LibVips.NewBlob(0, data, (nuint)length);
        GlibValue value = default;
        LibVips.InitValue(&value, LibVips.BlobType());
        LibVips.SetBoxed(&value, blob);
        LibVips.ReleaseArea(blob);
        return Assign(argument, &value);
    }

    /// <summary>Runs the operation; throws with the library's own text when it refuses.</summary>
    internal VipsOperation Run()
    {
        var built = LibVips.BuildOperation(_operation);
        if (built == 0)
        {
            throw new VipsException($"{_name}: {LibVips.TakeError()}");
        }

        // The build returns a reference of its own, usually to the same object.
        LibVips.Release(_operation);
        _operation = built;
        _built = true;
        return this;
    }

    /// <summary>An image result, owned by the caller.</summary>
    internal VipsImage Image(string argument)
    {
        GlibValue value = default;
        LibVips.InitValue(&value, LibVips.ImageType());
        LibVips.GetProperty(_operation, argument, &value);
        var image = LibVips.GetObject(&value);

        // Unsetting the value drops its reference; the operation still holds one until it is disposed of.
        if (image != 0)
        {
            LibVips.AddReference(image);
        }

        LibVips.UnsetValue(&value);
        return new VipsImage(image);
    }

    /// <summary>A copy of a bytes result.</summary>
    internal byte[] Bytes(string argument)
    {
        GlibValue value = default;
        LibVips.InitValue(&value, LibVips.BlobType());
        LibVips.GetProperty(_operation, argument, &value);
        var data = LibVips.GetBlob(&value, out var length);
        var result = new ReadOnlySpan<byte>((void*)data, checked((int)length)).ToArray();
        LibVips.UnsetValue(&value);
        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_operation == 0)
        {
            return;
        }

        if (_built)
        {
            LibVips.ReleaseOutputs(_operation);
        }

        LibVips.Release(_operation);
        _operation = 0;
    }

    private VipsOperation Assign(string argument, GlibValue* value)
    {
        LibVips.SetProperty(_operation, argument, value);
        LibVips.UnsetValue(value);
        return this;
    }
}
