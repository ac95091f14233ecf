namespace Glaze.Autodiff.Tests.GradientChecks;

/// <summary>Where an operator is tried, so that steps of the numerical derivative never cross a kink or a singularity.</summary>
internal enum Values
{
    /// <summary>Standard normal.</summary>
    Normal,

    /// <summary>0.5 to 2.</summary>
    Positive,

    /// <summary>At least 0.3 from 0.</summary>
    AwayFromZero,

    /// <summary>All at least 0.3 apart.</summary>
    Distinct,
}
