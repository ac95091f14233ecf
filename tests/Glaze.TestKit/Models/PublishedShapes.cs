using System.Globalization;

namespace Glaze.TestKit.Models;

/// <summary>Names and shapes of the tensors in published encoder files, some with fewer channels.</summary>
public static class PublishedShapes
{
    private static readonly long[] FullWidths = [128, 256, 512, 512];
    private static readonly long[] NarrowWidths = [32, 64, 64, 64];

    // (slice, index, width, kernel, tapped): the convolutions of AlexNet and, narrowed, of VGG16.
    private static readonly (int Slice, int Index, long Width, long Kernel, bool IsTapped)[] AlexNet =
        [(1, 0, 64, 11, true), (2, 3, 192, 5, true), (3, 6, 384, 3, true), (4, 8, 256, 3, true), (5, 10, 256, 3, true)];

    private static readonly (int Slice, int Index, long Width, long Kernel, bool IsTapped)[] NarrowVgg16 =
    [
        (1, 0, 8, 3, false), (1, 2, 8, 3, true), (2, 5, 16, 3, false), (2, 7, 16, 3, true), (3, 10, 32, 3, false), (3, 12, 32, 3, false), (3, 14, 32, 3, true),
        (4, 17, 64, 3, false), (4, 19, 64, 3, false), (4, 21, 64, 3, true), (5, 24, 64, 3, false), (5, 26, 64, 3, false), (5, 28, 64, 3, true),
    ];

    /// <summary>The tensors of a named file.</summary>
    /// <param name="name">For example <c>kl-sd-full</c>.</param>
    public static IReadOnlyDictionary<string, long[]> Of(string name) => name switch
    {
        "kl-sd-full" => AutoencoderKl(KlNaming.Diffusers, FullWidths, 4, string.Empty, "quant_conv"),
        "kl-original-narrow" => AutoencoderKl(KlNaming.Original, NarrowWidths, 4, "first_stage_model.", "quant_conv"),
        "kl-flux1-narrow" => AutoencoderKl(KlNaming.Original, NarrowWidths, 16, string.Empty, quant: null),
        "kl-flux2-narrow" => AutoencoderKl(KlNaming.Original, NarrowWidths, 32, string.Empty, "encoder.quant_conv"),
        "kl-early-diffusers-narrow" => AutoencoderKl(KlNaming.EarlyDiffusers, NarrowWidths, 4, string.Empty, "quant_conv"),
        "tiny-sd" => Tiny("encoder.layers.", 4, 64),
        "tiny-flux1" => Tiny("encoder.layers.", 16, 64),
        "tiny-flux1-narrow" => Tiny(string.Empty, 16, 16),
        "tiny-flux2" => Tiny(string.Empty, 32, 64, isPooled: true),
        "tiny-flux2-narrow" => Tiny("encoder.", 32, 16, isPooled: true),
        "tiny-sana" => Tiny(string.Empty, 32, 64, halvings: 5),
        "tiny-sana-narrow" => Tiny(string.Empty, 32, 16, halvings: 5),
        "lpips-alexnet" => Lpips(AlexNet, "features.{1}", "lin{0}.model.1"),
        "lpips-vgg16-narrow" => Lpips(NarrowVgg16, "net.slice{0}.{1}", "lins.{0}.model.1"),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such file."),
    };

    private static Dictionary<string, long[]> AutoencoderKl(KlNaming naming, long[] widths, long latents, string prefix, string? quant)
    {
        var shapes = new Dictionary<string, long[]>(StringComparer.Ordinal);
        var (encoder, width) = (prefix + "encoder.", widths[0]);
        Convolution(shapes, encoder + "conv_in", 3, width, 3);
        for (var stage = 0; stage < widths.Length; stage++)
        {
            for (var index = 0; index < 2; index++)
            {
                ResidualBlock(shapes, encoder + Format(naming.Block, stage, index), naming.Shortcut, width, widths[stage]);
                width = widths[stage];
            }

            if (stage < widths.Length - 1)
            {
                Convolution(shapes, encoder + Format(naming.Downsample, stage), width, width, 3);
            }
        }

        ResidualBlock(shapes, encoder + Format(naming.MiddleBlock, naming.FirstMiddle), naming.Shortcut, width, width);
        Attention(shapes, encoder + naming.Attention + ".", naming, width);
        ResidualBlock(shapes, encoder + Format(naming.MiddleBlock, naming.FirstMiddle + 1), naming.Shortcut, width, width);
        Normalization(shapes, encoder + naming.NormOut, width);
        Convolution(shapes, encoder + "conv_out", width, 2 * latents, 3);
        if (quant is not null)
        {
            Convolution(shapes, prefix + quant, 2 * latents, 2 * latents, 1);
        }

        return shapes;
    }

