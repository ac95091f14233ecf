using Glaze.Cloaking.Encoders;

namespace Glaze.Cloaking.Views;

/// <summary>Through which encoder a picture is looked at.</summary>
/// <param name="Encoder">The encoder.</param>
/// <param name="Family">The part of its latent that stands for the decoder's family.</param>
/// <param name="Share">
/// How much of the latent's movement from the original to the cloaked picture is shown, 0..1: 1 for a family's own encoder; less for one that only
/// imitates it and that cloaks are computed on, which sees more of a cloak than the family's models do.
/// </param>
public sealed record ViewEncoder(SurrogateEncoder Encoder, LatentFamily Family, double Share);
