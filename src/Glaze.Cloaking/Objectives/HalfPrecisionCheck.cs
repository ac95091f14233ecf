using System.Numerics.Tensors;
using Glaze.Cloaking.Arithmetic;
using Glaze.Cloaking.Encoders;
using Glaze.Imaging;
using Glaze.Inference;

namespace Glaze.Cloaking.Objectives;

/// <summary>
/// Asks a device itself whether it may compute in half precision: the gradients of the smallest encoder must point where the device's own
/// float32 ones do. One encoder is enough to try the device, and shaders take their time to compile.
/// </summary>
public static class HalfPrecisionCheck
{
    // Measured in emulation on the CPU provider: 1.0000 for glaze-mini and FLUX.2's tiny encoder, 0.9990 for Sana's with random weights.
    private const double LeastCosine = 0.99;
    private const int Positions = 16;

    /// <summary>The precision to compute an ensemble in.</summary>
    /// <param name="ensemble">The encoders.</param>
    /// <param name="settings">The provider, which has proved to work in float32.</param>
    /// <returns>Half where the provider is a graphics processor that passes; else single.</returns>
    public static ComputePrecision Choose(SurrogateEnsemble ensemble, SessionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentNullException.ThrowIfNull(settings);
        var smallest = ensemble.Encoders.Where(encoder => encoder.ToleratesHalfPrecision).MinBy(encoder => encoder.ParameterCount);
        return settings.Provider is ExecutionProvider.DirectMl or ExecutionProvider.WebGpu && smallest is not null && Agrees(smallest.Guide, settings)
            ? ComputePrecision.Half
            : ComputePrecision.Single;
    }

    /// <summary>Whether the gradients of one encoder agree.</summary>
    internal static bool Agrees(SurrogateEncoder encoder, SessionSettings settings)
    {
        try
        {
            var cosine = TensorPrimitives.CosineSimilarity<float>(
                Gradient(encoder, ComputePrecision.Single, settings), Gradient(encoder, ComputePrecision.Half, settings));
            return cosine >= LeastCosine;
        }
        catch (Exception failure) when (failure is ProviderException or ModelRejectedException)
        {
            return false;
        }
    }

    /// <summary>The gradient at a small picture of noise, toward a latent of zeros, as if the original's were all ones.</summary>
    internal static float[] Gradient(SurrogateEncoder encoder, ComputePrecision precision, SessionSettings settings)
    {
        var side = Positions * encoder.Downscale;
        using var session = ModelSession.Create(LatentGraphs.Objective(encoder, side, side, precision), settings);
        var image = new PlanarImage(side, side);
        PixelHash.Fill(image.Values, 0, 1);
        var latent = new float[encoder.LatentChannels * Positions * Positions];
        var objective = new LatentObjective(session, encoder, [.. latent.Select(_ => 1f)], latent, precision);
        var gradient = new PlanarImage(side, side);
        objective.Evaluate(image, gradient, CancellationToken.None);
        return gradient.Values;
    }
}
