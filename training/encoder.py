"""The network: word input, bidirectional simple recurrent units with token shift, and its heads. What src/OnRecord/Parsing/Models runs.

All tokens of a batch lie in one flat row; `first`/`last` mark where windows begin and end, so nothing is padded but the arc scores.
Simple recurrent unit: Lei et al. 2018 (arXiv 1709.02755); token shift: Peng et al. 2023 (arXiv 2305.13048).
"""
import ctypes
import math
import os
import subprocess

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import corpora
import features

HERE = os.path.dirname(os.path.abspath(__file__))


def native(work):
    path = os.path.join(work, "native.so")
    source = os.path.join(HERE, "native.c")
    if not os.path.exists(path) or os.path.getmtime(path) < os.path.getmtime(source):
        subprocess.check_call(["cc", "-O3", "-march=native", "-ffast-math", "-shared", "-fPIC", "-o", path, source, "-lmvec", "-lm"])
    lib = ctypes.CDLL(path)
    lib.crf.restype = ctypes.c_double
    return lib


LIB = None


def pointer(t):
    return ctypes.c_void_p(t.data_ptr())


class Scan(torch.autograd.Function):
    @staticmethod
    def forward(ctx, u, x, v, first, reverse):
        u, x, v = u.contiguous(), x.contiguous(), v.contiguous()
        n, h = x.shape
        c, f, r, o = (torch.empty(n, h) for _ in range(4))
        LIB.sru_forward(ctypes.c_long(n), ctypes.c_long(h), int(reverse), pointer(first), *map(pointer, (u, x, v, c, f, r, o)))
        ctx.save_for_backward(u, x, v, first, c, f, r)
        ctx.reverse = reverse
        return o

    @staticmethod
    def backward(ctx, go):
        u, x, v, first, c, f, r = ctx.saved_tensors
        n, h = x.shape
        go = go.contiguous()
        gu, gx, gv = torch.empty(n, 3 * h), torch.empty(n, h), torch.empty(2, h)
        LIB.sru_backward(ctypes.c_long(n), ctypes.c_long(h), int(ctx.reverse), pointer(first), *map(pointer, (u, x, v, c, f, r, go, gu, gx, gv)))
        return gu, gx, gv, None, None


class Shift(torch.autograd.Function):
    @staticmethod
    def forward(ctx, y, mix, edge, reverse):
        y, mix = y.contiguous(), mix.contiguous()
        s = torch.empty_like(y)
        LIB.shift_forward(ctypes.c_long(y.shape[0]), ctypes.c_long(y.shape[1]), int(reverse), *map(pointer, (edge, y, mix, s)))
        ctx.save_for_backward(y, mix, edge)
        ctx.reverse = reverse
        return s

    @staticmethod
    def backward(ctx, gs):
        y, mix, edge = ctx.saved_tensors
        gs, gy, gmix = gs.contiguous(), torch.empty_like(y), torch.empty_like(mix)
        LIB.shift_backward(ctypes.c_long(y.shape[0]), ctypes.c_long(y.shape[1]), int(ctx.reverse), *map(pointer, (edge, y, mix, gs, gy, gmix)))
        return gy, gmix, None, None


def drop_rows(x, window, share, training):
    """Dropout that hides the same places of a vector in all tokens of a window (Gal and Ghahramani 2016)."""
    if not training or share == 0:
        return x
    mask = (torch.rand(int(window[-1]) + 1, x.shape[1]) >= share).float() / (1 - share)
    return x * mask[window]


class ChainLoss(torch.autograd.Function):
    """Summed negative log likelihood of a linear-chain CRF."""
    @staticmethod
    def forward(ctx, e, trans, start, end, y, at):
        e = e.contiguous()
        k = e.shape[1]
        ge, gt, gs, gn = torch.zeros_like(e), torch.empty(k, k), torch.empty(k), torch.empty(k)
        loss = LIB.crf(ctypes.c_long(len(at) - 1), pointer(at), ctypes.c_long(k), pointer(e), pointer(y), *map(pointer, (trans.contiguous(), start.contiguous(), end.contiguous(), ge, gt, gs, gn)))
        ctx.save_for_backward(ge, gt, gs, gn)
        return torch.tensor(loss, dtype=torch.float32)

    @staticmethod
    def backward(ctx, g):
        return tuple(x * g for x in ctx.saved_tensors) + (None, None)


