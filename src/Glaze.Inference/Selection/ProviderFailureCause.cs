namespace Glaze.Inference.Selection;

/// <summary>Why a provider is not in use, as something that can be put into any language.</summary>
public enum ProviderFailureCause
{
    /// <summary>The system, or the build of ONNX Runtime, does not have it.</summary>
    NotHere,

    /// <summary>It is an optional pack that is not installed.</summary>
    NotInstalled,

    /// <summary>No graphics adapter was found.</summary>
    NoAdapter,

    /// <summary>The system imitates Windows, and its Direct3D 12 is not complete.</summary>
    Emulated,

    /// <summary>It was tried and did not start.</summary>
    NotStarted,

    /// <summary>It was lost under way.</summary>
    Lost,

    /// <summary>Memory ran out, at the start or under way.</summary>
    OutOfMemory,
}
