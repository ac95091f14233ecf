"""The two students, each a flat list of layers; the same list is exported for the runtime.

A convolution whose input gradient can itself be differentiated cheaply: PyTorch's own
double backward of a convolution is far slower than the three plain kernels used here.
"""
import torch
import torch.nn.functional as F

_grads = torch.ops.aten.convolution_backward


def conv(name, n_in, n_out, kernel=3, stride=1, relu=False):
    return {"op": "conv", "name": name, "in": n_in, "out": n_out, "kernel": kernel, "stride": stride, "relu": relu}


def block(name, channels):
    return {"op": "block", "name": name, "channels": channels}


def _number(layers, prefix):
    return [{**l, "name": f"{prefix}.{i}"} for i, l in enumerate(layers)]


ARCHITECTURES = {
    # detail first: the first layers run at full resolution
    "a": _number([conv("", 3, 16, relu=True), block("", 16),
                  conv("", 16, 32, stride=2, relu=True), block("", 32), block("", 32),
                  conv("", 32, 64, stride=2, relu=True), block("", 64), block("", 64),
                  conv("", 64, 96, stride=2, relu=True), block("", 96), block("", 96),
                  conv("", 96, 32)], "a"),
    # context first: half resolution at once, most of its depth at 1/4 and 1/8
    "b": _number([conv("", 3, 32, kernel=5, stride=2, relu=True), block("", 32),
                  conv("", 32, 48, stride=2, relu=True), block("", 48), block("", 48),
                  conv("", 48, 96, stride=2, relu=True), block("", 96), block("", 96),
                  conv("", 96, 32)], "b"),
}

_input_only = False


class _Conv(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, w, b, stride):
        ctx.save_for_backward(x, w)
        ctx.stride = stride
        return F.conv2d(x, w, b, stride, w.shape[-1] // 2)

    @staticmethod
    def backward(ctx, gy):
        x, w = ctx.saved_tensors
        gx = _ConvInputGrad.apply(gy, w, x.detach(), ctx.stride) if ctx.needs_input_grad[0] else None
        if _input_only:
            return gx, None, None, None
        _, gw, gb = _call(gy, x, w, ctx.stride, (False, True, True))
        return gx, gw, gb, None


class _ConvInputGrad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, gy, w, x, stride):
        ctx.save_for_backward(gy, w)
        ctx.stride = stride
        return _call(gy, x, w, stride, (True, False, False))[0]

    @staticmethod
    def backward(ctx, u):
        gy, w = ctx.saved_tensors
        ggy = F.conv2d(u, w, None, ctx.stride, w.shape[-1] // 2)
        gw = _call(gy, u, w, ctx.stride, (False, True, False))[1]
        return ggy, gw, None, None


def _call(gy, x, w, stride, mask):
    p = w.shape[-1] // 2
    return _grads(gy, x, w, [w.shape[0]], [stride] * 2, [p] * 2, [1, 1], False, [0, 0], 1, mask)


class Student:
    def __init__(self, layers, weights):
        self.layers, self.w = layers, weights

    def __call__(self, x):
        for l in self.layers:
            n = l["name"]
            if l["op"] == "conv":
                x = self._conv(n, x, l["stride"])
                x = F.relu(x) if l["relu"] else x
            else:
                x = F.relu(x + self._conv(n + ".conv2", F.relu(self._conv(n + ".conv1", x))))
        return x

    def _conv(self, name, x, stride=1):
        return _Conv.apply(x, self.w[name + ".weight"], self.w[name + ".bias"], stride)


def parameter_shapes(layers):
    for l in layers:
        if l["op"] == "conv":
            yield l["name"], l["in"], l["out"], l["kernel"]
        else:
            for c in (".conv1", ".conv2"):
                yield l["name"] + c, l["channels"], l["channels"], 3


def new_weights(layers, seed):
    """He initialisation; the second convolution of a block starts small, so that blocks start near identity."""
    g = torch.Generator().manual_seed(seed)
    w = {}
    for name, n_in, n_out, k in parameter_shapes(layers):
        gain = .3 if name.endswith(".conv2") else 1
        w[name + ".weight"] = torch.randn(n_out, n_in, k, k, generator=g) * (gain * (2 / (n_in * k * k)) ** .5)
        w[name + ".bias"] = torch.zeros(n_out)
    return w


def input_gradient(latent, x, v, differentiable=False):
    """J-transpose v at x, where latent = student(x)."""
    global _input_only
    _input_only = True
    try:
        return torch.autograd.grad(latent, x, v, create_graph=differentiable)[0]
    finally:
        _input_only = False
