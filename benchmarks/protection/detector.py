"""Trains a small network to tell our cloaks from untouched pictures, and gives its AUC on pictures it never saw.

    python3 detector.py ORIGINALS CLOAKED      two folders with the same file names

What a platform or a trainer could build who has our program: it sees pairs, at the pixels as written.
"""
import pathlib
import random
import sys
import warnings

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image

SIDE = 64
STEPS = 500
BATCH = 32
CROPS_PER_PICTURE = 16


def load(path):
    image = Image.open(path).convert("RGBA")
    ground = Image.new("RGBA", image.size, "white")
    ground.alpha_composite(image)
    return torch.from_numpy(np.asarray(ground.convert("RGB"), np.float32).transpose(2, 0, 1).copy())


def crop(picture, at):
    top, left = at
    return picture[:, top:top + SIDE, left:left + SIDE]


def place(picture, dice):
    """A crop that is not all one colour, where there is one."""
    for _ in range(20):
        at = dice.randrange(picture.shape[1] - SIDE + 1), dice.randrange(picture.shape[2] - SIDE + 1)
        if crop(picture, at).std() > 2:
            break
    return at


def network():
    layers, channels = [], 6
    for width, stride in ((24, 1), (32, 2), (48, 2), (64, 2)):
        layers += [torch.nn.Conv2d(channels, width, 3, stride, 1), torch.nn.BatchNorm2d(width), torch.nn.ReLU()]
        channels = width
    return torch.nn.Sequential(*layers, torch.nn.AdaptiveAvgPool2d(1), torch.nn.Flatten(), torch.nn.Linear(channels, 1))


def features(x):
    """The picture and what a small blur takes away, which is where δ is."""
    blurred = F.avg_pool2d(F.pad(x, (1, 1, 1, 1), "reflect"), 3, 1)
    return torch.cat([x / 128 - 1, (x - blurred) / 8], 1)


def auc(positive, negative):
    """Share of pairs in the right order (Mann-Whitney)."""
    positive, negative = np.asarray(positive)[:, None], np.asarray(negative)[None]
    return float((positive > negative).mean() + .5 * (positive == negative).mean())


def main():
    originals, cloaked = (pathlib.Path(p) for p in sys.argv[1:3])
    warnings.filterwarnings("ignore")
    torch.manual_seed(1)
    dice = random.Random(1)
    pairs = [(load(p), load(cloaked / p.name)) for p in sorted(originals.iterdir()) if (cloaked / p.name).exists()]
    pairs = [p for p in pairs if min(p[0].shape[1:]) >= SIDE]
    dice.shuffle(pairs)
    held = pairs[::3]
    seen = [p for i, p in enumerate(pairs) if i % 3]
    net = network()
    optimiser = torch.optim.Adam(net.parameters(), 2e-3)
    for step in range(STEPS):
        for group in optimiser.param_groups:
            group["lr"] = 2e-3 * (1 - step / STEPS)
        batch, labels = [], []
        for _ in range(BATCH // 2):
            pair = dice.choice(seen)
            at = place(pair[0], dice)
            batch += [crop(pair[0], at), crop(pair[1], at)]
            labels += [0., 1.]
        loss = F.binary_cross_entropy_with_logits(net(features(torch.stack(batch)))[:, 0], torch.tensor(labels))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        if step % 100 == 99:
            print(f"step {step + 1}: loss {loss.item():.3f}", file=sys.stderr, flush=True)
    net.eval()
    crops, pictures = ([], []), ([], [])
    with torch.no_grad():
        for pair in held:
            places = [place(pair[0], dice) for _ in range(CROPS_PER_PICTURE)]
            for kind in (0, 1):
                scores = net(features(torch.stack([crop(pair[kind], at) for at in places])))[:, 0].tolist()
                crops[kind].extend(scores)
                pictures[kind].append(sum(scores) / len(scores))
    print(f"{len(seen)} pairs to learn from, {len(held)} held out: AUC {auc(crops[1], crops[0]):.3f} per {SIDE}² crop, "
          f"{auc(pictures[1], pictures[0]):.3f} per picture")


if __name__ == "__main__":
    main()
