using Glaze.Training.Nets;
using Glaze.Training.Pictures;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Training.Samples;

/// <summary>
/// Small changes of pictures, so that a student learns not only what an encoder answers but how its answer moves: along the encoder's own
/// gradient, along the student's (where it is wrong, it learns so), toward the restyled picture, and noise.
/// </summary>
internal sealed class Perturbations(Teachers teachers, Statistics statistics)
{
    /// <summary>The students that cloak; none at first.</summary>
    public IReadOnlyList<Student> Students { get; set; } = [];

    /// <summary>Perturbs pictures toward others by 1 to 7 levels, RMS.</summary>
    /// <param name="dice">Chooses the kind and the size.</param>
    /// <param name="pictures">(N, 3, H, W), RGB 0..1.</param>
    /// <param name="styled">The same pictures in another style.</param>
    public Tensor Apply(Dice dice, Tensor pictures, Tensor styled)
    {
        using var scope = NewDisposeScope();
        var radius = MathF.Exp(dice.Range(Math.Log(1), Math.Log(7))) / 255;
        var draw = dice.Range(0, 1);
        var delta = draw switch
        {
            < 0.12f => randn_like(pictures),
            < 0.25f => (styled - pictures).clamp(-2 * radius, 2 * radius),
            < 0.42f => AlongTeacher(dice, pictures, styled),
            _ when Students.Count > 0 => AlongStudent(Students[dice.Whole(0, Students.Count)], pictures, styled, radius, dice),
            _ => AlongTeacher(dice, pictures, styled),
        };
        return PictureTensor.Quantised(pictures + (delta * (radius / PictureTensor.Rms(delta)))).MoveToOuterDisposeScope();
    }

    private Tensor AlongTeacher(Dice dice, Tensor pictures, Tensor styled)
    {
        var family = dice.Whole(0, Family.All.Count);
        var (entry, start) = Family.Slices().ElementAt(family);
        var gradient = teachers.Gradient(family, pictures, teachers.Ask(family, styled), statistics.LatentDeviation.narrow(1, start, entry.Channels));
        return dice.Chance(0.3) ? -gradient.sign() : -gradient;
    }

    // Two to four normalised steps with momentum inside the L2 ball, on one family's head or on all.
    private Tensor AlongStudent(Student student, Tensor pictures, Tensor styled, float radius, Dice dice)
    {
        var delta = dice.Chance(0.5) ? (styled - pictures).clamp(-radius, radius) : zeros_like(pictures);
        var momentum = zeros_like(pictures);
        var weights = HeadWeights(dice);
        Tensor target;
        using (no_grad())
        {
            target = student.Encode(styled).Latent;
        }

        var steps = dice.Whole(2, 5);
        for (var step = 0; step < steps; step++)
        {
            var x = (pictures + delta + (randn_like(pictures) * dice.Range(0, 0.02))).detach().requires_grad_();
            var loss = ((student.Encode(x).Latent - target) / statistics.LatentDeviation).square().mul(weights).sum();
            var gradient = autograd.grad([loss], [x])[0];
            momentum = (0.8 * momentum) + (gradient / PictureTensor.Rms(gradient));
            delta = delta - (0.5 * radius * momentum / PictureTensor.Rms(momentum));
            delta = delta * (radius / PictureTensor.Rms(delta)).clamp(max: 1);
        }

        return delta;
    }

    private static Tensor HeadWeights(Dice dice)
    {
        var only = dice.Chance(0.5) ? dice.Whole(0, Family.All.Count) : -1;
        var values = Family.All.SelectMany((family, index) => Enumerable.Repeat(only < 0 || only == index ? 1f / family.Channels : 0f, family.Channels)).ToArray();
        return tensor(values, [1, values.Length, 1, 1]);
    }
}
