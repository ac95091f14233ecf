"""Distils one student from the samples made so far; new shards are picked up as they appear.

Loss: latents (normalised per channel) + input gradients (1 - cosine at three scales, and a little of the
normalised squared error). The learning rate follows the wall clock, so that a busy machine costs steps, not the schedule.
"""
import argparse
import csv
import glob
import math
import os
import time

import numpy as np
import torch
import torch.nn.functional as F

import optimise
import students


class Samples:
    def __init__(self, work, name):
        self.pattern, self.shards, self.ends = os.path.join(work, f"{name}-*-*[0-9].npy"), {}, []
        self.refresh()

    def refresh(self):
        for path in sorted(glob.glob(self.pattern)):
            if path not in self.shards:
                self.shards[path] = np.load(path, mmap_mode="r")
        self.ends = np.cumsum([len(s) for s in self.shards.values()])

    def __len__(self):
        return int(self.ends[-1]) if len(self.ends) else 0

    def rows(self, indices):
        shards = list(self.shards.values())
        rows = []
        for i in indices:
            k = int(np.searchsorted(self.ends, i, "right"))
            rows.append(shards[k][i - (self.ends[k - 1] if k else 0)])
        return tensors_of(np.stack(rows))


def tensors_of(rows):
    x = torch.from_numpy(rows["x"].astype(np.float32)) / 255
    return (x.contiguous(memory_format=torch.channels_last), *(torch.from_numpy(rows[n].astype(np.float32)) for n in "zvg"))


def statistics(work, samples):
    """Mean and deviation of each latent channel, fixed by the first process that asks."""
    path = os.path.join(work, "latent.npy")
    if not os.path.exists(path):
        z = samples.rows(range(len(samples)))[1]
        np.save(path, torch.stack([z.mean((0, 2, 3)), z.std((0, 2, 3))]).numpy())
    return [torch.from_numpy(s).view(1, -1, 1, 1) for s in np.load(path)]


def cosine(a, b, pool=1):
    if pool > 1:
        a, b = F.avg_pool2d(a, pool), F.avg_pool2d(b, pool)
    return F.cosine_similarity(a.flatten(1), b.flatten(1), eps=1e-12)


def losses(net, rows, std, differentiable=True):
    """Latent error, gradient cosines at scales 1, 2 and 4, and normalised gradient error."""
    x, z, v, g = rows
    x.requires_grad_()
    s = net(x)
    gs = students.input_gradient(s, x, v, differentiable)
    latent = ((s - z) / std).square().mean()
    return latent, [cosine(gs, g, k) for k in (1, 2, 4)], (gs - g).square().mean((1, 2, 3)) / g.square().mean((1, 2, 3))


def evaluate(net, held, std):
    error, variance, cos = 0, 0, []
    for at in range(0, len(held), 16):
        rows = held.rows(range(at, min(at + 16, len(held))))
        latent, c, _ = losses(net, rows, std, False)
        error += latent.item() * len(rows[0])
        cos.append(torch.stack(c, 1).detach())
    z = held.rows(range(len(held)))[1]
    variance = ((z - z.mean((0, 2, 3), keepdim=True)) / std).square().mean().item()
    return 1 - error / len(held) / variance, torch.cat(cos).mean(0).tolist()


