using Glaze.Autodiff.Geometry;

namespace Glaze.Autodiff.Rules;

/// <content>Functions of one number: dx = dy · f′(x).</content>
internal static partial class VjpRules
{
    // y = |x| ⇒ dx = dy · sign(x), 0 at 0. Sign has no WebGPU kernel.
    private static string Abs(VjpContext v)
    {
        var (x, dy, zero) = (v.I(0), v.GOThin, v.Number(0));
        return v.Where(v.Greater(x, zero), dy, v.Where(v.Equal(x, zero), zero, v.Neg(dy)));
    }

    // y = x in another type ⇒ dx = dy in the first type
    private static string Cast(VjpContext v) => v.Graph.Node("Cast", [v.GOThin], ("to", (long)v.Type(v.I(0))));

    // y = min(max(x, a), b) ⇒ dx = dy where y = x, else 0
    private static string Clip(VjpContext v) => v.Where(v.Equal(v.O(0), v.I(0)), v.GOThin, v.Number(0));

    // y = erf(x) ⇒ dx = dy · 2/√π · e^(−x²)
    private static string Erf(VjpContext v) =>
        v.Mul(v.GOThin, v.Mul(v.Graph.Node("Exp", [v.Neg(v.Mul(v.I(0), v.I(0)))]), 2 / Math.Sqrt(Math.PI)));

    // y = e^x ⇒ dx = dy · y
    private static string Exp(VjpContext v) => v.Mul(v.GOThin, v.O(0));

    // y = x ⇒ dx = dy
    private static string Identity(VjpContext v) => v.GOThin;

    // y = x for x > 0, else a·x ⇒ dx = dy for x > 0, else a·dy
    private static string LeakyRelu(VjpContext v) =>
        v.Where(v.Greater(v.I(0), v.Number(0)), v.GOThin, v.Mul(v.GOThin, v.Node.GetFloat("alpha", 0.01f)));

    // y = ln x ⇒ dx = dy / x
    private static string Log(VjpContext v) => v.Div(v.GOThin, v.I(0));

    // y = −x ⇒ dx = −dy
    private static string Neg(VjpContext v) => v.Neg(v.GOThin);

    // y = 1/x ⇒ dx = −dy · y²
    private static string Reciprocal(VjpContext v) => v.Neg(v.Mul(v.GOThin, v.Mul(v.O(0), v.O(0))));

    // y = max(x, 0) ⇒ dx = dy · [y > 0]; the form of the mask depends on what is fast after x
    private static string Relu(VjpContext v) => v.Mul(v.GOThin, BlockedLayout.IsIn(v.Graph, v.I(0))
        ? BlockedLayout.Gate(v.Graph, v.O(0))
        : v.Graph.Node("Cast", [v.Greater(v.O(0), v.Number(0))], ("to", (long)v.Type(v.O(0)))));

    // y = σ(x) ⇒ dx = dy · y · (1 − y)
    private static string Sigmoid(VjpContext v) => v.Mul(v.GOThin, v.Mul(v.O(0), v.Sub(v.Number(1), v.O(0))));

    // y = √x ⇒ dx = dy / (2y)
    private static string Sqrt(VjpContext v) => v.Div(v.Mul(v.GOThin, 0.5), v.O(0));

    // y = tanh x ⇒ dx = dy · (1 − y²)
    private static string Tanh(VjpContext v) => v.Mul(v.GOThin, v.Sub(v.Number(1), v.Mul(v.O(0), v.O(0))));
}
