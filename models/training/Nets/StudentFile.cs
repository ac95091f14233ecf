using System.Text.Json;
using Glaze.Onnx;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Training.Nets;

/// <summary>Students on disk: averaged weights in the work folder, and the file that ships.</summary>
internal static class StudentFile
{
    /// <summary>Where a student's averaged weights lie while it is trained.</summary>
    public static string AveragePath(string folder, string name) => Path.Combine(folder, $"average-{name}.safetensors");

    /// <summary>The averaged weights that a work folder has by now.</summary>
    public static IReadOnlyList<Student> ReadAverages(string folder) =>
        [.. Directory.GetFiles(folder, "average-*.safetensors").Order(StringComparer.Ordinal).Select(path =>
        {
            var name = Path.GetFileNameWithoutExtension(path)["average-".Length..];
            var weights = TensorFile.Read(path);
            foreach (var weight in weights.Values)
            {
                weight.DetachFromDisposeScope();
            }

            return new Student(StudentShape.Of(name), weights);
        })];

    /// <summary>Reads every student of a file that ships.</summary>
    public static IReadOnlyList<Student> ReadShipped(string path)
    {
        var weights = TensorFile.Read(path);
        using var architecture = JsonDocument.Parse(TensorFile.Metadata(path)["architecture"]);
        return [.. architecture.RootElement.GetProperty("nets").EnumerateArray().Select(net => new Student(
            new StudentShape(net.GetProperty("name").GetString()!, net.GetProperty("layers").Deserialize<List<StudentLayer>>()!), weights))];
    }

    /// <summary>Packs students in half precision, with a description of their architecture.</summary>
    /// <param name="path">The file to write.</param>
    /// <param name="students">One or two students.</param>
    /// <param name="mean">Mean of each latent channel.</param>
    /// <param name="deviation">Deviation of each latent channel.</param>
    public static void WriteShipped(string path, IReadOnlyList<Student> students, Tensor mean, Tensor deviation)
    {
        var tensors = students.SelectMany(student => student.Weights).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        tensors["latent.mean"] = mean.flatten();
        tensors["latent.std"] = deviation.flatten();
        var architecture = JsonSerializer.Serialize(new
        {
            families = Family.All.Select(family => new { name = family.Name, channels = family.Channels }),
            nets = students.Select(student => new
            {
                name = $"glaze-mini-{student.Shape.Name}",
                input = "RGB 0..1 NCHW",
                channels = Family.LatentChannels,
                factor = 8,
                layers = student.Shape.Layers,
            }),
        });
        TensorFile.Write(path, tensors, ElementType.Float16, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = "glaze-mini",
            ["license"] = "MIT",
            ["format"] = "pt",
            ["architecture"] = architecture,
            ["teachers"] = "TAESD, TAESDXL, TAEF1, TAEF2 encoders",
        });
    }
}
