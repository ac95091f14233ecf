using System.Globalization;

namespace Glaze.Benchmarks.Mimicry.Results;

/// <summary>One line of the result file: what came of one mimicry.</summary>
/// <param name="Run">Hash of the base, the style and, where it matters, the product's weights.</param>
/// <param name="Arm">What was done to the pictures; <see cref="BaseArm"/> for samples of the base itself.</param>
/// <param name="Seed">Seed of the training and of the samples.</param>
/// <param name="Shift">Mean shift of the pictures trained on, on the encoder trained on.</param>
/// <param name="Psnr">Their mean PSNR in dB; NaN where there is none.</param>
/// <param name="Detail">Mean detail that their latents keep, 1 all of it; NaN where they have none.</param>
/// <param name="Artist">Share of samples that the judge gives to the artist.</param>
/// <param name="Target">Share that it gives to T.</param>
/// <param name="Kernel">Kernel distance of the samples to the artist's held-out pictures.</param>
/// <param name="Gram">Gram distance to them.</param>
/// <param name="Loss">The generator's running loss at the end.</param>
internal sealed record Row(string Run, string Arm, int Seed, double Shift, double Psnr, double Detail, double Artist, double Target, double Kernel, double Gram, double Loss)
{
    /// <summary>The first line of the file.</summary>
    public const string Header = "run,arm,seed,shift,psnr,detail,artist,target,kernel,gram,loss";

    /// <summary>Name of the row of the base's own samples.</summary>
    public const string BaseArm = "base";

    /// <summary>Before the arm's name in rows of held-out pictures that no mimic has drawn.</summary>
    public const string CopyPrefix = "copy-";

    private const int FieldCount = 11;
    private const int FirstNumber = 3;

    /// <summary>Reads a line; null when it is not a whole one, such as the last of a run that was killed.</summary>
    public static Row? TryParse(string line)
    {
        var fields = line.Split(',');
        if (fields.Length != FieldCount || !int.TryParse(fields[2], CultureInfo.InvariantCulture, out var seed))
        {
            return null;
        }

        var numbers = new double[FieldCount - FirstNumber];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!double.TryParse(fields[FirstNumber + i], CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return new Row(fields[0], fields[1], seed, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6], numbers[7]);
    }

    /// <summary>The line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Run},{Arm},{Seed},{Shift:F4},{Psnr:F2},{Detail:F4},{Artist:F4},{Target:F4},{Kernel:F4},{Gram:F4},{Loss:F4}");
}
