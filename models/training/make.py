"""Makes training samples with the teacher, in shards, until --count is reached.

A sample: crop x, teacher latent z at x, direction v = z - teacher(restyled x) or random, and g = J^T v,
with v scaled so that g has RMS 1. About four crops in ten are cloaked: along the teacher's gradient, toward the
restyled picture, or along a student's own gradient (where it is wrong, it learns so).
"""
import argparse
import os
import warnings

import numpy as np
import torch

import data
import students
import teacher

SIZE = 128
SAMPLE = np.dtype([("x", "u1", (3, SIZE, SIZE)), ("z", "f2", (32, 16, 16)), ("v", "f2", (32, 16, 16)),
                   ("g", "f2", (3, SIZE, SIZE)), ("kind", "u1")])
WORN, ALONG_TEACHER, BLENDED, ALONG_STUDENT = range(4)


def crops(seed, r, count, clip_art):
    """Pairs (crop, restyled crop) at several scales from one picture, quantised to 8 bits."""
    img, other = data.picture(seed, 320, clip_art), data.picture(seed + 1, 320, clip_art)
    styled = [data.restyle(r, img, other) for _ in range(2)]
    xs, ys = [], []
    for k in range(count):
        s = int(r.choice([SIZE, SIZE, 160, 208, 256, 320, 88]))
        t, l = r.integers(0, 321 - s, 2)
        cut = [data.resize(p[t:t + s, l:l + s], SIZE) for p in (img, styled[k % 2])]
        xs.append(data.wear(r, cut[0]))
        ys.append(cut[1])
    return [torch.from_numpy(np.stack(p).transpose(0, 3, 1, 2).copy()).mul(255).round().div(255) for p in (xs, ys)]


def label(net, x, zy, r, kind):
    x = x.clone().requires_grad_()
    z = net(x)
    v = z.detach() - zy
    random = torch.from_numpy(r.random((len(x), 1, 1, 1)) < .15)
    noise = torch.from_numpy(r.standard_normal(v.shape).astype(np.float32)) * v.std((0, 2, 3), keepdim=True)
    v = torch.where(random, noise, v)
    g = torch.autograd.grad(z, x, v)[0]
    rms = g.square().mean((1, 2, 3), keepdim=True).sqrt() + 1e-8
    out = np.zeros(len(x), SAMPLE)
    out["x"] = (x.detach() * 255).round().to(torch.uint8).numpy()
    for name, value in (("z", z.detach()), ("v", v / rms), ("g", g / rms)):
        out[name] = value.numpy()
    out["kind"] = kind
    return out, g


def cloak_by_student(net, x, y, bound, r):
    """A few signed steps on a student, from the blend or from the picture itself."""
    with torch.no_grad():
        target = net(y)
    d = (y - x).clamp(-bound, bound) * (r.random() < .5)
    for _ in range(3):
        p = (x + d).clamp(0, 1).requires_grad_()
        z = net(p)
        g = students.input_gradient(z, p, z.detach() - target)
        d = (d - bound * .6 * g.sign()).clamp(-bound, bound)
    return d


def load_students(folder):
    nets = []
    for key, layers in students.ARCHITECTURES.items():
        path = os.path.join(folder, f"ema-{key}.pt")
        if os.path.exists(path):
            nets.append(students.Student(layers, torch.load(path)))
    return nets


def batch(seed, r, net, learners, clip_art):
    x, y = crops(seed, r, 4, clip_art)
    with torch.no_grad():
        zy = net(y)
    clean, g = label(net, x, zy, r, WORN)
    if r.random() < .35:
        return [clean]
    bound = int(r.integers(1, 9)) / 255
    if learners and r.random() < .6:
        kind, d = ALONG_STUDENT, cloak_by_student(learners[r.integers(len(learners))], x, y, bound, r)
    elif r.random() < .6:
        kind, d = ALONG_TEACHER, -bound * g.sign()
    else:
        kind, d = BLENDED, (y - x).clamp(-bound, bound)
    cloaked = (x + d).clamp(0, 1).mul(255).round().div(255)
    return [clean, label(net, cloaked, zy, r, kind)[0]]


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--teacher", required=True, help="taef2_encoder.safetensors")
    p.add_argument("--clip-art", help="folder of public-domain PNG files (Debian's openclipart-png)")
    p.add_argument("--work", default="work", help="folder for samples and checkpoints")
    p.add_argument("--worker", type=int, default=0, help="number of this process; sets its seeds")
    p.add_argument("--count", type=int, default=10000)
    p.add_argument("--held-out", action="store_true", help="make the evaluation set instead")
    a = p.parse_args()
    torch.set_num_threads(1)
    warnings.filterwarnings("ignore")
    os.makedirs(a.work, exist_ok=True)
    net = teacher.Teacher(a.teacher)
    seed = a.worker * 10_000_000 + (data.HELD_OUT if a.held_out else 0)
    name = "held" if a.held_out else "train"
    r = np.random.default_rng(seed)
    done, shard, pending, learners = 0, 0, [], []
    while done < a.count:
        pending += batch(seed, r, net, learners, a.clip_art)
        seed += 2
        have = sum(len(b) for b in pending)
        if have >= 64 or done + have >= a.count:
            path = os.path.join(a.work, f"{name}-{a.worker}-{shard}.npy")
            np.save(path + ".tmp.npy", np.concatenate(pending))
            os.rename(path + ".tmp.npy", path)
            done, shard, pending = done + have, shard + 1, []
            learners = [] if a.held_out else load_students(a.work)
            print(path, done, flush=True)


if __name__ == "__main__":
    main()
