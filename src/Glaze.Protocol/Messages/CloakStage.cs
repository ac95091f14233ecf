namespace Glaze.Protocol.Messages;

/// <summary>What the engine is doing for a job, in the order it happens.</summary>
public enum CloakStage
{
    /// <summary>Loading surrogate encoders onto the device.</summary>
    LoadingModels,

    /// <summary>Choosing the target style and painting Ω(x, T).</summary>
    PaintingTarget,

    /// <summary>Optimising the perturbation.</summary>
    Optimizing,

    /// <summary>Measuring visible change and protection.</summary>
    Auditing,

    /// <summary>Putting the result together and sending it.</summary>
    Finishing,
}
