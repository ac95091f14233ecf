using System.Globalization;
using Glaze.Benchmarks.Speed;

// One worker of benchmarks/speed/run.py. Timings are asked for over standard input, one word a line, so that ours and PyTorch's
// alternate in one run:
//   step ENCODER-FILE INDEX SIDE THREADS FOLDER   loss and gradient of FOLDER/image.bin toward FOLDER/target.bin
//   matmul SIDE THREADS                           one large product: the machine's measured peak
//   preview ENGINE SOURCE SIDE ROUNDS             first previews through a warm engine
//   picture SOURCE SIDE OUTPUT                    a square picture of any size with the source's own grain
static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

switch (args)
{
    case ["step", var file, var index, var side, var threads, var folder]:
        using (var worker = new StepWorker(file, Number(index), Number(side), Number(threads), folder))
        {
            worker.Serve();
        }

        return 0;
    case ["matmul", var side, var threads]:
        using (var worker = new MatMulWorker(Number(side), Number(threads)))
        {
            worker.Serve();
        }

        return 0;
    case ["preview", var engine, var source, var side, var rounds]:
        await PreviewWorker.RunAsync(engine, source, Number(side), Number(rounds));
        return 0;
    case ["picture", var source, var side, var output]:
        MirroredPicture.Save(source, Number(side), output);
        return 0;
    default:
        await Console.Error.WriteLineAsync("This program is started by benchmarks/run; see benchmarks/README.md.");
        return 2;
}
