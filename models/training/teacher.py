"""The teacher: FLUX.2's tiny encoder (TAEF2), rebuilt from its published architecture."""
import torch
import torch.nn.functional as F

import tensors


class Teacher:
    def __init__(self, path):
        arrays, _ = tensors.load(path)
        self.w = {k: torch.from_numpy(a) for k, a in arrays.items()}

    def _conv(self, name, x, stride=1):
        w = self.w[name + ".weight"]
        return F.conv2d(x, w, self.w.get(name + ".bias"), stride, w.shape[-1] // 2)

    def _block(self, i, x):
        if f"{i}.pool.0.weight" in self.w:
            p = self._conv(f"{i}.pool.0", x)
            p = F.group_norm(p, 4, self.w[f"{i}.pool.1.weight"], self.w[f"{i}.pool.1.bias"], 1e-5)
            x = x + self._conv(f"{i}.pool.3", F.relu(p))
        r = F.relu(self._conv(f"{i}.conv.0", x))
        r = F.relu(self._conv(f"{i}.conv.2", r))
        return F.relu(self._conv(f"{i}.conv.4", r) + x)

    def __call__(self, x):
        x = self._block(1, self._conv("0", x))
        for down in (2, 6, 10):
            x = self._conv(str(down), x, 2)
            for i in range(down + 1, down + 4):
                x = self._block(i, x)
        return self._conv("14", x)
