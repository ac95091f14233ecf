"""Makes small-encoder.safetensors: weights, input, target, latent, loss and input gradient of a small encoder.

Run with Debian's python3 (python3-torch). The file is committed; run again only to change the encoder.
"""
import json
import pathlib
import struct

import torch
import torch.nn.functional as F

torch.manual_seed(20261122)
weights = {}


def add(name, n_out, n_in, kernel, bias=True):
    weights[name + ".weight"] = torch.randn(n_out, n_in, kernel, kernel) * (2 / (n_in * kernel * kernel)) ** 0.5
    if bias:
        weights[name + ".bias"] = torch.randn(n_out) * 0.1


def conv(name, x, stride=1):
    w = weights[name + ".weight"]
    return F.conv2d(x, w, weights.get(name + ".bias"), stride, w.shape[-1] // 2)


def block(name, x):
    if name + ".pool.0.weight" in weights:
        y = conv(name + ".pool.0", x)
        y = F.group_norm(y, 4, weights[name + ".pool.1.weight"], weights[name + ".pool.1.bias"], 1e-5)
        x = x + conv(name + ".pool.3", F.relu(y))
    y = F.relu(conv(name + ".conv.0", x))
    y = F.relu(conv(name + ".conv.2", y))
    return F.relu(conv(name + ".conv.4", y) + x)


add("0", 8, 3, 5)
add("2", 16, 8, 3, bias=False)
add("4", 4, 16, 3)
for index, channels in (("1", 8), ("3", 16)):
    for part in "024":
        add(f"{index}.conv.{part}", channels, channels, 3)
add("3.pool.0", 16, 16, 1, bias=False)
add("3.pool.3", 16, 16, 1, bias=False)
weights["3.pool.1.weight"] = 1 + 0.2 * torch.randn(16)
weights["3.pool.1.bias"] = 0.2 * torch.randn(16)

x = torch.rand(1, 3, 22, 27, requires_grad=True)
latent = conv("4", block("3", conv("2", block("1", conv("0", x, 2)), 2)))
target = torch.randn_like(latent)
loss = F.mse_loss(latent, target)
loss.backward()

tensors = dict(weights, x=x, target=target, latent=latent, loss=loss.reshape(1), grad_x=x.grad)
header, data = {}, b""
for name in sorted(tensors):
    raw = tensors[name].detach().contiguous().numpy().astype("<f4").tobytes()
    header[name] = {"dtype": "F32", "shape": list(tensors[name].shape), "data_offsets": [len(data), len(data) + len(raw)]}
    data += raw
text = json.dumps(header).encode()
text += b" " * (-len(text) % 8)
path = pathlib.Path(__file__).with_name("small-encoder.safetensors")
path.write_bytes(struct.pack("<Q", len(text)) + text + data)
print(path.name, path.stat().st_size, "bytes, loss", float(loss))
