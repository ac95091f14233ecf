"""Numbers made from names, the same here and in SyntheticNumbers.cs, so that no weights need to be committed."""
import numpy as np
import torch


def uniform(name, count):
    """FNV-1a of the name seeds SplitMix64; the top 24 bits of each draw give 0..1."""
    seed = 0xCBF29CE484222325
    for byte in name.encode():
        seed = ((seed ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    with np.errstate(over="ignore"):
        z = np.uint64(seed) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    return (z >> np.uint64(40)).astype(np.float64) / float(1 << 24)


def tensor(name, shape, low=0.0, high=1.0):
    count = int(np.prod(shape))
    return torch.from_numpy((low + (high - low) * uniform(name, count)).astype(np.float32).reshape(shape))


def weight(name, shape):
    """Matrices and kernels keep variance; scales lie around 1, biases around 0, LPIPS heads are positive."""
    if name.startswith("lin"):
        return tensor(name, shape)
    if len(shape) >= 2:
        bound = 1.3 * (3.0 / int(np.prod(shape[1:]))) ** 0.5
        return tensor(name, shape, -bound, bound)
    return tensor(name, shape, 0.8, 1.2) if name.endswith("weight") else tensor(name, shape, -0.2, 0.2)


def fill(module, prefix="", rename=lambda name: name):
    """Gives every parameter the numbers of its published name; returns the names with their shapes."""
    shapes = {}
    with torch.no_grad():
        for name, parameter in module.named_parameters():
            published = prefix + rename(name)
            shapes[published] = list(parameter.shape)
            parameter.copy_(weight(published, list(parameter.shape)))
    return shapes