class Layer(nn.Module):
    def __init__(self, width, drop):
        super().__init__()
        h = width // 2
        self.drop, self.h = drop, h
        self.forwards, self.backwards = nn.Linear(width, 3 * h), nn.Linear(width, 3 * h)
        self.v = nn.Parameter(torch.zeros(2, 2, h))
        self.mix = nn.Parameter(torch.full((2, width), .3))
        self.norm = nn.LayerNorm(width)
        for linear in (self.forwards, self.backwards):
            nn.init.normal_(linear.weight, 0, 1 / math.sqrt(width))
            nn.init.zeros_(linear.bias)
            linear.bias.data[2 * h:] = -.5

    def forward(self, x, b):
        h, first, last = self.h, b["first"], b["last"]
        y = drop_rows(x, b["window"], self.drop, self.training)
        a = Scan.apply(self.forwards(Shift.apply(y, self.mix[0], first, False)), x[:, :h], self.v[0], first, False)
        b = Scan.apply(self.backwards(Shift.apply(y, self.mix[1], last, True)), x[:, h:], self.v[1], last, True)
        return self.norm(torch.cat([a, b], -1))


class Chain(nn.Module):
    """A linear layer and the transitions of a BIOES tag set; impossible transitions are shut."""
    def __init__(self, width, tags):
        super().__init__()
        self.out = nn.Linear(width, len(tags))
        n = len(tags)
        self.trans, self.start, self.end = nn.Parameter(torch.zeros(n, n)), nn.Parameter(torch.zeros(n)), nn.Parameter(torch.zeros(n))
        allow, first, final = np.zeros((n, n)), np.zeros(n), np.zeros(n)
        for i, a in enumerate(tags):
            first[i], final[i] = a[0] in "OBS", a[0] in "OES"
            for j, b in enumerate(tags):
                allow[i, j] = b[0] in "OBS" if a[0] in "OES" else b[0] in "IE" and a[2:] == b[2:]
        for name, value in (("allow", allow), ("first", first), ("final", final)):
            self.register_buffer(name, torch.tensor((1 - value) * -1e4, dtype=torch.float32), persistent=False)

    def tables(self):
        return self.trans + self.allow, self.start + self.first, self.end + self.final

    def loss(self, e, y, at):
        return ChainLoss.apply(e, *self.tables(), y, at)

    def decode(self, e):
        """Best tags of one chain; e is a numpy array [n, tags]."""
        trans, start, end = (t.detach().numpy() for t in self.tables())
        score, back = start + e[0], []
        for t in range(1, len(e)):
            s = score[:, None] + trans
            k = s.argmax(0)
            back.append(k)
            score = s[k, np.arange(len(k))] + e[t]
        j = int((score + end).argmax())
        out = [j]
        for k in reversed(back):
            j = int(k[j])
            out.append(j)
        return out[::-1]


