namespace Glaze.Cloaking.Objectives;

/// <summary>In what numbers encoders and their gradients are computed.</summary>
public enum ComputePrecision
{
    /// <summary>IEEE 754 binary32.</summary>
    Single,

    /// <summary>IEEE 754 binary16 inside the encoder; loss and gradient stay binary32.</summary>
    Half,
}
