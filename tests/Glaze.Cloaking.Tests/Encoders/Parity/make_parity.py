"""Writes the reference values beside this file: python3 make_parity.py (Debian's python3-torch, python3-numpy).

Per case: latent, loss = mean((latent - target)^2) and grad_x = d loss / d x in float32, and the names and shapes of the
weights as JSON. Weights, image and target come from synthetic.py.
"""
import json
import os
import struct

import numpy as np
import torch

import modules
from synthetic import fill, tensor

HERE = os.path.dirname(os.path.abspath(__file__))


def save(case, arrays, shapes):
    header, at = {"__metadata__": {"weights": json.dumps(shapes, separators=(",", ":"))}}, 0
    arrays = {name: np.ascontiguousarray(a.detach().numpy(), np.float32) for name, a in arrays.items()}
    for name, a in arrays.items():
        header[name] = {"dtype": "F32", "shape": list(a.shape), "data_offsets": [at, at + a.nbytes]}
        at += a.nbytes
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(os.path.join(HERE, case + ".safetensors"), "wb") as f:
        f.write(struct.pack("<Q", len(text)) + text)
        for a in arrays.values():
            f.write(a.tobytes())


def encoder_case(case, module, height, width, prefix=""):
    shapes = fill(module, prefix, lambda name: name.replace("/", "."))
    x = tensor("x", [1, 3, height, width]).requires_grad_()
    latent = module(x)
    loss = ((latent - tensor("target", list(latent.shape), -1, 1)) ** 2).mean()
    loss.backward()
    save(case, {"latent": latent, "loss": loss.reshape(1), "grad_x": x.grad}, shapes)
    print(case, sum(int(np.prod(s)) for s in shapes.values()), f"loss {loss.item():.4f}", f"grad {x.grad.abs().mean().item():.2e}", flush=True)


def lpips_case(case, module, height, width):
    shapes = fill(module, "", lambda name: name.replace("/", "."))
    x = tensor("x", [1, 3, height, width])
    y = (x + 0.1 * tensor("delta", list(x.shape), -1, 1)).requires_grad_()
    distance = module(y, x)
    distance.backward()
    save(case, {"distance": distance.reshape(1), "grad_x": y.grad}, shapes)
    print(case, f"distance {distance.item():.4f}", f"grad {y.grad.abs().mean().item():.2e}", flush=True)


torch.set_num_threads(1)
NARROW = (32, 64, 64, 64)
encoder_case("kl-sd-full", modules.KlEncoder(modules.DIFFUSERS), 24, 32)
encoder_case("kl-original-narrow", modules.KlEncoder(modules.ORIGINAL, NARROW), 40, 24, "first_stage_model.")
encoder_case("kl-flux1-narrow", modules.KlEncoder(modules.ORIGINAL, NARROW, 16, None), 32, 32)
encoder_case("kl-flux2-narrow", modules.KlEncoder(modules.ORIGINAL, NARROW, 32, "encoder.quant_conv"), 32, 32)
encoder_case("kl-early-diffusers-narrow", modules.KlEncoder(modules.EARLY_DIFFUSERS, NARROW), 16, 48)
encoder_case("tiny-sd", modules.tiny_encoder(4), 32, 40, "encoder.layers.")
encoder_case("tiny-flux1-narrow", modules.tiny_encoder(16, 16), 32, 32)
encoder_case("tiny-flux2-narrow", modules.tiny_encoder(32, 16, pooled=True), 32, 48, "encoder.")
encoder_case("tiny-sana-narrow", modules.tiny_encoder(32, 16, thirty_two=True), 64, 96)
lpips_case("lpips-alexnet", modules.Lpips(modules.ALEXNET, (64, 192, 384, 256, 256), "features.{1}", "lin{0}.model.1"), 40, 48)
lpips_case("lpips-vgg16-narrow", modules.Lpips(modules.VGG16, (8, 8, 16, 16, 32, 32, 32, 64, 64, 64, 64, 64, 64), "net.slice{0}.{1}", "lins.{0}.model.1"), 32, 40)
