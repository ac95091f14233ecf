"""PyTorch's side of the comparison, a word a line like Glaze.Benchmarks.Speed.

torch_worker.py step MODE FILE NET SIDE THREADS FOLDER   MODE eager or script; writes FOLDER/image.bin and target.bin if missing
torch_worker.py matmul SIDE THREADS
torch_worker.py random NAME FILE                         writes random weights
"""
import os
import sys
import time
import warnings

import torch

import encoders
import weights


def serve(ready, run, other):
    print(ready, flush=True)
    for line in sys.stdin:
        if line.strip() == "run":
            start = time.perf_counter()
            run()
            print(time.perf_counter() - start, flush=True)
        else:
            print(other(line.strip()), flush=True)


def read_image(path, shape):
    return torch.frombuffer(bytearray(open(path, "rb").read()), dtype=torch.float32).reshape(shape)


def step(mode, file, net, side, folder):
    tensors, metadata = weights.read(file)
    encode, deviation = encoders.load(tensors, metadata, net)
    image_file, target_file = (os.path.join(folder, name) for name in ("image.bin", "target.bin"))
    if not os.path.exists(target_file):
        generator = torch.Generator().manual_seed(1)
        with torch.no_grad():
            # Soft shapes with grain, and the latent of others.
            make = lambda: grow(torch.rand(1, 3, side // 16, side // 16, generator=generator), side) * 0.9 \
                + 0.1 * torch.rand(1, 3, side, side, generator=generator)
            image, target = make(), encode(make())
        open(image_file, "wb").write(image.numpy().tobytes())
        open(target_file, "wb").write(target.contiguous().numpy().tobytes())
    x = read_image(image_file, (1, 3, side, side)).requires_grad_()
    scale = (1 / deviation).reshape(1, -1, 1, 1)
    with torch.no_grad():
        target = read_image(target_file, encode(x).shape)
    loss = lambda image: (((encode(image) - target) * scale) ** 2).mean()
    if mode == "script":
        loss = torch.jit.trace(loss, (x,), check_trace=False)
    gradient = [None]

    def run():
        gradient[0], = torch.autograd.grad(loss(x), x)

    def compare(path):
        ours = read_image(path, x.shape)
        return float((ours - gradient[0]).norm() / gradient[0].norm())

    serve("ready", run, compare)


def grow(small, side):
    return torch.nn.functional.interpolate(small, size=(side, side), mode="bilinear", align_corners=False)


def matmul(side):
    left, right = torch.rand(side, side) - 0.5, torch.rand(side, side) - 0.5

    def run():
        with torch.no_grad():
            (left @ right).mean()

    serve("ready", run, lambda line: "done")


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # tracing warns of every number it keeps as a constant, which is what is wanted
    torch.set_flush_denormal(True)
    if sys.argv[1] == "random":
        weights.write(sys.argv[3], {"sana-tiny": weights.sana_tiny, "sd-vae": weights.sd_vae}[sys.argv[2]]())
    elif sys.argv[1] == "matmul":
        torch.set_num_threads(int(sys.argv[3]))
        matmul(int(sys.argv[2]))
    else:
        torch.set_num_threads(int(sys.argv[6]))
        step(sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5]), sys.argv[7])
