"""The same encoders as src/Glaze.Cloaking/Encoders, written with PyTorch: each a function image -> latent over fixed weights."""
import json

import torch
import torch.nn.functional as F


def load(tensors, metadata, net):
    """The encoder function and the deviation of each latent channel."""
    if "architecture" in metadata:
        layers = json.loads(metadata["architecture"])["nets"][net]["layers"]
        return (lambda x: _layer_list(x, layers, tensors)), tensors["latent.std"]
    if "encoder.conv_in.weight" in tensors:
        return (lambda x: _autoencoder_kl(x, tensors)), torch.full((4,), 1 / 0.18215)
    prefix = next(p for p in ("encoder.layers.", "encoder.", "") if p + "0.weight" in tensors)
    pattern = "CBDBBBDBBBDBBBC" if prefix + "1.conv.0.weight" in tensors else "SrSrBDBBBDBBBDBBBC"
    latent = tensors[f"{prefix}{len(pattern) - 1}.weight"].shape[0]
    return (lambda x: _tiny(x, tensors, prefix, pattern)), torch.ones(latent)


def _conv(x, w, name, stride=1, padding=None):
    weight = w[name + ".weight"]
    padding = int(weight.shape[-1]) // 2 if padding is None else padding
    return F.conv2d(x, weight, w.get(name + ".bias"), stride, padding)


def _layer_list(x, layers, w):
    for layer in layers:
        name = layer["name"]
        if layer["op"] == "conv":
            x = _conv(x, w, name, layer["stride"])
            x = F.relu(x) if layer["relu"] else x
        else:
            x = F.relu(x + _conv(F.relu(_conv(x, w, name + ".conv1")), w, name + ".conv2"))
    return x


def _tiny(x, w, prefix, pattern):
    for index, step in enumerate(pattern):
        name = prefix + str(index)
        if step == "B":
            if name + ".pool.0.weight" in w:
                wide = F.group_norm(_conv(x, w, name + ".pool.0"), 4, w[name + ".pool.1.weight"], w[name + ".pool.1.bias"], 1e-5)
                x = x + _conv(F.relu(wide), w, name + ".pool.3")
            inner = F.relu(_conv(x, w, name + ".conv.0"))
            inner = F.relu(_conv(inner, w, name + ".conv.2"))
            x = F.relu(_conv(inner, w, name + ".conv.4") + x)
        elif step == "r":
            x = F.relu(x)
        else:
            x = _conv(x, w, name, 1 if step == "C" else 2)
    return x


def _autoencoder_kl(x, w):
    def norm(x, name):
        return F.group_norm(x, 32, w[name + ".weight"], w[name + ".bias"], 1e-6)

    def block(x, name):
        inner = _conv(F.silu(norm(x, name + ".norm1")), w, name + ".conv1")
        inner = _conv(F.silu(norm(inner, name + ".norm2")), w, name + ".conv2")
        skip = _conv(x, w, name + ".nin_shortcut") if name + ".nin_shortcut.weight" in w else x
        return skip + inner

    def attention(x, name):
        n, c, height, width = (int(extent) for extent in x.shape)
        h = norm(x, name + ".norm")
        q, k, v = (_conv(h, w, name + part).reshape(n, c, height * width) for part in (".q", ".k", ".v"))
        scores = torch.bmm(q.transpose(1, 2) * c ** -0.5, k).softmax(-1)
        mixed = torch.bmm(scores, v.transpose(1, 2)).transpose(1, 2).reshape(n, c, height, width)
        return x + _conv(mixed, w, name + ".proj_out")

    x = _conv(2 * x - 1, w, "encoder.conv_in")
    for stage in range(4):
        for index in range(2):
            x = block(x, f"encoder.down.{stage}.block.{index}")
        if stage < 3:
            x = _conv(F.pad(x, (0, 1, 0, 1)), w, f"encoder.down.{stage}.downsample.conv", 2, 0)
    x = block(x, "encoder.mid.block_1")
    x = attention(x, "encoder.mid.attn_1")
    x = block(x, "encoder.mid.block_2")
    x = _conv(F.silu(norm(x, "encoder.norm_out")), w, "encoder.conv_out")
    return _conv(x, w, "quant_conv")[:, :4]
