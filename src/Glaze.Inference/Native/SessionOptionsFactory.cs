using Microsoft.ML.OnnxRuntime;

namespace Glaze.Inference.Native;

/// <summary>Turns <see cref="SessionSettings"/> into ONNX Runtime's session options.</summary>
internal static class SessionOptionsFactory
{
    /// <summary>Options for one session; the caller disposes them once the session exists.</summary>
    public static SessionOptions Create(SessionSettings settings)
    {
        var options = new SessionOptions
        {
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
            IntraOpNumThreads = settings.Threads > 0 ? settings.Threads : Environment.ProcessorCount,
            InterOpNumThreads = 1,
        };

        // Denormal floats cost a hundred times a normal one and carry nothing here.
        options.AddSessionConfigEntry("session.set_denormal_as_zero", "1");

        // All sessions take their memory from one arena (RuntimeEnvironment): encoders, views and windows run in turn, so what one
        // has freed the next one uses. A pattern remembered per session would keep a block of its own beside it (and DirectML forbids it).
        options.EnableMemoryPattern = false;
        options.AddSessionConfigEntry("session.use_env_allocators", "1");

        // Waiting threads spin between the operators of one step (a step is hundreds of them) but sleep between steps.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "1");
        options.AddSessionConfigEntry("session.force_spinning_stop", "1");

        switch (settings.Provider)
        {
            case ExecutionProvider.DirectMl:
                options.AppendExecutionProvider_DML(settings.AdapterIndex);
                break;
            case ExecutionProvider.WebGpu:
                options.AppendExecutionProvider("WebGPU");
                break;
        }

        if (!settings.AllowsCpuOperators && settings.Provider != ExecutionProvider.Cpu)
        {
            options.AddSessionConfigEntry("session.disable_cpu_ep_fallback", "1");
        }

        return options;
    }
}