class Network(nn.Module):
    def __init__(self, options, data):
        super().__init__()
        W, self.o = options["width"], options
        drop = options["drop"]
        self.glove = nn.Embedding.from_pretrained(torch.from_numpy(np.vstack([np.zeros((1, 100), np.float32), data["glove"] / .5])), freeze=True)
        self.word = nn.Embedding(len(data["words"]) + 1, 64)
        self.feat = nn.Embedding(6 * 4096, 24)
        self.gram = nn.EmbeddingBag(16384, 48, mode="sum", padding_idx=0)
        for e in (self.word, self.feat, self.gram):
            nn.init.normal_(e.weight, 0, .3)
        self.word.weight.data[0] = 0
        self.oov = nn.Parameter(torch.zeros(100))
        self.register_buffer("count", torch.tensor([0.] + [float(c) for c in data["word_counts"]]), persistent=False)
        self.inp = nn.Linear(100 + 64 + 6 * 24 + 48, 2 * W)
        self.ctx = nn.EmbeddingBag(sum(features.SIZES), W, mode="sum")
        nn.init.normal_(self.ctx.weight, 0, .05)
        self.register_buffer("ctx_at", torch.tensor(np.cumsum([0] + features.SIZES[:-1])), persistent=False)
        self.ln0 = nn.LayerNorm(W)
        self.layers = nn.ModuleList([Layer(W, drop) for _ in range(options["layers"])])
        self.attr_layers = nn.ModuleList([Layer(W, drop) for _ in range(2)])
        self.tree_layers = nn.ModuleList([Layer(W, drop) for _ in range(options.get("tree_layers", 0))])
        self.name_layers = nn.ModuleList([Layer(W, options.get("name_drop", drop)) for _ in range(options.get("name_layers", 0))])
        nu, nx, nr = len(data["upos"]), len(data["xpos"]), len(data["deprel"])
        A, Q = options["arc"], options["rel"]
        self.A, self.Q, self.nu, self.nr = A, Q, nu, nr
        self.pos = nn.Linear(W, nu + nx)
        self.mlp = nn.Linear(W, 2 * A + 2 * Q)
        self.U = nn.Parameter(torch.randn(A + 1, A) * .05)
        self.root_ah, self.root_rh = nn.Parameter(torch.randn(A) * .1), nn.Parameter(torch.randn(Q) * .1)
        self.dist = nn.Parameter(torch.zeros(2, 16))
        self.rel = nn.Linear(2 * Q, nr)
        self.names = Chain(W, corpora.NAME_TAGS)
        self.roles = Chain(W, corpora.ROLE_TAGS)
        self.mask = nn.Parameter(torch.zeros(W))

    def inputs(self, b):
        tr, drop = self.training, self.o["drop"]
        gl, w = b["gl"], b["w"]
        if tr:
            # Names are to be told by their surroundings and their make, not learnt by heart: their forms are hidden more often.
            hide = b.get("hide", 0.)
            w = w * (torch.rand(w.shape) >= torch.clamp(2 / (2 + self.count[w]), min=hide))
            gl = gl * (torch.rand(gl.shape) >= max(.05, .4 * hide))
        G = self.glove(gl)
        G = torch.where((gl == 0)[:, None], self.oov, G)
        word = self.word(w) * (w > 0)[:, None]
        g = self.gram(b["g"]) / b["g_count"][:, None]
        x = torch.cat([G, word, self.feat(b["f"]).flatten(1), g], -1)
        return torch.maximum(*self.inp(F.dropout(x, drop * .5, tr)).chunk(2, -1))

    def encode(self, b, masked=None):
        m = self.inputs(b)[b["inverse"]]
        if masked is not None:
            m = torch.where(masked[:, None], self.mask, m)
        x = self.ln0(m + self.ctx(b["F"] + self.ctx_at))
        for layer in self.layers:
            x = layer(x, b)
        return x

    def role_scores(self, h, b):
        for layer in self.attr_layers:
            h = layer(h, b)
        return self.roles.out(drop_rows(h, b["window"], self.o["drop"], self.training))

    def name_scores(self, h, b):
        for layer in self.name_layers:
            h = layer(h, b)
        return self.names.out(drop_rows(h, b["window"], self.o.get("name_drop", self.o["drop"]), self.training))

    def arcs(self, h, b):
        """pos logits [n, .]; arc scores [sentences, dependents, 1 + heads], relation parts."""
        A, Q = self.A, self.Q
        for layer in self.tree_layers:
            h = layer(h, b)
        h = drop_rows(h, b["window"], self.o["drop"], self.training)
        m = drop_rows(F.leaky_relu(self.mlp(h), .1), b["window"], self.o["drop"], self.training)
        at = b["sentence_tokens"]                     # [S, L], 0 where padded
        S, L = at.shape
        ad, ah, rd, rh = m[at].split([A, A, Q, Q], -1)
        ah = torch.cat([self.root_ah.expand(S, 1, A), ah], 1)
        rh = torch.cat([self.root_rh.expand(S, 1, Q), rh], 1)
        score = (ad @ self.U[:A] + self.U[A]) @ ah.transpose(1, 2)
        d = torch.arange(L + 1)[None] - torch.arange(1, L + 1)[:, None]
        bucket = torch.tensor(DISTANCE)[d.abs().clamp(max=len(DISTANCE) - 1)]
        score = score + self.dist[(d > 0).long(), bucket]
        shut = ~torch.cat([torch.ones(S, 1, dtype=torch.bool), b["sentence_mask"]], 1)
        score = score.masked_fill(shut[:, None], -1e4).masked_fill((d == 0)[None], -1e4)
        return self.pos(h), score, rd, rh

    def relations(self, rd, rh, head):
        r = torch.gather(rh, 1, head[..., None].expand(-1, -1, self.Q))
        return self.rel(torch.cat([F.leaky_relu(rd + r, .1), rd * r], -1))


DISTANCE = [0] + [min(15, int(math.floor(3 * math.log2(d) + 1e-9))) for d in range(1, 65)]


def grow(state, own, old, new):
    """Puts the parser's weights of a smaller network where a larger one has room for them; the rest of the larger one keeps its first values."""
    if (old["arc"], old["rel"]) == (new["arc"], new["rel"]):
        return
    a, q, A, Q = old["arc"], old["rel"], new["arc"], new["rel"]
    rows, at = [], 0
    for small, large in ((a, A), (a, A), (q, Q), (q, Q)):
        rows += range(at, at + small)
        at += large
    for key in ("mlp.weight", "mlp.bias"):
        own[key][rows] = state.pop(key)
    own["U"].mul_(.3)
    own["U"][:a, :a], own["U"][A, :a] = state["U"][:a], state["U"][a]
    own["U"][A, a:] = 0
    own["root_ah"][:a], own["root_rh"][:q] = state.pop("root_ah"), state.pop("root_rh")
    own["rel.weight"].mul_(.3)
    own["rel.weight"][:, :q], own["rel.weight"][:, Q:Q + q] = state["rel.weight"][:, :q], state["rel.weight"][:, q:]
    own["rel.bias"][:] = state["rel.bias"]
    del state["U"], state["rel.weight"], state["rel.bias"]
