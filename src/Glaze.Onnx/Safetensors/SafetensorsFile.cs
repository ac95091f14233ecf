using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Glaze.Onnx.Safetensors;

/// <summary>
/// Named weights in the safetensors format: an 8-byte header length, a JSON header, then raw little-endian data.
/// Everything in the header is checked before any tensor is handed out. A file on disk is read tensor by tensor as they
/// are asked for, so that a large one costs no memory until it is used.
/// </summary>
public sealed class SafetensorsFile
{
    private const int MaximumHeaderLength = 100_000_000;
    private readonly SafetensorsHeader _header;
    private readonly Func<SafetensorsEntry, ReadOnlyMemory<byte>> _read;

    private SafetensorsFile(SafetensorsHeader header, Func<SafetensorsEntry, ReadOnlyMemory<byte>> read)
    {
        _header = header;
        _read = read;
        Names = [.. header.Entries.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>Free text properties stored with the weights.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _header.Metadata;

    /// <summary>Names of the tensors in ordinal order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Reads and checks a file's header; the file must stay in place while tensors are read.</summary>
    /// <param name="path">File to read.</param>
    /// <exception cref="InvalidModelException">The content breaks the format's rules.</exception>
    public static SafetensorsFile Open(string path)
    {
        using var handle = File.OpenHandle(path);
        var length = RandomAccess.GetLength(handle);
        var name = Path.GetFileName(path);
        if (length > Array.MaxLength)
        {
            throw new InvalidModelException($"'{name}' is larger than {Array.MaxLength} bytes.");
        }

        var prefix = new byte[Math.Min(length, sizeof(ulong))];
        ReadExactly(handle, prefix, 0, name);
        var header = new byte[CheckHeaderLength(prefix, length)];
        ReadExactly(handle, header, sizeof(ulong), name);
        var dataStart = sizeof(ulong) + header.Length;
        var parsed = SafetensorsHeader.Parse(header, (int)length - dataStart);
        return new SafetensorsFile(parsed, entry => ReadTensor(path, dataStart, entry));
    }

    /// <summary>Checks the content of a file; tensors share its memory.</summary>
    /// <param name="bytes">Content of a .safetensors file.</param>
    /// <exception cref="InvalidModelException">The content breaks the format's rules.</exception>
    public static SafetensorsFile Open(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var headerLength = CheckHeaderLength(bytes.AsSpan(0, Math.Min(bytes.Length, sizeof(ulong))), bytes.Length);
        var data = bytes.AsMemory(sizeof(ulong) + headerLength);
        return new SafetensorsFile(
            SafetensorsHeader.Parse(bytes.AsMemory(sizeof(ulong), headerLength), data.Length),
            entry => data.Slice(entry.Start, entry.Length));
    }

    /// <summary>True when a tensor of this name exists.</summary>
    public bool Contains(string name) => _header.Entries.ContainsKey(name);

    /// <summary>The tensor of this name, in the type it is stored in.</summary>
    /// <exception cref="InvalidModelException">There is no such tensor.</exception>
    public OnnxTensor Tensor(string name)
    {
        var entry = Entry(name);
        return new OnnxTensor(entry.Type, entry.Shape, _read(entry));
    }

    /// <summary>Dimensions of the tensor of this name; its data is not read.</summary>
    /// <exception cref="InvalidModelException">There is no such tensor.</exception>
    public IReadOnlyList<long> Shape(string name) => Entry(name).Shape;

    private SafetensorsEntry Entry(string name) => _header.Entries.TryGetValue(name, out var entry)
        ? entry
        : throw new InvalidModelException($"The weights hold no tensor named '{name}'.");

    private static int CheckHeaderLength(ReadOnlySpan<byte> prefix, long fileLength)
    {
        if (prefix.Length < sizeof(ulong))
        {
            throw new InvalidModelException("The safetensors file is shorter than its header length field.");
        }

        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        return length <= (ulong)(fileLength - sizeof(ulong)) && length <= MaximumHeaderLength
            ? (int)length
            : throw new InvalidModelException($"The safetensors header claims {length} bytes, more than the file has or the format allows.");
    }

    private static byte[] ReadTensor(string path, int dataStart, SafetensorsEntry entry)
    {
        using var handle = File.OpenHandle(path);
        var bytes = new byte[entry.Length];
        ReadExactly(handle, bytes, (long)dataStart + entry.Start, Path.GetFileName(path));
        return bytes;
    }

    private static void ReadExactly(SafeFileHandle handle, Span<byte> bytes, long offset, string name)
    {
        while (!bytes.IsEmpty)
        {
            var count = RandomAccess.Read(handle, bytes, offset);
            if (count == 0)
            {
                throw new InvalidModelException($"'{name}' ends before its last tensor; it was cut short after it was opened.");
            }

            bytes = bytes[count..];
            offset += count;
        }
    }
}
