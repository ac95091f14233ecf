namespace Glaze.Cloaking.Tests.Encoders.Parity;

/// <summary>A theory on a published encoder that the repository does not hold.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedSurrogateTheoryAttribute : TheoryAttribute
{
    public SharedSurrogateTheoryAttribute()
    {
        if (!SharedSurrogates.IsPresent)
        {
            Skip = "../shared/surrogates is not on this machine; it holds the published FLUX.2 tiny encoder and its reference values.";
        }
    }
}
