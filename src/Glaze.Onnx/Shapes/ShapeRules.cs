using System.Collections.Frozen;

namespace Glaze.Onnx.Shapes;

/// <summary>The shape rule of every operator we know, one entry an operator.</summary>
internal static partial class ShapeRules
{
    private static readonly FrozenDictionary<string, Func<ShapeQuery, TensorType[]>> Table = BuildTable();

    public static IReadOnlyCollection<string> Operators => Table.Keys;

    public static TensorType[] Infer(ShapeQuery query)
    {
        if (query.Node.Domain.Length > 0 || !Table.TryGetValue(query.Node.Operator, out var rule))
        {
            throw query.Fail("the operator has no shape rule");
        }

        return rule(query);
    }

    private static FrozenDictionary<string, Func<ShapeQuery, TensorType[]>> BuildTable()
    {
        var table = new Dictionary<string, Func<ShapeQuery, TensorType[]>>(StringComparer.Ordinal);
        Add(
            table,
            SameAsFirst,
            "Abs Acos Acosh Asin Asinh Atan Atanh Ceil Celu Clip Cos Cosh CumSum Elu Erf Exp Floor Gelu GroupNormalization HardSigmoid HardSwish Hardmax Identity"
            + " InstanceNormalization LRN LeakyRelu Log LogSoftmax MeanVarianceNormalization Neg Not PRelu Reciprocal Relu Round Selu Shrink Sigmoid Sign Sin Sinh"
            + " Softmax Softplus Softsign Sqrt Tan Tanh ThresholdedRelu Trilu");
        Add(table, Broadcast, "Add Sub Mul Div Pow Mod BitShift Max Min Sum Mean");
        Add(table, BroadcastToBool, "And Or Xor Equal Greater GreaterOrEqual Less LessOrEqual");
        Add(table, SameAsFirstInBool, "IsNaN IsInf");
        Add(table, Reduce, "ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum ReduceSumSquare");
        Add(table, ArgReduce, "ArgMax ArgMin");
        Add(table, GlobalPool, "GlobalAveragePool GlobalMaxPool");
        table.Add("AveragePool", Pool);
        table.Add("BatchNormalization", BatchNormalization);
        table.Add("Cast", Cast);
        table.Add("CastLike", CastLike);
        table.Add("Concat", Concat);
        table.Add("Constant", Constant);
        table.Add("ConstantOfShape", ConstantOfShape);
        table.Add("Conv", Conv);
        table.Add("ConvTranspose", ConvTranspose);
        table.Add("DepthToSpace", DepthToSpace);
        table.Add("Dropout", Dropout);
        table.Add("Expand", Expand);
        table.Add("Flatten", Flatten);
        table.Add("Gather", Gather);
        table.Add("GatherElements", GatherElements);
        table.Add("Gemm", Gemm);
        table.Add("LayerNormalization", LayerNormalization);
        table.Add("MatMul", MatMul);
        table.Add("MaxPool", Pool);
        table.Add("Pad", Pad);
        table.Add("Reshape", Reshape);
        table.Add("Resize", Resize);
        table.Add("Shape", Shape);
        table.Add("Size", Size);
        table.Add("Slice", Slice);
        table.Add("SpaceToDepth", SpaceToDepth);
        table.Add("Split", Split);
        table.Add("Squeeze", Squeeze);
        table.Add("Tile", Tile);
        table.Add("Transpose", Transpose);
        table.Add("Unsqueeze", Unsqueeze);
        table.Add("Upsample", Upsample);
        table.Add("Where", Where);
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Add(Dictionary<string, Func<ShapeQuery, TensorType[]>> table, Func<ShapeQuery, TensorType[]> rule, string operators)
    {
        foreach (var name in operators.Split(' '))
        {
            table.Add(name, rule);
        }
    }
}
