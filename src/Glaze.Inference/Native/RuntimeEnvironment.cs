using Microsoft.ML.OnnxRuntime;

namespace Glaze.Inference.Native;

/// <summary>The one ONNX Runtime environment of the process, started on first need.</summary>
internal static class RuntimeEnvironment
{
    private static readonly Lazy<string[]> Started = new(StartOnce);

    /// <summary>ONNX Runtime's names of the providers it was built with.</summary>
    public static IReadOnlyList<string> Providers => Started.Value;

    /// <summary>Makes sure that the native library is loaded from the program's own folder and the environment exists.</summary>
    public static void Start() => _ = Started.Value;

    /// <summary>Frees the regions of the shared arena in which nothing lies: ONNX Runtime does so after a run that asks for it.</summary>
    public static void ShrinkArena()
    {
        if (!Started.IsValueCreated)
        {
            return;
        }

        using var options = SessionOptionsFactory.Create(new SessionSettings(ExecutionProvider.Cpu, Threads: 1));
        using var session = new InferenceSession(ProbeModel.Bytes, options);
        using var run = new RunOptions();
        run.AddRunConfigEntry("memory.enable_memory_arena_shrinkage", "cpu:0");
        using var input = OrtValue.CreateTensorValueFromMemory([-2f], [1]);
        using var outputs = session.Run(run, new Dictionary<string, OrtValue>(StringComparer.Ordinal) { ["x"] = input }, ["y"]);
    }

    private static string[] StartOnce()
    {
        NativeLibraries.Register();

        // Failures arrive as exceptions; the same text on the error stream would only repeat them.
        var options = new EnvironmentCreationOptions
        {
            logId = "glaze",
            logLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        var environment = OrtEnv.CreateInstanceWithOptions(ref options);

        // The Windows builds know no variable (Telemetry); they report usage to the system's diagnostics service unless told not to.
        environment.DisableTelemetryEvents();
        ShareMemory(environment);
        return environment.GetAvailableProviders();
    }

    private static void ShareMemory(OrtEnv environment)
    {
        // Regions as large as asked for (strategy 1), no largest size, default sizes for the rest.
        using var memory = new OrtMemoryInfo(OrtMemoryInfo.allocatorCPU, OrtAllocatorType.ArenaAllocator, 0, OrtMemType.Default);
        using var arena = new OrtArenaCfg(maxMemory: 0, arenaExtendStrategy: 1, initialChunkSizeBytes: -1, maxDeadBytesPerChunk: -1);
        environment.CreateAndRegisterAllocator(memory, arena);
    }
}
