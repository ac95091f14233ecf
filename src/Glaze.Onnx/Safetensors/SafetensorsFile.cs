using System.Buffers.Binary;

namespace Glaze.Onnx.Safetensors;

/// <summary>
/// Named weights in the safetensors format: an 8-byte header length, a JSON header, then raw little-endian data.
/// Everything in the header is checked before any tensor is handed out.
/// </summary>
public sealed class SafetensorsFile
{
    private readonly ReadOnlyMemory<byte> _data;
    private readonly SafetensorsHeader _header;

    private SafetensorsFile(SafetensorsHeader header, ReadOnlyMemory<byte> data)
    {
        _header = header;
        _data = data;
        Names = [.. header.Entries.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>Free text properties stored with the weights.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _header.Metadata;

    /// <summary>Names of the tensors in ordinal order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Reads and checks a file.</summary>
    /// <param name="path">File to read.</param>
    /// <exception cref="InvalidModelException">The content breaks the format's rules.</exception>
    public static SafetensorsFile Open(string path)
    {
        if (new FileInfo(path).Length > Array.MaxLength)
        {
            throw new InvalidModelException($"'{Path.GetFileName(path)}' is larger than {Array.MaxLength} bytes.");
        }

        return Open(File.ReadAllBytes(path));
    }

    /// <summary>Checks the content of a file; tensors share its memory.</summary>
    /// <param name="bytes">Content of a .safetensors file.</param>
    /// <exception cref="InvalidModelException">The content breaks the format's rules.</exception>
    public static SafetensorsFile Open(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length < sizeof(ulong))
        {
            throw new InvalidModelException("The safetensors file is shorter than its header length field.");
        }

        var headerLength = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        if (headerLength > (ulong)(bytes.Length - sizeof(ulong)))
        {
            throw new InvalidModelException($"The safetensors header claims {headerLength} bytes, more than the file has.");
        }

        var data = bytes.AsMemory(sizeof(ulong) + (int)headerLength);
        return new SafetensorsFile(SafetensorsHeader.Parse(bytes.AsMemory(sizeof(ulong), (int)headerLength), data.Length), data);
    }

    /// <summary>True when a tensor of this name exists.</summary>
    public bool Contains(string name) => _header.Entries.ContainsKey(name);

    /// <summary>The tensor of this name, in the type it is stored in.</summary>
    /// <exception cref="InvalidModelException">There is no such tensor.</exception>
    public OnnxTensor Tensor(string name)
    {
        if (!_header.Entries.TryGetValue(name, out var entry))
        {
            throw new InvalidModelException($"The weights hold no tensor named '{name}'.");
        }

        return new OnnxTensor(entry.Type, entry.Shape, _data.Slice(entry.Start, entry.Length));
    }
}
