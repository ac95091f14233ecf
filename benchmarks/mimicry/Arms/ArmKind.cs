namespace Glaze.Benchmarks.Mimicry.Arms;

/// <summary>What happens to the pictures that a mimic trains on.</summary>
internal enum ArmKind
{
    /// <summary>Nothing.</summary>
    Clean,

    /// <summary>Their latents are moved part of the way to T's; no cloak does so exactly.</summary>
    Sweep,

    /// <summary>Cloaked by the product with glaze-mini alone.</summary>
    Mini,

    /// <summary>Cloaked by the product with the encoder of the family that is trained on, alone.</summary>
    Family,

    /// <summary>Cloaked by the product with all it has: glaze-mini and the published encoders of all families.</summary>
    All,

    /// <summary>Noise of the same PSNR as the cloak with glaze-mini, picture by picture.</summary>
    Noise,

    /// <summary>The clipped difference to T, of the same PSNR.</summary>
    Blend,
}
