"""The published encoder architectures, written from their papers and documentation with PyTorch's own layers."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class ResidualBlock(nn.Module):
    def __init__(self, width_in, width_out, shortcut):
        super().__init__()
        self.shortcut_name = shortcut
        self.norm1 = nn.GroupNorm(32, width_in, eps=1e-6)
        self.conv1 = nn.Conv2d(width_in, width_out, 3, padding=1)
        self.norm2 = nn.GroupNorm(32, width_out, eps=1e-6)
        self.conv2 = nn.Conv2d(width_out, width_out, 3, padding=1)
        if width_in != width_out:
            self.add_module(shortcut, nn.Conv2d(width_in, width_out, 1))

    def forward(self, x):
        h = self.conv1(F.silu(self.norm1(x)))
        h = self.conv2(F.silu(self.norm2(h)))
        skip = getattr(self, self.shortcut_name, None)
        return h + (x if skip is None else skip(x))


class Attention(nn.Module):
    """One head over all positions; projections as matrices or as 1×1 kernels, whichever the file stores."""

    def __init__(self, width, names, linear):
        super().__init__()
        self.names = names
        self.add_module(names["norm"], nn.GroupNorm(32, width, eps=1e-6))
        for role in ("q", "k", "v", "out"):
            layer = nn.Linear(width, width) if linear else nn.Conv2d(width, width, 1)
            self.add_module(names[role].replace(".", "/"), layer)

    def part(self, role):
        return getattr(self, self.names[role].replace(".", "/"))

    def forward(self, x):
        n, c, h, w = x.shape
        y = self.part("norm")(x).reshape(n, c, h * w).transpose(1, 2)
        project = lambda role, t: F.linear(t, self.part(role).weight.reshape(c, c), self.part(role).bias)
        q, k, v = (project(role, y) for role in "qkv")
        weights = torch.softmax(q @ k.transpose(1, 2) * c ** -0.5, dim=-1)
        return x + project("out", weights @ v).transpose(1, 2).reshape(n, c, h, w)


ORIGINAL = dict(block="down.{0}.block.{1}", shortcut="nin_shortcut", down="down.{0}.downsample.conv", middle=("mid.block_1", "mid.block_2"),
                attention="mid.attn_1", parts=dict(norm="norm", q="q", k="k", v="v", out="proj_out"), norm_out="norm_out", linear=False)
DIFFUSERS = dict(block="down_blocks.{0}.resnets.{1}", shortcut="conv_shortcut", down="down_blocks.{0}.downsamplers.0.conv",
                 middle=("mid_block.resnets.0", "mid_block.resnets.1"), attention="mid_block.attentions.0",
                 parts=dict(norm="group_norm", q="to_q", k="to_k", v="to_v", out="to_out.0"), norm_out="conv_norm_out", linear=True)
EARLY_DIFFUSERS = dict(DIFFUSERS, parts=dict(norm="group_norm", q="query", k="key", v="value", out="proj_attn"))


class KlEncoder(nn.Module):
    """AutoencoderKL's encoder: image in 0..1, mean of the posterior out. Dots in names are kept as slashes."""

    def __init__(self, scheme, widths=(128, 256, 512, 512), latents=4, quant="quant_conv"):
        super().__init__()
        self.scheme, self.latents, self.quant, self.stages = scheme, latents, quant, len(widths)
        put = lambda name, layer: self.add_module(name.replace(".", "/"), layer)
        put("encoder.conv_in", nn.Conv2d(3, widths[0], 3, padding=1))
        width = widths[0]
        for stage, out in enumerate(widths):
            for index in range(2):
                put("encoder." + scheme["block"].format(stage, index), ResidualBlock(width, out, scheme["shortcut"]))
                width = out
            if stage < self.stages - 1:
                put("encoder." + scheme["down"].format(stage), nn.Conv2d(width, width, 3, stride=2))
        put("encoder." + scheme["middle"][0], ResidualBlock(width, width, scheme["shortcut"]))
        put("encoder." + scheme["attention"], Attention(width, scheme["parts"], scheme["linear"]))
        put("encoder." + scheme["middle"][1], ResidualBlock(width, width, scheme["shortcut"]))
        put("encoder." + scheme["norm_out"], nn.GroupNorm(32, width, eps=1e-6))
        put("encoder.conv_out", nn.Conv2d(width, 2 * latents, 3, padding=1))
        if quant:
            put(quant, nn.Conv2d(2 * latents, 2 * latents, 1))

    def part(self, name):
        return getattr(self, name.replace(".", "/"))

    def forward(self, x):
        h = self.part("encoder.conv_in")(2 * x - 1)
        for stage in range(self.stages):
            for index in range(2):
                h = self.part("encoder." + self.scheme["block"].format(stage, index))(h)
            if stage < self.stages - 1:
                h = self.part("encoder." + self.scheme["down"].format(stage))(F.pad(h, (0, 1, 0, 1)))
        for name in (self.scheme["middle"][0], self.scheme["attention"], self.scheme["middle"][1]):
            h = self.part("encoder." + name)(h)
        h = self.part("encoder.conv_out")(F.silu(self.part("encoder." + self.scheme["norm_out"])(h)))
        if self.quant:
            h = self.part(self.quant)(h)
        return h[:, :self.latents]


