"""Packs the students' averaged weights into one fp16 safetensors file that describes its own architecture."""
import argparse
import json
import os

import numpy as np
import torch

import students
import tensors


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--work", default="work")
    p.add_argument("--out", default="../glaze-mini.safetensors")
    p.add_argument("--note", default="", help="free text for the metadata, such as the held-out figures")
    a = p.parse_args()
    mean, std = np.load(os.path.join(a.work, "latent.npy"))
    out = {"latent.mean": mean.astype(np.float16), "latent.std": std.astype(np.float16)}
    nets = []
    for key, layers in students.ARCHITECTURES.items():
        weights = torch.load(os.path.join(a.work, f"ema-{key}.pt"))
        nets.append({"name": f"glaze-mini-{key}", "prefix": f"{key}.", "input": "RGB 0..1 NCHW", "channels": 32, "factor": 8,
                     "layers": layers})
        for name, n_in, n_out, k in students.parameter_shapes(layers):
            w = weights[name + ".weight"].contiguous()
            assert w.shape == (n_out, n_in, k, k) and torch.isfinite(w).all() and w.abs().max() < 60000
            out[name + ".weight"] = w.numpy().astype(np.float16)
            out[name + ".bias"] = weights[name + ".bias"].numpy().astype(np.float16)
    meta = {"name": "glaze-mini", "license": "MIT", "format": "pt", "teacher": "TAEF2 encoder (FLUX.2)",
            "architecture": json.dumps({"nets": nets}, separators=(",", ":"))}
    if a.note:
        meta["note"] = a.note
    tensors.save(a.out + ".tmp", out, meta)
    size = os.path.getsize(a.out + ".tmp")
    assert size <= 3_000_000, size
    os.rename(a.out + ".tmp", a.out)
    print(a.out, size, "bytes,", sum(v.size for v in out.values()) - 64, "parameters")


if __name__ == "__main__":
    main()