    private static void ResidualBlock(Dictionary<string, long[]> shapes, string name, string shortcut, long input, long output)
    {
        Normalization(shapes, name + ".norm1", input);
        Convolution(shapes, name + ".conv1", input, output, 3);
        Normalization(shapes, name + ".norm2", output);
        Convolution(shapes, name + ".conv2", output, output, 3);
        if (input != output)
        {
            Convolution(shapes, $"{name}.{shortcut}", input, output, 1);
        }
    }

    private static void Attention(Dictionary<string, long[]> shapes, string prefix, KlNaming naming, long width)
    {
        Normalization(shapes, prefix + naming.Parts[0], width);
        foreach (var part in naming.Parts.Skip(1))
        {
            shapes[$"{prefix}{part}.weight"] = naming.IsLinear ? [width, width] : [width, width, 1, 1];
            shapes[$"{prefix}{part}.bias"] = [width];
        }
    }

    private static Dictionary<string, long[]> Tiny(string prefix, long latents, long width, bool isPooled = false, int halvings = 3)
    {
        var shapes = new Dictionary<string, long[]>(StringComparer.Ordinal);
        var at = halvings == 5 ? 4 : 1;
        Convolution(shapes, prefix + "0", 3, halvings == 5 ? width / 2 : width, 3);
        if (halvings == 5)
        {
            Convolution(shapes, prefix + "2", width / 2, width, 3);
        }

        TinyBlock(shapes, Format(prefix + "{0}", at++), width, isPooled: false);
        for (var stage = 0; stage < 3; stage++)
        {
            shapes[Format(prefix + "{0}.weight", at++)] = [width, width, 3, 3];
            for (var index = 0; index < 3; index++)
            {
                TinyBlock(shapes, Format(prefix + "{0}", at++), width, isPooled && stage == 2);
            }
        }

        Convolution(shapes, Format(prefix + "{0}", at), width, latents, 3);
        return shapes;
    }

    private static void TinyBlock(Dictionary<string, long[]> shapes, string name, long width, bool isPooled)
    {
        foreach (var part in (string[])[".conv.0", ".conv.2", ".conv.4"])
        {
            Convolution(shapes, name + part, width, width, 3);
        }

        if (isPooled)
        {
            shapes[name + ".pool.0.weight"] = [4 * width, width, 1, 1];
            Normalization(shapes, name + ".pool.1", 4 * width);
            shapes[name + ".pool.3.weight"] = [width, 4 * width, 1, 1];
        }
    }

    private static Dictionary<string, long[]> Lpips(
        (int Slice, int Index, long Width, long Kernel, bool IsTapped)[] layers, string naming, string head)
    {
        var shapes = new Dictionary<string, long[]>(StringComparer.Ordinal);
        var (width, taps) = (3L, 0);
        foreach (var layer in layers)
        {
            Convolution(shapes, Format(naming, layer.Slice, layer.Index), width, layer.Width, layer.Kernel);
            width = layer.Width;
            if (layer.IsTapped)
            {
                shapes[Format(head + ".weight", taps++)] = [1, width, 1, 1];
            }
        }

        return shapes;
    }

    private static void Convolution(Dictionary<string, long[]> shapes, string name, long input, long output, long kernel)
    {
        shapes[name + ".weight"] = [output, input, kernel, kernel];
        shapes[name + ".bias"] = [output];
    }

    private static void Normalization(Dictionary<string, long[]> shapes, string name, long width)
    {
        shapes[name + ".weight"] = [width];
        shapes[name + ".bias"] = [width];
    }

    private static string Format(string pattern, params object[] numbers) => string.Format(CultureInfo.InvariantCulture, pattern, numbers);
}