class TinyBlock(nn.Module):
    def __init__(self, width, pooled):
        super().__init__()
        conv = lambda: nn.Conv2d(width, width, 3, padding=1)
        self.conv = nn.Sequential(conv(), nn.ReLU(), conv(), nn.ReLU(), conv())
        if pooled:
            self.pool = nn.Sequential(nn.Conv2d(width, 4 * width, 1, bias=False), nn.GroupNorm(4, 4 * width), nn.ReLU(), nn.Conv2d(4 * width, width, 1, bias=False))

    def forward(self, x):
        if hasattr(self, "pool"):
            x = x + self.pool(x)
        return F.relu(self.conv(x) + x)


def tiny_encoder(latents, width=64, pooled=False, thirty_two=False):
    conv = lambda a, b, stride=1, bias=True: nn.Conv2d(a, b, 3, stride, 1, bias=bias)
    if thirty_two:
        layers = [conv(3, width // 2, 2), nn.ReLU(), conv(width // 2, width, 2), nn.ReLU()]
    else:
        layers = [conv(3, width)]
    layers.append(TinyBlock(width, False))
    for stage in range(3):
        layers.append(conv(width, width, 2, False))
        layers += [TinyBlock(width, pooled and stage == 2) for _ in range(3)]
    return nn.Sequential(*layers, conv(width, latents))


ALEXNET = [(1, 0, 11, 4, 2, 0, True), (2, 3, 5, 1, 2, 3, True), (3, 6, 3, 1, 1, 3, True), (4, 8, 3, 1, 1, 0, True), (5, 10, 3, 1, 1, 0, True)]
VGG16 = [(1, 0, 3, 1, 1, 0, False), (1, 2, 3, 1, 1, 0, True), (2, 5, 3, 1, 1, 2, False), (2, 7, 3, 1, 1, 0, True),
         (3, 10, 3, 1, 1, 2, False), (3, 12, 3, 1, 1, 0, False), (3, 14, 3, 1, 1, 0, True), (4, 17, 3, 1, 1, 2, False),
         (4, 19, 3, 1, 1, 0, False), (4, 21, 3, 1, 1, 0, True), (5, 24, 3, 1, 1, 2, False), (5, 26, 3, 1, 1, 0, False), (5, 28, 3, 1, 1, 0, True)]


class Lpips(nn.Module):
    """(slice, index, kernel, stride, padding, pooling before, tapped) with widths in the same order."""

    def __init__(self, plan, widths, naming, head):
        super().__init__()
        self.plan, self.naming, self.head = plan, naming, head
        width, taps = 3, 0
        for (part, index, kernel, stride, padding, _, tapped), out in zip(plan, widths):
            self.add_module(naming.format(part, index).replace(".", "/"), nn.Conv2d(width, out, kernel, stride, padding))
            if tapped:
                self.add_module(head.format(taps).replace(".", "/"), nn.Conv2d(out, 1, 1, bias=False))
                taps += 1
            width = out

    def features(self, x):
        shift, scale = (torch.tensor(v).reshape(1, 3, 1, 1) for v in ([-.030, -.088, -.188], [.458, .448, .450]))
        h, taps = (2 * x - 1 - shift) / scale, []
        for part, index, _, _, _, pooling, tapped in self.plan:
            if pooling:
                h = F.max_pool2d(h, pooling, 2)
            h = F.relu(getattr(self, self.naming.format(part, index).replace(".", "/"))(h))
            if tapped:
                taps.append(h / (h.pow(2).sum(1, keepdim=True).sqrt() + 1e-10))
        return taps

    def forward(self, x, y):
        pairs = zip(self.features(x), self.features(y))
        return sum(getattr(self, self.head.format(i).replace(".", "/"))((a - b) ** 2).mean() for i, (a, b) in enumerate(pairs))
