"""Reads and writes safetensors files: u64 header length, JSON header, raw little-endian data."""
import json
import struct

import numpy as np

_TYPES = {"F16": np.float16, "F32": np.float32}
_NAMES = {np.dtype(t): n for n, t in _TYPES.items()}


def load(path):
    """Returns ({name: float32 array}, metadata)."""
    with open(path, "rb") as f:
        header = json.loads(f.read(struct.unpack("<Q", f.read(8))[0]))
        data = f.read()
    meta = header.pop("__metadata__", {})
    out = {}
    for name, t in header.items():
        begin, end = t["data_offsets"]
        array = np.frombuffer(data[begin:end], _TYPES[t["dtype"]]).reshape(t["shape"])
        out[name] = array.astype(np.float32)
    return out, meta


def save(path, tensors, metadata):
    """Writes arrays in their own type, in the given order."""
    header, at = {"__metadata__": metadata}, 0
    for name, a in tensors.items():
        header[name] = {"dtype": _NAMES[a.dtype], "shape": list(a.shape), "data_offsets": [at, at + a.nbytes]}
        at += a.nbytes
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as f:
        f.write(struct.pack("<Q", len(text)) + text)
        for a in tensors.values():
            f.write(np.ascontiguousarray(a).tobytes())
