using System.CommandLine;
using System.Runtime.InteropServices;
using Glaze.Training.Nets;
using Glaze.Training.Pictures;
using Glaze.Training.Samples;
using Glaze.Training.Training;
using Glaze.Training.Views;
using TorchSharp;

using var stop = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

var work = new Option<string>("--work") { Description = "Folder for samples and checkpoints", DefaultValueFactory = _ => "artifacts/training" };
var surrogates = new Option<string>("--surrogates") { Description = "Folder of the published encoders", DefaultValueFactory = _ => "../shared/surrogates" };
var threads = new Option<int>("--threads") { Description = "Processor threads", DefaultValueFactory = _ => 1 };
var seed = new Option<int>("--seed") { Description = "Chooses pictures, weights and their order", DefaultValueFactory = _ => 1 };
var student = new Argument<string>("student") { Description = "Shape of the student: a or b" };

var clipArt = new Option<string?>("--clip-art") { Description = "Folder of public-domain PNG files (Debian's openclipart-png)" };
var count = new Option<int>("--count") { Description = "Number of samples", DefaultValueFactory = _ => 10_000 };
var heldOut = new Option<bool>("--held-out") { Description = "Make the evaluation set instead" };
var make = new Command("make", "Make samples with the teachers' answers") { work, surrogates, threads, seed, clipArt, count, heldOut };
make.SetAction(parsed => Run(parsed, () => new SampleMaker(
    parsed.GetValue(work)!, parsed.GetValue(surrogates)!, parsed.GetValue(clipArt), parsed.GetValue(heldOut), parsed.GetValue(seed)).Run(parsed.GetValue(count), stop.Token)));

var sheet = new Option<string>("--sheet") { Description = "The PNG file", DefaultValueFactory = _ => "artifacts/pictures.png" };
var pictures = new Command("pictures", "Show training pictures and their targets") { sheet, seed, clipArt, heldOut };
pictures.SetAction(parsed => PictureSheet.Write(parsed.GetValue(sheet)!, parsed.GetValue(seed), new ClipArt(parsed.GetValue(clipArt), parsed.GetValue(heldOut))));

var steps = new Option<int>("--steps") { Description = "Number of steps", DefaultValueFactory = _ => 8000 };
var rate = new Option<double>("--rate") { Description = "Highest step size", DefaultValueFactory = _ => 7e-4 };
var response = new Option<double>("--response-weight") { Description = "Weight of the term for movements", DefaultValueFactory = _ => 0.1 };
var log = new Option<string>("--log") { Description = "Folder for log-STUDENT.csv", DefaultValueFactory = _ => "models/training" };
var train = new Command("train", "Train a student on the samples made so far") { student, work, threads, seed, steps, rate, response, log };
train.SetAction(parsed => Run(parsed, () => new Trainer(
    parsed.GetValue(work)!,
    parsed.GetValue(student)!,
    new TrainingOptions(parsed.GetValue(steps), parsed.GetValue(rate), parsed.GetValue(response), parsed.GetValue(seed), parsed.GetValue(log)!, 8)).Run(stop.Token)));

var output = new Option<string>("--output") { Description = "The file", DefaultValueFactory = _ => "models/glaze-mini.safetensors" };
var export = new Command("export", "Pack the averaged students into the file that ships") { work, output };
export.SetAction(parsed =>
{
    var statistics = Statistics.Read(parsed.GetValue(work)!);
    StudentFile.WriteShipped(parsed.GetValue(output)!, StudentFile.ReadAverages(parsed.GetValue(work)!), statistics.LatentMean, statistics.LatentDeviation);
});

var samples = new Option<string>("--samples") { Description = "Folder of the samples that make wrote", DefaultValueFactory = _ => "artifacts/training" };
var decode = new Command("make-views", "Ask the published decoder about the samples' latents") { work, samples, surrogates, threads, heldOut };
decode.SetAction(parsed => Run(parsed, () => new DecodedSamples(
    parsed.GetValue(samples)!, parsed.GetValue(work)!, parsed.GetValue(surrogates)!, parsed.GetValue(heldOut)).Run(stop.Token)));

var trainDecoder = new Command("train-decoder", "Train the decoder of the model's view on them") { work, threads, seed, steps, rate };
trainDecoder.SetAction(parsed => Run(parsed, () => new DecoderTrainer(
    parsed.GetValue(work)!, DecoderShape.Shipped, new TrainingOptions(parsed.GetValue(steps), parsed.GetValue(rate), 0, parsed.GetValue(seed), string.Empty, 8)).Run(stop.Token)));

var viewOutput = new Option<string>("--output") { Description = "The file", DefaultValueFactory = _ => "models/glaze-view.safetensors" };
var exportDecoder = new Command("export-decoder", "Pack the averaged decoder into the file that ships") { work, viewOutput };
exportDecoder.SetAction(parsed => DecoderFile.WriteShipped(parsed.GetValue(viewOutput)!, parsed.GetValue(work)!, DecoderShape.Shipped));

var pairs = new Argument<string[]>("pictures") { Description = "Originals and cloaked pictures in turn" };
var measure = new Command("measure-view", "Compare our view of cloaked pictures with the published one") { pairs, surrogates, threads };
measure.SetAction(parsed => Run(parsed, () => new ViewMeasure(
    parsed.GetValue(surrogates)!, "models/glaze-mini.safetensors", "models/glaze-view.safetensors").Run(parsed.GetValue(pairs)!)));

return new RootCommand("Distils glaze-mini from the published encoders of four families.") { pictures, make, train, export, decode, trainDecoder, exportDecoder, measure }.Parse(args).Invoke();

// What was begun is finished and written first.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}

int Run(ParseResult parsed, Action action)
{
    torch.set_num_threads(parsed.GetValue(threads));
    action();
    return 0;
}