def minutes_until(clock):
    h, m = map(int, clock.split(":"))
    now = time.localtime()
    return ((h * 60 + m) - (now.tm_hour * 60 + now.tm_min + now.tm_sec / 60)) % 1440


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("student", choices=list(students.ARCHITECTURES))
    p.add_argument("--work", default="work")
    p.add_argument("--log", default=".", help="folder for log-STUDENT.csv")
    p.add_argument("--minutes", type=float, default=100)
    p.add_argument("--until", help="HH:MM instead of --minutes")
    p.add_argument("--rate", type=float, default=1.5e-3)
    p.add_argument("--batch", type=int, default=8)
    p.add_argument("--gradient-weight", type=float, default=1)
    p.add_argument("--wait-for", type=int, default=384, help="samples needed before training starts")
    a = p.parse_args()
    torch.set_num_threads(1)
    while len(train := Samples(a.work, "train")) < a.wait_for or len(held := Samples(a.work, "held")) < 96:
        time.sleep(5)
    mean, std = statistics(a.work, train)
    layers = students.ARCHITECTURES[a.student]
    w = students.new_weights(layers, 1)
    last = layers[-1]["name"]
    w[last + ".weight"] *= std.view(-1, 1, 1, 1) * .5
    w[last + ".bias"] = mean.flatten().clone()
    w = {k: (t.contiguous(memory_format=torch.channels_last) if t.dim() == 4 else t).requires_grad_() for k, t in w.items()}
    net = students.Student(layers, w)
    both = optimise.optimisers(w, layers[0]["name"], last, a.rate)
    ema = {k: t.detach().clone() for k, t in w.items()}
    shadow = students.Student(layers, ema)
    state_path, ema_path = (os.path.join(a.work, f"{n}-{a.student}.pt") for n in ("state", "ema"))
    begin, step = time.time(), 0
    total = minutes_until(a.until) if a.until else a.minutes
    if os.path.exists(state_path):
        state = torch.load(state_path)
        for k in w:
            w[k].data.copy_(state["w"][k])
            ema[k].copy_(state["ema"][k])
        if isinstance(state["optimiser"], list):
            for o, saved_state in zip(both, state["optimiser"]):
                o.load_state_dict(saved_state)
        step = state["step"]
        total = total if not a.until else (time.time() - state["begin"]) / 60 + total
        begin = state["begin"]
    first = step
    r = np.random.default_rng(int(time.time()))
    running, saved, evaluated = np.zeros(3), time.time(), time.time()
    os.makedirs(a.log, exist_ok=True)
    while True:
        minutes = (time.time() - begin) / 60
        if minutes >= total:
            break
        rate = a.rate * min(1, (step - first + 1) / 40) * (.01 + .99 * .5 * (1 + math.cos(math.pi * minutes / total)))
        for group in (g for o in both for g in o.param_groups):
            group["lr"] = rate
        rows = train.rows(r.integers(0, len(train), a.batch))
        latent, cos, squared = losses(net, rows, std)
        gradient = sum(1 - c.mean() for c in cos) / len(cos) + .2 * squared.clamp(max=10).mean()
        for t in w.values():
            t.grad = None
        (latent + a.gradient_weight * gradient).backward()
        norm = torch.nn.utils.clip_grad_norm_(w.values(), 1.0)
        if not torch.isfinite(norm):
            continue
        for o in both:
            o.step()
        step += 1
        keep = min(.994, (1 + step) / (10 + step))
        with torch.no_grad():
            for k, t in w.items():
                ema[k].lerp_(t, 1 - keep)
        running = .98 * running + .02 * np.array([latent.item(), cos[0].mean().item(), norm.item()])
        if step % 20 == 0:
            train.refresh()
            print(f"{minutes:.1f} min, step {step}, {len(train)} samples: latent {running[0]:.3f}, cosine {running[1]:.3f}, norm {running[2]:.2f}", flush=True)
        if time.time() - saved > 150:
            saved = time.time()
            save(state_path, {"w": {k: t.detach() for k, t in w.items()}, "ema": ema, "optimiser": [o.state_dict() for o in both],
                              "step": step, "begin": begin})
            save(ema_path, ema)
        if time.time() - evaluated > 600:
            evaluated = time.time()
            log(a, minutes, step, len(train), rate, running, evaluate(shadow, held, std))
    save(ema_path, ema)
    log(a, minutes, step, len(train), 0, running, evaluate(shadow, held, std))


def save(path, what):
    torch.save(what, path + ".tmp")
    os.rename(path + ".tmp", path)


def log(a, minutes, step, samples, rate, running, figures):
    path = os.path.join(a.log, f"log-{a.student}.csv")
    fresh = not os.path.exists(path)
    with open(path, "a", newline="") as f:
        out = csv.writer(f, lineterminator="\n")
        if fresh:
            out.writerow("minutes step samples rate train_latent train_cosine held_r2 held_cosine held_cosine_half held_cosine_quarter".split())
        r2, cos = figures
        out.writerow([f"{minutes:.1f}", step, samples, f"{rate:.6f}", *(f"{v:.4f}" for v in (*running[:2], r2, *cos))])


if __name__ == "__main__":
    main()
