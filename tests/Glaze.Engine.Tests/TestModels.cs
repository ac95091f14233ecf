using System.Runtime.CompilerServices;
using Glaze.Engine.Models;
using Glaze.Onnx;
using Glaze.Onnx.Safetensors;
using Glaze.TestKit.Models;

namespace Glaze.Engine.Tests;

/// <summary>Models for tests, and the guard that keeps tests away from the models of whoever runs them.</summary>
internal static class TestModels
{
    /// <summary>LPIPS of AlexNet's shape with two channels.</summary>
    public static byte[] TinyLpips()
    {
        const int Width = 2;
        var tensors = new Dictionary<string, OnnxTensor>();
        var input = 3;
        foreach (var (index, kernel) in ((int Index, int Kernel)[])[(0, 11), (3, 5), (6, 3), (8, 3), (10, 3)])
        {
            tensors.Add($"features.{index}.weight", OnnxTensor.Filled([Width, input, kernel, kernel], 0.1));
            tensors.Add($"features.{index}.bias", OnnxTensor.Filled([Width], 0));
            tensors.Add($"lin{tensors.Count / 3}.model.1.weight", OnnxTensor.Filled([1, Width, 1, 1], 1));
            input = Width;
        }

        return SafetensorsWriter.Write(tensors);
    }

    /// <summary>A manifest entry for the tiny encoder.</summary>
    public static ModelEntry Entry(Uri? url, byte[]? content = null, long? bytes = null, string? sha256 = null) => new(
        "tiny",
        "Test Diffusion",
        ModelKind.Encoder,
        "TAESD",
        new ModelLicence("Test Licence 1.0", "The Test Authors", new Uri("https://licence.invalid/text")),
        url,
        bytes ?? content?.Length,
        sha256 ?? (content is null ? null : Hash(content)));

    /// <summary>A folder of models that holds the tiny encoder, imported under the name <c>mine</c>.</summary>
    public static ModelStore StoreWithTinyEncoder(TemporaryFolder folder)
    {
        var store = new ModelStore(new ModelFolder(folder.File("models")), ModelManifest.Embedded, DownloadSettings.Default);
        GlazeRun.With(store, "models", "import", folder.Bytes("mine.safetensors", SyntheticEncoder.Tiny())).ExitCode.ShouldBe(0);
        return store;
    }

    public static string Hash(byte[] content) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));

    [ModuleInitializer]
    internal static void KeepAwayFromTheUsersModels() =>
        Environment.SetEnvironmentVariable(ModelFolder.Variable, Path.Combine(Path.GetTempPath(), $"glaze-test-without-models-{Environment.ProcessId}"));
}
