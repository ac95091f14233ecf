namespace Glaze.Protocol.Messages;

/// <summary>Why a job, or the whole engine, failed.</summary>
public enum FaultCode
{
    /// <summary>A defect of the engine.</summary>
    Internal,

    /// <summary>The request contradicts itself or is outside what the engine can do.</summary>
    InvalidRequest,

    /// <summary>The hello had another protocol version; the engine exits with <see cref="EngineExitCode.VersionMismatch"/>.</summary>
    UnsupportedVersion,

    /// <summary>The request came without pixels, but the engine does not hold that picture: send it again with pixels.</summary>
    PictureUnknown,

    /// <summary>No style has that name.</summary>
    StyleUnknown,

    /// <summary>No surrogate encoder has that name.</summary>
    SurrogateUnknown,

    /// <summary>A model file is not installed.</summary>
    ModelMissing,

    /// <summary>A model file is damaged.</summary>
    ModelCorrupt,

    /// <summary>Memory ran out on every device tried.</summary>
    OutOfMemory,

    /// <summary>Every device failed.</summary>
    DeviceFailed,
}
