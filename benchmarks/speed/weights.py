"""Reads and writes safetensors files, and makes random weights of the architectures that cannot be shipped."""
import json
import struct

import torch

_TYPES = {"F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16}


def read(path):
    """Tensors as float32, and the metadata."""
    data = bytearray(open(path, "rb").read())
    length = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8:8 + length])
    metadata = header.pop("__metadata__", {})
    tensors = {}
    for name, entry in header.items():
        start, end = (8 + length + offset for offset in entry["data_offsets"])
        # Copied: the file's tensors need not be aligned.
        flat = torch.frombuffer(bytearray(data[start:end]), dtype=_TYPES[entry["dtype"]]).clone()
        tensors[name] = flat.reshape(entry["shape"]).float()
    return tensors, metadata


def write(path, tensors):
    header, blocks, offset = {}, [], 0
    for name, tensor in tensors.items():
        block = tensor.contiguous().numpy().tobytes()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [offset, offset + len(block)]}
        blocks.append(block)
        offset += len(block)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + b"".join(blocks))


class _Random:
    """He initialisation, later halved inside residual branches, so that neither activations nor gradients explode."""

    def __init__(self):
        self.generator = torch.Generator().manual_seed(7)
        self.tensors = {}

    def conv(self, name, channels_in, channels_out, kernel=3, bias=True, gain=1.0):
        deviation = gain * (2 / (channels_in * kernel * kernel)) ** 0.5
        self.tensors[name + ".weight"] = deviation * torch.randn(channels_out, channels_in, kernel, kernel, generator=self.generator)
        if bias:
            self.tensors[name + ".bias"] = 0.1 * torch.randn(channels_out, generator=self.generator)

    def norm(self, name, channels):
        self.tensors[name + ".weight"] = 1 + 0.1 * torch.randn(channels, generator=self.generator)
        self.tensors[name + ".bias"] = 0.1 * torch.randn(channels, generator=self.generator)


def sana_tiny(width=64, latent=32):
    """The tiny encoder of Sana's f32 autoencoder: five halvings, residual blocks of three convolutions."""
    random, channels = _Random(), 3
    for index, step in enumerate("SrSrBDBBBDBBBDBBBC"):
        name = str(index)
        if step == "B":
            for part in (".conv.0", ".conv.2", ".conv.4"):
                random.conv(name + part, channels, channels, gain=0.7)
        elif step != "r":
            output = latent if step == "C" else width
            random.conv(name, channels, output, bias=step != "D")
            channels = output
    return random.tensors


def sd_vae():
    """The encoder of Stable Diffusion's autoencoder: 34 million weights."""
    random, channels = _Random(), 128
    random.conv("encoder.conv_in", 3, channels)

    def block(name, output):
        nonlocal channels
        random.norm(name + ".norm1", channels)
        random.conv(name + ".conv1", channels, output)
        random.norm(name + ".norm2", output)
        random.conv(name + ".conv2", output, output, gain=0.5)
        if output != channels:
            random.conv(name + ".nin_shortcut", channels, output, kernel=1)
        channels = output

    for stage, width in enumerate((128, 256, 512, 512)):
        for index in range(2):
            block(f"encoder.down.{stage}.block.{index}", width)
        if stage < 3:
            random.conv(f"encoder.down.{stage}.downsample.conv", channels, channels)
    block("encoder.mid.block_1", channels)
    random.norm("encoder.mid.attn_1.norm", channels)
    for part in ("q", "k", "v", "proj_out"):
        random.conv("encoder.mid.attn_1." + part, channels, channels, kernel=1, gain=0.5)
    block("encoder.mid.block_2", channels)
    random.norm("encoder.norm_out", channels)
    random.conv("encoder.conv_out", channels, 8)
    random.conv("quant_conv", 8, 8, kernel=1)
    return random.tensors
