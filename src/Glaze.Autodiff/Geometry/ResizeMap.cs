using Glaze.Onnx;

namespace Glaze.Autodiff.Geometry;

/// <summary>The linear map of Resize along one axis, with the specification's coordinate rules in float32 as runtimes compute them.</summary>
internal static class ResizeMap
{
    /// <summary>The map, or null for a mode that is not supported.</summary>
    public static AxisMap? Create(OnnxNode node, int input, int output, float scale)
    {
        var mode = node.GetString("mode", "nearest");
        var coordinates = node.GetString("coordinate_transformation_mode", "half_pixel");
        var rounding = node.GetString("nearest_mode", "round_prefer_floor");
        var map = new AxisMap(output, input);
        for (var index = 0; index < output; index++)
        {
            if (Coordinate(coordinates, index, input, output, scale) is not { } position)
            {
                return null;
            }

            switch (mode)
            {
                case "nearest":
                    map.Add(index, Math.Clamp(Round(rounding, position), 0, input - 1), 1);
                    break;
                case "linear":
                    AddLinear(map, index, Math.Clamp(position, 0, input - 1));
                    break;
                default:
                    return null;
            }
        }

        return map;
    }

    // Weights 1 − t and t on the neighbours of a position clamped to the axis.
    private static void AddLinear(AxisMap map, int output, float position)
    {
        var left = Math.Min((int)position, map.Inputs - 1);
        var fraction = position - left;
        map.Add(output, left, 1 - fraction);
        map.Add(output, Math.Min(left + 1, map.Inputs - 1), fraction);
    }

    private static float? Coordinate(string mode, int index, int input, int output, float scale) => mode switch
    {
        "half_pixel" => ((index + 0.5f) / scale) - 0.5f,
        "pytorch_half_pixel" => output > 1 ? ((index + 0.5f) / scale) - 0.5f : 0,
        "asymmetric" => index / scale,
        "align_corners" => output == 1 ? 0 : index * (input - 1f) / (output - 1f),
        _ => null,
    };

    private static int Round(string mode, float position) => mode switch
    {
        "floor" => (int)MathF.Floor(position),
        "ceil" => (int)MathF.Ceiling(position),
        "round_prefer_ceil" => (int)MathF.Floor(position + 0.5f),
        _ => (int)MathF.Ceiling(position - 0.5f),
    };
}
