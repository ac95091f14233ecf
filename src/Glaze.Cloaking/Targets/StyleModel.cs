using Glaze.Imaging;
using Glaze.Imaging.Painterly;
using Glaze.Inference;
using Glaze.Onnx;
using Glaze.Onnx.Shapes;

namespace Glaze.Cloaking.Targets;

/// <summary>
/// A style-transfer network of the user's as a further style Ω(x, T): an ONNX file with one float input and one float output of shape
/// (1, 3, H, W), RGB, both in 0..1 or both in 0..255 (told apart by trying), H and W fixed or free.
/// </summary>
public sealed class StyleModel
{
    /// <summary>Free heights and widths are rounded to a multiple of this many pixels, as networks that halve need it.</summary>
    private const int Alignment = 16;

    /// <summary>Largest fixed height or width that is accepted, in pixels: a target is never drawn larger than 1024.</summary>
    private const int LargestSide = 4096;

    private static readonly float[] Ranges = [1, 255];

    private readonly OnnxModel _model;
    private readonly OnnxValue _input;
    private readonly string _path;
    private readonly SessionSettings _settings;

    private StyleModel(string path, OnnxModel model, OnnxValue input, SessionSettings settings)
    {
        _path = path;
        _model = model;
        _input = input;
        _settings = settings;
        var name = Path.GetFileNameWithoutExtension(path);
        Style = PainterlyStyle.Custom(name, $"The user's style model {name}.", Render);
    }

    /// <summary>The style, named after the file.</summary>
    public PainterlyStyle Style { get; }

    /// <summary>Opens a style model. It runs when the style is rendered.</summary>
    /// <param name="path">The ONNX file.</param>
    /// <param name="settings">Provider and threads.</param>
    /// <returns>The model.</returns>
    /// <exception cref="InvalidModelException">The file cannot be read, or its input and output are not one picture each.</exception>
    public static StyleModel Open(string path, SessionSettings settings)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            var model = OnnxModelReader.Read(path);
            var inputs = model.Graph.Inputs.Where(input => !model.Graph.Initializers.ContainsKey(input.Name)).ToList();
            if (inputs.Count != 1 || model.Graph.Outputs.Count != 1 || !IsPicture(inputs[0]))
            {
                throw new InvalidModelException($"it must take one picture and give one picture, float32 of shape (1, 3, height, width), no side above {LargestSide}.");
            }

            return new StyleModel(path, model, inputs[0], settings);
        }
        catch (Exception exception) when (exception is InvalidModelException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidModelException($"{path} cannot be used as a style: {exception.Message}", exception);
        }
    }

    private static bool IsPicture(OnnxValue value) =>
        value is { Type: ElementType.Float, Rank: 4 } && value.Shape[0] is 1 or -1 && value.Shape[1] is 3 or -1 && value.Shape[2] <= LargestSide && value.Shape[3] <= LargestSide;

    private PlanarImage Render(PlanarImage original, CancellationToken cancellationToken)
    {
        var width = Side(_input.Shape[3], original.Width);
        var height = Side(_input.Shape[2], original.Height);
        try
        {
            using var session = ModelSession.Create(OnnxModelWriter.Write(WithSize(width, height)), _settings);
            var output = session.Outputs[0];
            if (output.Shape is not [1, 3, _, _])
            {
                throw new InvalidModelException($"its output has the shape ({string.Join(", ", output.Shape)}), which is no picture.");
            }

            var fitted = Resampler.Resize(original, width, height);
            var painted = Ranges.Select(range => Run(session, fitted, range, cancellationToken)).MaxBy(Plausibility)!;
            return Resampler.Resize(painted, original.Width, original.Height);
        }
        catch (Exception exception) when (exception is InvalidModelException or ModelRejectedException)
        {
            throw new InvalidModelException($"{_path} cannot be used as a style: {exception.Message}", exception);
        }
    }

    private static int Side(long fixedSide, int side) =>
        fixedSide > 0 ? checked((int)fixedSide) : Math.Max(1, (int)Math.Round(side / (double)Alignment)) * Alignment;

    private OnnxModel WithSize(int width, int height)
    {
        var sized = OnnxModelReader.Read(OnnxModelWriter.Write(_model));
        sized.Graph.Inputs[sized.Graph.Inputs.FindIndex(value => value.Name == _input.Name)] = _input with { Shape = [1, 3, height, width] };
        if (!sized.Graph.Outputs[0].IsStatic)
        {
            sized.Graph.Outputs[0] = ShapeInference.Infer(sized)[sized.Graph.Outputs[0].Name];
        }

        return sized;
    }

    private static PlanarImage Run(ModelSession session, PlanarImage image, float range, CancellationToken cancellationToken)
    {
        var output = session.Outputs[0];
        var values = new float[output.ElementCount];
        session.Run(
            new Dictionary<string, float[]> { [session.Inputs[0].Name] = [.. image.Values.Select(value => value * range)] },
            new Dictionary<string, float[]> { [output.Name] = values },
            cancellationToken);
        return new PlanarImage((int)output.Shape[3], (int)output.Shape[2], [.. values.Select(value => value / range)]);
    }

    // The right range gives values that are nearly all colours, and not all the same colour.
    private static double Plausibility(PlanarImage image)
    {
        const float Slack = 0.1f;
        const double LeastDeviation = 0.01;
        var inside = image.Values.Count(value => value is > -Slack and < 1 + Slack) / (double)image.Values.Length;
        var mean = image.Values.Average(value => (double)value);
        var deviation = Math.Sqrt(image.Values.Average(value => (value - mean) * (value - mean)));
        return inside * Math.Min(1, deviation / LeastDeviation);
    }
}
