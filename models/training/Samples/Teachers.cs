using Glaze.Training.Nets;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Training.Samples;

/// <summary>The four published encoders, asked together.</summary>
internal sealed class Teachers
{
    private readonly TeacherEncoder[] _encoders;

    /// <summary>Reads them from the folder of published files.</summary>
    public Teachers(string folder) => _encoders = [.. Family.All.Select(family => new TeacherEncoder(Path.Combine(folder, family.File)))];

    /// <summary>All latents (N, 56, H/8, W/8) and hidden features (N, 256, H/8, W/8) of pictures; nothing to differentiate.</summary>
    public (Tensor Latents, Tensor Hidden) Ask(Tensor pictures)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var answers = _encoders.Select(encoder => encoder.Encode(pictures)).ToArray();
        return (cat([.. answers.Select(answer => answer.Latent)], 1).MoveToOuterDisposeScope(), cat([.. answers.Select(answer => answer.Hidden)], 1).MoveToOuterDisposeScope());
    }

    /// <summary>The latents of one family.</summary>
    public Tensor Ask(int family, Tensor pictures)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        return _encoders[family].Encode(pictures).Latent.MoveToOuterDisposeScope();
    }

    /// <summary>Jᵀv of one family: the gradient of ⟨Φ(x), v⟩ by x, with v = (Φ(x) − target) / deviation².</summary>
    public Tensor Gradient(int family, Tensor pictures, Tensor target, Tensor deviation)
    {
        using var scope = NewDisposeScope();
        var x = pictures.detach().clone().requires_grad_();
        var latent = _encoders[family].Encode(x).Latent;
        var direction = ((latent - target) / deviation.square()).detach();
        return autograd.grad([(latent * direction).sum()], [x])[0].MoveToOuterDisposeScope();
    }
}
