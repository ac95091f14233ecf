namespace Glaze.Imaging.Resampling;

/// <summary>The kernel a <see cref="Resampler"/> weighs pixels with; all are widened when shrinking, so that nothing aliases.</summary>
public enum ResampleFilter
{
    /// <summary>Bilinear: a triangle of radius 1 (in the coarser grid's pixels).</summary>
    Bilinear,

    /// <summary>Area average: every source pixel counts by the area it covers of the target pixel.</summary>
    Area,

    /// <summary>Cubic (Catmull–Rom, a = −1/2): a radius-2 kernel, sharper than bilinear, may overshoot.</summary>
    Cubic,
}
