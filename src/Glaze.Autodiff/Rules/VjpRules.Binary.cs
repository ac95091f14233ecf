namespace Glaze.Autodiff.Rules;

/// <content>Elementwise functions of several inputs. Adjoints have the output's shape; the driver sums them back.</content>
internal static partial class VjpRules
{
    // y = a + b ⇒ da = dy, db = dy
    private static string?[] Add(VjpContext v) => [v.GOThin, v.GOThin];

    // y = a − b ⇒ da = dy, db = −dy
    private static string?[] Sub(VjpContext v) => [v.GOThin, v.Wants(1) ? v.Neg(v.GOThin) : null];

    // y = a · b ⇒ da = dy · b, db = dy · a
    private static string?[] Mul(VjpContext v)
    {
        if (v.I(0) == v.I(1))
        {
            // y = a² ⇒ da = 2a · dy, both factors at once
            return [v.Mul(v.Mul(v.GOThin, 2), v.I(0)), VjpContext.Nothing];
        }

        if (v.Graph.Producer(v.I(1)) is { Operator: "Sigmoid" } sigmoid && sigmoid.Inputs[0] == v.I(0))
        {
            return [v.Mul(v.GOThin, SiluSlope(v)), VjpContext.Nothing];
        }

        return [v.Wants(0) ? v.Mul(v.GOThin, v.I(1)) : null, v.Wants(1) ? v.Mul(v.GOThin, v.I(0)) : null];
    }

    // y = a / b ⇒ da = dy / b, db = −dy · y / b
    private static string?[] Div(VjpContext v)
    {
        var da = v.Div(v.GOThin, v.I(1));
        return [da, v.Wants(1) ? v.Neg(v.Mul(da, v.O(0))) : null];
    }

    // y = a^b ⇒ da = dy · b · a^(b − 1), db = dy · y · ln a
    private static string?[] Pow(VjpContext v)
    {
        string? da = null;
        if (v.Wants(0))
        {
            var slope = v.TryConstant(1) is { ElementCount: 1 } exponent
                ? PowSlope(v, exponent.ToFloats()[0])
                : v.Mul(v.I(1), v.Graph.Node("Pow", [v.I(0), v.Sub(v.I(1), v.Graph.Constant(1, v.Type(v.I(1))))]));
            da = v.Mul(v.GOThin, slope);
        }

        return [da, v.Wants(1) ? v.Mul(v.GOThin, v.Mul(v.O(0), v.Graph.Node("Log", [v.I(0)]))) : null];
    }

    // y = max(a, b, …) or min ⇒ dy to the first input that equals y
    private static string?[] Extremum(VjpContext v)
    {
        var count = v.Node.Inputs.Count;
        var adjoints = new string?[count];
        var rest = v.GOThin;
        for (var index = 0; index < count; index++)
        {
            var isLast = index == count - 1;
            var equal = v.Equal(v.I(index), v.O(0));
            adjoints[index] = v.Where(equal, rest, v.Number(0));
            rest = isLast ? rest : v.Where(equal, v.Number(0), rest);
        }

        return adjoints;
    }

    // y = c ? a : b ⇒ da = c ? dy : 0, db = c ? 0 : dy
    private static string?[] Where(VjpContext v)
    {
        var zero = v.Graph.Constant(0, v.Type(v.O(0)));
        return [null, v.Wants(1) ? v.Where(v.I(0), v.GOThin, zero) : null, v.Wants(2) ? v.Where(v.I(0), zero, v.GOThin) : null];
    }

    // y = x repeated ⇒ dx = dy summed over the repeats (by the driver)
    private static string?[] Expand(VjpContext v) => v.OnlyFirst(v.GOThin);

    // y = x·σ, σ = σ(x) ⇒ dy/dx = σ + y·(1 − σ)
    private static string SiluSlope(VjpContext v)
    {
        var (x, sigmoid, y) = (Rematerialization.Of(v.Graph, v.I(0)), v.I(1), v.O(0));
        if (x != v.I(0))
        {
            sigmoid = v.Graph.Sigmoid(x);
            y = v.Mul(x, sigmoid);
        }

        return v.Add(sigmoid, v.Mul(y, v.Sub(v.Number(1), sigmoid)));
    }

    private static string PowSlope(VjpContext v, double exponent) => exponent switch
    {
        1 => v.Number(1),
        2 => v.Mul(v.I(0), 2),
        _ => v.Mul(v.Graph.Node("Pow", [v.I(0), v.Graph.Constant(exponent - 1, v.Type(v.I(1)))]), exponent),
    };
}
