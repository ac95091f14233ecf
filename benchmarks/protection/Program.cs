using System.CommandLine;
using Glaze.Benchmarks.Protection.Methods;
using Glaze.Cloaking;
using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Objectives;
using Glaze.Inference;

namespace Glaze.Benchmarks.Protection;

/// <summary>Compares our cloak with B0 and four published methods at equal visibility; see benchmarks/README.md.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        var pictures = new Option<DirectoryInfo>("--pictures") { Required = true, Description = "Folder of test pictures." };
        var results = new Option<FileInfo>("--results") { Required = true, Description = "CSV to write." };
        var surrogates = new Option<FileInfo[]>("--surrogate") { Required = true, AllowMultipleArgumentsPerToken = true, Description = "Encoders to compute on." };
        var judges = new Option<FileInfo[]>("--judge") { AllowMultipleArgumentsPerToken = true, Description = "Further encoders to judge by." };
        var side = new Option<int>("--side") { DefaultValueFactory = _ => 256, Description = "Side of the pictures, a multiple of 16." };
        var count = new Option<int>("--count") { DefaultValueFactory = _ => 100, Description = "How many pictures." };
        var quality = new Option<RenderQuality>("--quality") { DefaultValueFactory = _ => RenderQuality.Balanced, Description = "Our render quality." };
        var intensity = new Option<double>("--intensity") { DefaultValueFactory = _ => CloakSettings.DefaultIntensity, Description = "Our intensity." };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "Seed of styles and cloaks." };
        var stepShare = new Option<double>("--step-share") { DefaultValueFactory = _ => 1, Description = "Share of the peers' published steps (Mist: at least all)." };
        var against = new Option<string[]>("--against") { AllowMultipleArgumentsPerToken = true, Description = "Methods to compare with, by their first words in lower case, such as b0 glaze; all if absent." };
        var quick = new Option<bool>("--quick") { Description = "The four purifiers of the quick audit alone." };
        var styles = new Option<bool>("--styles") { Description = "Write the distances between the styles instead." };
        against.AcceptOnlyFromAmong("b0", "photoguard", "nightshade", "mist", "glaze");
        var noButteraugli = new Option<bool>("--no-butteraugli") { Description = "Equal PSNR alone." };
        var command = new RootCommand("Compares our cloak with B0 and four published methods at equal visibility.")
        {
            pictures, results, surrogates, judges, side, count, quality, intensity, seed, stepShare, against, noButteraugli, quick, styles,
        };
        command.SetAction(parsed =>
        {
            var used = Open(parsed.GetValue(surrogates)!);
            var judged = used.Concat(Open(parsed.GetValue(judges) ?? [])).ToList();
            using var sessions = new SessionPool(new SurrogateEnsemble(used), new SessionSettings());
            using var judging = new SessionPool(new SurrogateEnsemble(judged), new SessionSettings());
            var comparison = new Comparison(sessions, judging, used.Select(encoder => encoder.Name).ToHashSet(), !parsed.GetValue(noButteraugli), parsed.GetValue(quick));
            var share = parsed.GetValue(stepShare);
            IReadOnlyList<IMethod> all = [new NaiveBlend(), SignedDescent.PhotoGuard(share), SignedDescent.Nightshade(share), SignedDescent.Mist(share), new GlazeRecipe(share)];
            var names = parsed.GetValue(against) ?? [];
            var others = all.Where(method => names.Length == 0 || names.Contains(method.Name.Split(' ')[0], StringComparer.OrdinalIgnoreCase)).ToList();
            var ours = new OurCloak(parsed.GetValue(quality), parsed.GetValue(intensity), parsed.GetValue(seed));
            using var file = new StreamWriter(parsed.GetValue(results)!.FullName);
            var subjects = Subjects.Load(parsed.GetValue(pictures)!, parsed.GetValue(side), parsed.GetValue(count), parsed.GetValue(seed), sessions);
            if (parsed.GetValue(styles))
            {
                StyleDistances.Write(file, subjects.ToList(), judging, parsed.GetValue(seed));
                return 0;
            }

            file.WriteLine(Row.Header);
            foreach (var subject in subjects)
            {
                Console.Error.WriteLine($"{subject.Name}: {subject.Style}");
                foreach (var row in comparison.Run(subject, ours, others))
                {
                    file.WriteLine(row);
                }

                file.Flush();
            }

            return 0;
        });
        return command.Parse(arguments).Invoke();
    }

    private static List<SurrogateEncoder> Open(IEnumerable<FileInfo> files) => files.SelectMany(file => EncoderFile.OpenAll(file.FullName)).ToList();
}
