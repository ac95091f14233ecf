"""Does a cloak computed on the students move the teacher? Held-out pictures, everything at equal PSNR.

shift = 1 - |T(cloaked) - T(target)| / |T(original) - T(target)|, clean, after JPEG 75 and after half-size resizing.
B0 is the naive blend x + clip(target - x, +-bound), which needs no network.
"""
import argparse
import csv
import json
import os
import warnings

import numpy as np
import torch
import torch.nn.functional as F

import data
import students
import teacher
import tensors

SIZE = 256


def pictures(count, clip_art, mild):
    """Held-out pictures and targets (repainted in other colours, or mild: in their own), as NCHW tensors."""
    for k in range(count):
        seed = data.HELD_OUT + 500_000_000 + 10 * k
        r = np.random.default_rng(seed)
        x, other = data.picture(seed, SIZE, clip_art), data.picture(seed + 1, SIZE, clip_art)
        if mild:
            t = data.strokes(r, x)
        else:
            t = data.strokes(r, data.transport(r, x, other)) if k % 2 == 0 else data.restyle(r, x, other)
        yield [torch.from_numpy(p.transpose(2, 0, 1)[None].copy()).mul(255).round().div(255) for p in (x, t)]


def load_file(path):
    """The students of an exported file, built from its own description."""
    arrays, meta = tensors.load(path)
    w = {k: torch.from_numpy(a) for k, a in arrays.items()}
    return {n["prefix"][0]: students.Student(n["layers"], w) for n in json.loads(meta["architecture"])["nets"]}


def shaken(p, r):
    """Random resize and noise, differentiable."""
    size = int(r.choice([SIZE, SIZE, 224, 192, 160, 128]))
    if size != SIZE:
        p = F.interpolate(p, (size, size), mode="bilinear", align_corners=False, antialias=True)
    return p + torch.from_numpy(r.standard_normal(p.shape).astype(np.float32)) * r.uniform(0, .02), size


def optimise(nets, x, t, bound, steps, eot, start):
    """Momentum PGD on the sum of normalised latent losses, from the blend or from the picture."""
    r = np.random.default_rng(7)
    d = start.clone()
    momentum = torch.zeros_like(x)
    targets = {}

    def target(k, size):
        if (k, size) not in targets:
            y = F.interpolate(t, (size, size), mode="bilinear", align_corners=False, antialias=True)
            with torch.no_grad():
                targets[k, size] = nets[k](y)
        return targets[k, size]

    scale = []
    with torch.no_grad():
        for k, net in enumerate(nets):
            scale.append((net(x) - target(k, SIZE)).square().mean().item())
    for step in range(steps):
        p = (x + d).clamp(0, 1).requires_grad_()
        q, size = shaken(p, r) if eot else (p, SIZE)
        loss = sum((net(q) - target(k, size)).square().mean() / scale[k] for k, net in enumerate(nets))
        g = torch.autograd.grad(loss, p)[0]
        momentum = .8 * momentum + g / g.abs().mean()
        d = (d - bound * .25 * (1 - step / steps) * momentum.sign()).clamp(-bound, bound)
    return d


def at_psnr(x, d, mse):
    """d scaled until the 8-bit picture x + d has the given mean squared error."""
    low, high = 0., 8.
    for _ in range(24):
        mid = (low + high) / 2
        c = (x + mid * d).clamp(0, 1)
        low, high = (mid, high) if (c - x).square().mean() < mse else (low, mid)
    noise = torch.from_numpy(np.random.default_rng(3).random(x.shape).astype(np.float32))
    return ((x + low * d).clamp(0, 1) * 255 + noise).floor().clamp(0, 255) / 255


def purified(c, how):
    if how == "clean":
        return c
    if how == "half":
        return F.interpolate(c, scale_factor=.5, mode="bilinear", align_corners=False, antialias=True)
    return torch.from_numpy(data.jpeg(c[0].numpy().transpose(1, 2, 0), 75).transpose(2, 0, 1)[None].copy())


@torch.no_grad()
def shift(net, x, t, c, how):
    fx, ft, fc = (net(purified(p, how)) for p in (x, t, c))
    return 1 - ((fc - ft).norm() / (fx - ft).norm()).item()


def gradient_cosine(net, reference, x, t):
    grads = []
    for n in (net, reference):
        p = x.clone().requires_grad_()
        z = n(p)
        with torch.no_grad():
            v = reference(x) - reference(t)
        grads.append(torch.autograd.grad(z, p, v)[0].flatten())
    return F.cosine_similarity(*grads, 0).item()


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--teacher", required=True)
    p.add_argument("--clip-art")
    p.add_argument("--file", default="../glaze-mini.safetensors")
    p.add_argument("--pictures", type=int, default=8)
    p.add_argument("--mild", action="store_true", help="targets keep their colours: a nearer, easier style")
    p.add_argument("--bound", type=float, default=4)
    p.add_argument("--steps", type=int, default=40)
    p.add_argument("--runs", default="a,b,ab", help="which students; add + for no shaking, t is the teacher itself")
    p.add_argument("--csv", help="append one line per run here")
    p.add_argument("--label", default="")
    a = p.parse_args()
    torch.set_num_threads(1)
    warnings.filterwarnings("ignore")
    net = teacher.Teacher(a.teacher)
    nets = {**load_file(a.file), "t": net}
    ways, runs = ("clean", "jpeg", "half"), a.runs.split(",")
    table = {run: [] for run in ["B0", *runs]}
    cosines = []
    for x, t in pictures(a.pictures, a.clip_art, a.mild):
        bound = a.bound / 255
        blend = (t - x).clamp(-bound, bound)
        mse = (blend * .75).square().mean().item()
        cosines.append([gradient_cosine(nets[k], net, x, t) for k in "ab"])
        for run in table:
            if run == "B0":
                d = blend
            else:
                d = optimise([nets[k] for k in run.strip("+")], x, t, bound, a.steps, "+" not in run, blend)
            c = at_psnr(x, d, mse)
            table[run].append([shift(net, x, t, c, how) for how in ways])
    base = np.mean(table["B0"], 0)
    print("gradient cosine at 256:", np.round(np.mean(cosines, 0), 3))
    for run, rows in table.items():
        print(run, "per picture, clean:", *(f"{row[0]:.3f}" for row in rows))
    for run, rows in table.items():
        m = np.mean(rows, 0)
        line = [a.label, run, *(f"{v:.4f}" for v in m), *(f"{v:.2f}" for v in m / base), f"{m.mean() / base.mean():.2f}"]
        print(*line)
        if a.csv:
            fresh = not os.path.exists(a.csv)
            with open(a.csv, "a", newline="") as f:
                out = csv.writer(f, lineterminator="\n")
                if fresh:
                    out.writerow("label run clean jpeg75 half clean_x_b0 jpeg75_x_b0 half_x_b0 mean_x_b0".split())
                out.writerow(line)


if __name__ == "__main__":
    main()
