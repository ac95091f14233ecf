using Glaze.Autodiff;
using Glaze.Inference;
using Glaze.Onnx;

namespace Glaze.Cloaking.Encoders;

/// <summary>Offers a forward graph to every provider: with the gradient's nodes written out, or as it is for those that differentiate by themselves.</summary>
internal static class DifferentiableModel
{
    /// <summary>A session's model that also yields the gradient of a loss.</summary>
    /// <param name="forward">Writes the forward graph.</param>
    /// <param name="loss">Its output to differentiate, one element.</param>
    /// <param name="input">The input to differentiate with respect to.</param>
    public static SessionModel Of(Func<OnnxModel> forward, string loss, string input) =>
        new(() => OnnxModelWriter.Write(GradientGraphBuilder.Build(forward(), loss, [input])))
        {
            Forward = () => OnnxModelWriter.Write(forward()),
            Loss = loss,
            Gradients = new Dictionary<string, string>(StringComparer.Ordinal) { [input] = GradientGraphBuilder.OutputPrefix + input },
        };
}
