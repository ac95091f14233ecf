using System.Globalization;
using Glaze.Benchmarks.Memory;

// Does the resident set stay flat? ENGINE [COUNT [SIDE [PARTS]]]: COUNT pictures of as many sizes up to SIDE pixels, as a batch, audited as a
// batch, and as previews of as many regions of one picture. Exit code 1 when the resident set grows by 100 MB or more after the tenth.
const double Limit = 100;

if (args.Length == 0)
{
    await Console.Error.WriteLineAsync("This program is started by benchmarks/memory/run; see benchmarks/README.md.");
    return 2;
}

var engine = Path.GetFullPath(args[0]);
var count = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 100;
var side = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 352;
var parts = args.Length > 3 ? args[3].Split(',') : ["pictures", "audits", "previews"];
var growth = new List<double>();
if (parts.Contains("pictures"))
{
    growth.Add(BatchRun.Measure("pictures", engine, count, side, isAudited: false).Print());
}

if (parts.Contains("audits"))
{
    growth.Add(BatchRun.Measure("audits", engine, count, side, isAudited: true).Print());
}

if (parts.Contains("previews"))
{
    growth.Add((await PreviewRun.MeasureAsync(engine, count, side)).Print());
}

return growth.Exists(megabytes => megabytes >= Limit) ? 1 : 0;
