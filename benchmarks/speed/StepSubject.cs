using Glaze.Cloaking.Encoders;
using Glaze.Onnx.Safetensors;
using Glaze.TestKit.Models;

namespace Glaze.Benchmarks.Speed;

/// <summary>An encoder to time. Time does not depend on the values of the weights, so those that cannot be shipped are random.</summary>
internal sealed record StepSubject(string Name, SafetensorsFile File, int Net, SurrogateEncoder Encoder)
{
    private static readonly (string Name, string Shapes)[] Published =
        [("taesd", "tiny-sd"), ("flux1-tiny", "tiny-flux1"), ("flux2-tiny", "tiny-flux2"), ("sana-tiny", "tiny-sana"), ("sd-vae", "kl-sd-full")];

    /// <summary>The encoders asked for, the embedded ones first.</summary>
    public static IEnumerable<StepSubject> All(Options options)
    {
        var mini = SafetensorsFile.Open(Path.Combine(options.Root, "models", "glaze-mini.safetensors"));
        var nets = EncoderFile.Read(mini, "glaze-mini");
        bool IsWanted(string name) => options.Encoder is null || options.Encoder == name;
        return nets.Select((encoder, net) => new StepSubject(encoder.Name, mini, net, encoder)).Where(subject => IsWanted(subject.Name))
            .Concat(Published.Where(one => IsWanted(one.Name)).Select(one => Random(one.Name, one.Shapes)));
    }

    private static StepSubject Random(string name, string shapes)
    {
        var file = SyntheticNumbers.Weights(PublishedShapes.Of(shapes));
        return new StepSubject(name, file, 0, EncoderFile.Read(file, name)[0]);
    }
}
