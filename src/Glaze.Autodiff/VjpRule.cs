namespace Glaze.Autodiff;

/// <summary>How to carry the adjoint of an operator's outputs back to its inputs.</summary>
/// <param name="Operator">Operator of the ai.onnx set.</param>
/// <param name="Apply">Adds the adjoint nodes and returns one value name per input of the node; null where there is no gradient.</param>
/// <param name="Broadcasts">True when inputs broadcast to the output, so that the driver sums adjoints back to each input's shape.</param>
internal sealed record VjpRule(string Operator, Func<VjpContext, string?[]> Apply, bool Broadcasts);
