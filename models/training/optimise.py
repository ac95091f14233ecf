"""Muon for the inner convolutions (momentum whose singular values are all set to about one), Adam for the rest."""
import torch


def orthogonal(m):
    """Newton-Schulz iteration toward the nearest orthogonal matrix; five steps of the usual quintic."""
    x = m.T if m.shape[0] > m.shape[1] else m
    x = x / (x.norm() + 1e-7)
    for _ in range(5):
        a = x @ x.T
        x = 3.4445 * x + (-4.775 * a + 2.0315 * a @ a) @ x
    return x.T if m.shape[0] > m.shape[1] else x


class Muon(torch.optim.Optimizer):
    """The factor makes a step about twice as large, in RMS, as one of Adam's usual steps at the same rate."""

    def __init__(self, params, lr, momentum=.95):
        super().__init__(params, {"lr": lr, "momentum": momentum})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                state = self.state[p]
                if not state:
                    state["m"] = torch.zeros_like(p)
                m = state["m"].lerp_(p.grad, 1 - group["momentum"])
                u = p.grad.lerp(m, group["momentum"]).flatten(1)
                p.add_(orthogonal(u).reshape(p.shape), alpha=-.4 * max(u.shape) ** .5 * group["lr"])


def optimisers(weights, first, last, rate):
    """Muon and Adam over a student's weights; the first and last layer and all biases go to Adam."""
    inner = [t for k, t in weights.items() if t.dim() == 4 and k.rsplit(".", 1)[0] not in (first, last)]
    rest = [t for t in weights.values() if not any(t is i for i in inner)]
    return [Muon(inner, rate), torch.optim.Adam(rest, rate, betas=(.9, .98))]
