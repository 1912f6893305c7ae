"""Windows of documents and their tensors."""
import numpy as np
import torch

import features

LONGEST = 256


def cut(start, para, longest=LONGEST):
    """Windows [a, b): whole paragraphs while their tokens fit; a longer paragraph at sentence ends; a longer sentence by force."""
    n, out, a = len(start), [], 0
    ends = [i for i in range(1, n) if para[i] != para[i - 1]] + [n]
    pieces, s = [], 0
    for e in ends:
        if e - s <= longest:
            pieces.append((s, e, True))
        else:
            inner = [i for i in range(s + 1, e) if start[i]] + [e]
            p = s
            for k, q in enumerate(inner):
                while q - p > longest:
                    pieces.append((p, p + longest, False))
                    p += longest
                if k + 1 == len(inner) or inner[k + 1] - p > longest:
                    pieces.append((p, q, False))
                    p = q
        s = e
    at = None
    for p, q, whole in pieces:
        if at is None:
            at = [p, q]
        elif q - at[0] <= longest:
            at[1] = q
        else:
            out.append(tuple(at))
            at = [p, q]
    if at:
        out.append(tuple(at))
    return out


class Forms:
    """form -> ids, remembered."""

    def __init__(self, data):
        self.glove = {w: i + 1 for i, w in enumerate(data["glove_words"])}
        self.words = {w: i + 1 for i, w in enumerate(data["words"])}
        self.known = {}

    def __getitem__(self, form):
        r = self.known.get(form)
        if r is None:
            gl, w, f, g = features.form_ids(form, self.glove, self.words)
            r = self.known[form] = (gl, w, f, g + [0] * (14 - len(g)), max(1, len(g)))
        return r


def batch(forms, windows):
    """windows: (document, a, b, use line paragraphs). Tensors of all their tokens in one row."""
    words, F, first, last = [], [], [], []
    for d, a, b, lines in windows:
        words += d.form[a:b]
        F.append((d.G if lines else d.F)[a:b])
        first += [1] + [0] * (b - a - 1)
        last += [0] * (b - a - 1) + [1]
    unique = {}
    inverse = [unique.setdefault(w, len(unique)) for w in words]
    rows = [forms[w] for w in unique]
    t = torch.tensor
    return dict(gl=t([r[0] for r in rows]), w=t([r[1] for r in rows]), f=t([r[2] for r in rows]), g=t([r[3] for r in rows]), g_count=t([float(r[4]) for r in rows]),
                inverse=t(inverse), F=torch.from_numpy(np.concatenate(F).astype(np.int64)), window=torch.cumsum(t(first), 0) - 1, first=t(first, dtype=torch.uint8), last=t(last, dtype=torch.uint8))


def chain_ends(windows):
    at = [0]
    for _, a, b, _ in windows:
        at.append(at[-1] + b - a)
    return torch.tensor(at)


def role_targets(windows):
    """Tags of the windows; a segment that a window's edge cuts begins or ends there."""
    out = []
    for d, a, b, _ in windows:
        y = list(d.roles[a:b])
        if y[0] and (y[0] - 1) % 4 in (1, 2):
            y[0] += -1 if (y[0] - 1) % 4 == 1 else 1
        if y[-1] and (y[-1] - 1) % 4 in (0, 1):
            y[-1] += 3 if (y[-1] - 1) % 4 == 0 else 1
        out += y
    return torch.tensor(out)


def sentences(windows):
    """Flat token numbers of each sentence."""
    out, base = [], 0
    for d, a, b, _ in windows:
        cur = []
        for i in range(a, b):
            if d.start[i] and cur:
                out.append(cur)
                cur = []
            cur.append(base + i - a)
        if cur:
            out.append(cur)
        base += b - a
    return out


def add_sentences(b, windows):
    sents = sentences(windows)
    longest = max(map(len, sents))
    b["sentence_tokens"] = torch.tensor([s + [0] * (longest - len(s)) for s in sents])
    b["sentence_mask"] = torch.tensor([[True] * len(s) + [False] * (longest - len(s)) for s in sents])
    b["sents"] = sents


def tree_targets(windows, upos, xpos, deprel):
    """Flat upos, xpos, relation, and head position within the sentence (0 = root)."""
    up, xp, rel, head = [], [], [], []
    for d, a, b, _ in windows:
        s0 = a
        for i in range(a, b):
            if d.start[i]:
                s0 = i
            up.append(upos[d.upos[i]])
            xp.append(xpos.get(d.xpos[i], 0))
            rel.append(deprel.get(d.rel[i], 0))
            head.append(0 if d.head[i] < 0 else d.head[i] - s0 + 1)
    return (torch.tensor(x) for x in (up, xp, rel, head))
