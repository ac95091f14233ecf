using System.Xml.Linq;

/// <summary>Counts over all test assemblies; its text is the last line of a test run.</summary>
public sealed class TestTotals
{
    private readonly List<string> _broken = new();
    private int _passed;
    private int _failed;
    private int _skipped;

    /// <summary>Adds one assembly's result file. A run that ended badly without a failed test to show for it counts as one.</summary>
    public void Add(ICakeContext context, string assembly, FilePath results, int exitCode)
    {
        var failedBefore = _failed;
        if (context.FileExists(results))
        {
            var counters = XDocument.Load(results.FullPath).Descendants().Single(element => element.Name.LocalName == "Counters");
            int Count(string name) => (int)counters.Attribute(name);
            _passed += Count("passed");
            _failed += Count("failed");
            _skipped += Count("total") - Count("executed");
        }

        if (exitCode != 0)
        {
            _broken.Add(assembly);
            _failed += _failed == failedBefore ? 1 : 0;
        }
    }

    public void ThrowIfBad()
    {
        if (_broken.Count > 0)
        {
            throw new CakeException($"Tests failed in {string.Join(", ", _broken)}.");
        }

        if (_passed == 0)
        {
            throw new CakeException("No test ran.");
        }
    }

    public override string ToString() =>
        $"{_passed} passed, {_failed} failed" + (_skipped > 0 ? $", {_skipped} skipped" : string.Empty);
}
