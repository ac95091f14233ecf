using System.Text.Json;
using Glaze.Onnx.Shapes;

namespace Glaze.Onnx.Safetensors;

/// <summary>The JSON header of a safetensors file, with every length, offset and overlap checked.</summary>
internal sealed class SafetensorsHeader
{
    public const string MetadataKey = "__metadata__";
    private const int MaximumRank = 16;

    private SafetensorsHeader()
    {
    }

    public Dictionary<string, SafetensorsEntry> Entries { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    public static SafetensorsHeader Parse(ReadOnlyMemory<byte> json, int dataLength)
    {
        var header = new SafetensorsHeader();
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8 });
            foreach (var property in document.RootElement.EnumerateObject())
            {
                header.Add(property, dataLength);
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            throw new InvalidModelException("The safetensors header is not the JSON object the format asks for: " + error.Message, error);
        }

        header.CheckCoverage(dataLength);
        return header;
    }

    private void Add(JsonProperty property, int dataLength)
    {
        if (string.Equals(property.Name, MetadataKey, StringComparison.Ordinal))
        {
            foreach (var item in property.Value.EnumerateObject())
            {
                Metadata[item.Name] = item.Value.GetString() ?? string.Empty;
            }

            return;
        }

        if (!Entries.TryAdd(property.Name, ParseEntry(property, dataLength)))
        {
            throw new InvalidModelException($"Tensor '{property.Name}' is listed twice.");
        }
    }

    private static SafetensorsEntry ParseEntry(JsonProperty property, int dataLength)
    {
        var name = property.Name;
        if (!property.Value.TryGetProperty("dtype", out var typeName)
            || !property.Value.TryGetProperty("shape", out var shapeList)
            || !property.Value.TryGetProperty("data_offsets", out var offsets)
            || offsets.GetArrayLength() != 2
            || shapeList.GetArrayLength() > MaximumRank)
        {
            throw new InvalidModelException($"Tensor '{name}' lacks a dtype, a shape or two data_offsets.");
        }

        var type = SafetensorsTypes.Parse(typeName.GetString() ?? string.Empty)
            ?? throw new InvalidModelException($"Tensor '{name}' has dtype '{typeName.GetString()}', which is not supported.");
        var shape = shapeList.EnumerateArray().Select(dimension => dimension.GetInt64()).ToArray();
        var start = offsets[0].GetInt64();
        var end = offsets[1].GetInt64();
        if (start < 0 || end < start || end > dataLength)
        {
            throw new InvalidModelException($"Tensor '{name}' lies at bytes {start} to {end}, outside the {dataLength} bytes of data.");
        }

        if (TensorSize.CountElements(shape) > dataLength || TensorSize.CountBytes(type, shape) != end - start)
        {
            throw new InvalidModelException($"Tensor '{name}' of shape [{string.Join(", ", shape)}] does not take {end - start} bytes.");
        }

        return new SafetensorsEntry(type, shape, (int)start, (int)(end - start));
    }

    // The format allows neither overlaps nor holes.
    private void CheckCoverage(int dataLength)
    {
        var position = 0;
        foreach (var (name, entry) in Entries.OrderBy(pair => pair.Value.Start).ThenBy(pair => pair.Value.Length))
        {
            if (entry.Start != position)
            {
                throw new InvalidModelException($"Tensor '{name}' starts at byte {entry.Start}, but the one before it ends at {position}.");
            }

            position += entry.Length;
        }

        if (position != dataLength)
        {
            throw new InvalidModelException($"The tensors cover {position} of the {dataLength} bytes of data.");
        }
    }
}
