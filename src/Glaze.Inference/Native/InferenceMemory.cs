using Glaze.Inference.Native;

namespace Glaze.Inference.Native;

/// <summary>The memory that all sessions of the process share.</summary>
public static class InferenceMemory
{
    /// <summary>
    /// Gives what no session uses back to the system. Sessions take their memory from one arena, which keeps what it once had; after sessions
    /// of one shape were closed, those of another shape would find it in pieces that do not fit and take more.
    /// </summary>
    public static void GiveBack()
    {
        RuntimeEnvironment.ShrinkArena();
        SystemMemory.Trim();
    }
}
