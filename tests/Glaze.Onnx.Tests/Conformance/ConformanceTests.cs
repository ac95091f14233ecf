using Glaze.Onnx.Shapes;
using Glaze.TestKit;
using Glaze.TestKit.Models;
using Microsoft.ML.OnnxRuntime;
using Xunit.Abstractions;

namespace Glaze.Onnx.Tests.Conformance;

/// <summary>ONNX's own operator tests, run on our shape inference and on our reader and writer.</summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    private const string Package = "libonnx-testdata";
    private const string Folder = "/usr/share/libonnx-testdata/data/node";

    [FactIfPackage(Package, Folder)]
    public void ShapeInference_OnEverySupportedCase_FindsTheReferenceShapes()
    {
        var cases = SupportedCases();
        var failures = cases.Select(CheckShapes).OfType<string>().ToArray();

        output.WriteLine($"{cases.Length - failures.Length} of {cases.Length} supported cases, {Directory.GetDirectories(Folder).Length} in all.");
        string.Join('\n', failures).ShouldBeEmpty();
        cases.Length.ShouldBeGreaterThanOrEqualTo(300);
    }

    [FactIfPackage(Package, Folder)]
    public void ReadThenWrite_OnEverySupportedCase_RunsAsTheOriginalDoes()
    {
        var outcomes = SupportedCases().Select(CheckRoundTrip).ToArray();
        var failures = outcomes.Where(outcome => outcome is not (Equal or Refused)).ToArray();
        var equal = outcomes.Count(outcome => outcome == Equal);

        output.WriteLine($"{equal} of {outcomes.Length} round trips equal; ONNX Runtime's CPU provider refuses the original of {outcomes.Length - equal - failures.Length}.");
        string.Join('\n', failures).ShouldBeEmpty();
        equal.ShouldBeGreaterThanOrEqualTo(250);
    }

    private const string Equal = "equal";
    private const string Refused = "refused";

    private static ConformanceCase[] SupportedCases()
    {
        Directory.Exists(Folder).ShouldBeTrue($"ONNX's operator tests are not installed; install the Debian package {Package}.");
        return [.. Directory.GetDirectories(Folder).Order(StringComparer.Ordinal).Select(folder => new ConformanceCase(folder)).Where(test => test.IsSupported)];
    }

    private static string? CheckShapes(ConformanceCase test)
    {
        try
        {
            var model = OnnxModelReader.Read(test.Model);
            var values = ShapeInference.Infer(model, test.Inputs(model));
            var wrong = test.Outputs(model).Where(pair => !IsSameType(values[pair.Key].Type, pair.Value.Type) || !values[pair.Key].Shape.SequenceEqual(pair.Value.Shape)).ToArray();
            return wrong.Length == 0 ? null : $"{test.Name}: {string.Join(", ", wrong.Select(pair => $"{values[pair.Key].Type}[{string.Join(", ", values[pair.Key].Shape)}] instead of {pair.Value}"))}";
        }
        catch (InvalidModelException error)
        {
            return $"{test.Name}: {error.Message}";
        }
    }

    // The data files store bfloat16 as its bit pattern.
    private static bool IsSameType(ElementType inferred, ElementType stored) =>
        inferred == stored || (inferred == ElementType.BFloat16 && stored == ElementType.UInt16);

    // Bit for bit: the file we write must mean exactly what the file we read meant.
    private static string CheckRoundTrip(ConformanceCase test)
    {
        IReadOnlyDictionary<string, OnnxTensor> expected;
        var model = OnnxModelReader.Read(test.Model);
        try
        {
            using var original = new RuntimeModel(test.Model);
            expected = original.Run(test.Inputs(model));
        }
        catch (OnnxRuntimeException)
        {
            return Refused;
        }

        using var rewritten = RuntimeModel.Load(model);
        var actual = rewritten.Run(test.Inputs(model));
        var differs = expected.Where(pair => !actual[pair.Key].Shape.SequenceEqual(pair.Value.Shape) || !actual[pair.Key].Bytes.Span.SequenceEqual(pair.Value.Bytes.Span));
        return differs.Select(pair => $"{test.Name}: {pair.Key} differs").FirstOrDefault() ?? Equal;
    }
}
