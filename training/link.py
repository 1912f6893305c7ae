"""Trains the linker: which cue a content belongs to, and which source a cue has. Writes data/models/link.bin.

  python3 training/link.py CORPUS OUT [--measure]

CORPUS: folder with {train,dev}.jsonl.gz (or .jsonl) of {"text", "attributions": [{"source", "cue", "content": [[s, e]]}]}.
A pair (anchor, candidate) becomes hashed features; their rows of 32 are summed, and one ReLU layer scores the sum. The candidates are
the nearest four cues on either side of a content, the nearest three sources on either side of a cue, and "no source". Features are the
definition that src/OnRecord/Attribution/LinkFeatures.cs follows. One thread, fixed seed: 40 s.
"""
import argparse
import bisect
import gzip
import json
import os
import random
import struct
import zlib

import numpy as np
import torch
from torch import nn

import features
import tokens as tokenizer

BUCKETS, WIDTH, VERSION = 1 << 15, 32, 1
SOURCE, CUE, CONTENT = range(3)
LETTER = "sqc"


def bucket(x, edges):
    return features.bucket(x, edges)


def row(text):
    return zlib.crc32(text.encode()) % BUCKETS


class Page:
    """The words of one text with their sentence, paragraph and quotation state."""

    def __init__(self, text):
        self.spans = tokenizer.tokenize(text)
        starts = tokenizer.sentence_starts(text, self.spans)
        self.paragraph = tokenizer.paragraphs(text, self.spans)
        forms = [text[a:b] for a, b in self.spans]
        self.word = [w.lower() for w in forms]
        self.sentence = np.cumsum(np.array(starts, int)) if forms else []
        spaced = [i == 0 or self.spans[i - 1][1] < a for i, (a, _) in enumerate(self.spans)]
        self.quote = features.context(forms, starts, self.paragraph, spaced, {})[:, 0]


class Segments:
    """Marked segments (role, first, end, owner) of one page, in text order."""

    def __init__(self, page, segments):
        self.page, self.all = page, sorted(segments, key=lambda s: (s[1], s[2]))
        self.of = [[k for k, s in enumerate(self.all) if s[0] == role] for role in range(3)]

    def around(self, k, tag):
        """What stands at the borders of segment k."""
        page, (role, i, j) = self.page, self.all[k][:3]
        word, sent, n = page.word, page.sentence, len(page.word)
        left = LETTER[self.all[k - 1][0]] if k and sent[self.all[k - 1][2] - 1] == sent[i] else "-"
        right = LETTER[self.all[k + 1][0]] if k + 1 < len(self.all) and sent[self.all[k + 1][1]] == sent[j - 1] else "-"
        return [f"{tag}p{word[i - 1] if i else '^'}{LETTER[role]}", f"{tag}n{word[j] if j < n else '$'}{LETTER[role]}", f"{tag}f{word[i]}", f"{tag}l{word[j - 1]}",
                f"{tag}s{int(i == 0 or sent[i - 1] != sent[i])}", f"{tag}q{page.quote[i]}{page.quote[j - 1]}", f"{tag}L{left}", f"{tag}R{right}",
                f"{tag}z{bucket(j - i, [1, 2, 4, 8, 16])}"]

    def pair(self, a, b):
        """Feature rows of anchor segment a (a content or cue) and candidate b (a cue or source; None: no source)."""
        page, (role, i, j) = self.page, self.all[a][:3]
        anchor = self.around(a, "A")
        if b is None:
            return [row("0" + f) for f in anchor] + [row("0")]
        x, y = self.all[b][1:3]
        candidate = self.around(b, "B")
        before = b < a
        low, high, side = (y, i, "<") if before else (j, x, ">")
        between = self.all[b + 1:a] if before else self.all[a + 1:b]
        gap = max(0, high - low)
        distance = bucket(gap, [0, 1, 2, 4, 8, 16, 32])
        edge = i if before or role == CUE else j - 1
        sentences = min(3, abs(int(page.sentence[edge]) - int(page.sentence[x])))
        paragraphs = min(2, abs(page.paragraph[i] - page.paragraph[x]))
        pattern = "".join(LETTER[s[0]] for s in between[:5])
        marks = "".join(w[0] for w in page.word[low:low + min(gap, 40)] if not w[0].isalnum())[:4]
        words = " ".join(page.word[low:high]) if gap < 4 else ".."
        counts = "".join(str(min(2, sum(s[0] == r for s in between))) for r in (CUE, CONTENT, SOURCE))
        core = f"{side}{min(sentences, 2)}{pattern}"
        out = [f"D{side}{distance}", f"s{side}{sentences}", f"p{side}{paragraphs}", f"m{side}{pattern}", f"u{side}{marks}", f"b{side}{words}", f"n{side}{counts}",
               f"d{side}{distance}{sentences}", f"M{side}{pattern}{sentences}{paragraphs}"]
        out += [t + core for t in anchor] + [t + core for t in candidate] + [t + side for t in candidate]
        out += [f"a{side}{LETTER[role]}{bucket(j - i, [1, 2, 8])}{anchor[4]}{anchor[5]}{candidate[4]}{pattern}", f"Q{anchor[5]}{anchor[0]}{core}",
                f"c{page.word[y - 1]}{anchor[2]}{core}"]
        return [row(f) for f in out]

    def candidates(self, anchor, role, each_side):
        pool = self.of[role]
        k = bisect.bisect_left(pool, anchor)
        return pool[max(0, k - each_side):k] + pool[k + (k < len(pool) and pool[k] == anchor):][:each_side]


def gold_segments(page, attributions):
    """Token ranges of the annotated spans; a token has one role: cues first, then sources, then contents."""
    starts, ends = [a for a, _ in page.spans], [b for _, b in page.spans]
    taken, out, sources = [False] * len(starts), [], {}
    for role, name in ((CUE, "cue"), (SOURCE, "source"), (CONTENT, "content")):
        for owner, a in enumerate(attributions):
            for s, e in a.get(name, []):
                i, j = bisect.bisect_right(ends, s), bisect.bisect_left(starts, e)
                if role == SOURCE:
                    sources.setdefault(owner, set()).add((i, j))
                while i < j and taken[i]:
                    i += 1
                k = i
                while k < j and not taken[k]:
                    taken[k] = True
                    k += 1
                if k > i:
                    out.append((role, i, k, owner))
    return out, sources


def instances(page, attributions):
    """(task, rows of each candidate, indices of right candidates): task 0 content to cue, 1 cue to source."""
    segments, sources = gold_segments(page, attributions)
    S = Segments(page, segments)
    for a in S.of[CONTENT]:
        c = S.candidates(a, CUE, 4)
        gold = [k for k, x in enumerate(c) if S.all[x][3] == S.all[a][3]]
        if gold and len(c) > 1:
            yield 0, [S.pair(a, x) for x in c], gold
    for a in S.of[CUE]:
        c = S.candidates(a, SOURCE, 3)
        mine = sources.get(S.all[a][3])
        gold = [k for k, x in enumerate(c) if mine and S.all[x][1:3] in mine] if mine else [len(c)]
        if gold:
            yield 1, [S.pair(a, x) for x in c] + [S.pair(a, None)], gold


class Scorer(nn.Module):
    def __init__(self):
        super().__init__()
        self.rows = nn.EmbeddingBag(BUCKETS, WIDTH, mode="sum", sparse=True)
        nn.init.normal_(self.rows.weight, 0, .05)
        self.bias = nn.Parameter(torch.zeros(WIDTH))
        self.out = nn.Linear(WIDTH, 1)

    def forward(self, ids, offsets):
        return self.out(torch.relu(self.rows(ids, offsets) + self.bias))[:, 0]


def batch_scores(model, batch):
    ids, offsets, which, where = [], [], [], []
    for n, (rows, _) in enumerate(batch):
        for k, r in enumerate(rows):
            offsets.append(len(ids))
            ids += r
            which.append(n)
            where.append(k)
    z = model(torch.tensor(ids), torch.tensor(offsets))
    width = max(len(rows) for rows, _ in batch)
    full = torch.full((len(batch), width), -1e9).index_put((torch.tensor(which), torch.tensor(where)), z)
    return full


def train(data, epochs):
    model = Scorer()
    sparse, dense = torch.optim.SparseAdam(list(model.rows.parameters()), lr=5e-3), torch.optim.Adam([model.bias] + list(model.out.parameters()), lr=5e-3)
    for _ in range(epochs):
        random.shuffle(data)
        for at in range(0, len(data), 64):
            batch = data[at:at + 64]
            z = batch_scores(model, batch)
            mask = torch.full_like(z, -1e9)
            for n, (_, gold) in enumerate(batch):
                mask[n, gold] = 0
            loss = (torch.logsumexp(z, 1) - torch.logsumexp(z + mask, 1)).mean()
            sparse.zero_grad()
            dense.zero_grad()
            loss.backward()
            sparse.step()
            dense.step()
    return model


def write(models, path):
    """"ONRLINK" + NUL, version, buckets, width; for each scorer: scale (f32), rows (i8), bias, weights (f32), constant (f32). Little endian."""
    with open(path, "wb") as f:
        f.write(b"ONRLINK\0" + struct.pack("<III", VERSION, BUCKETS, WIDTH))
        for m in models:
            w = m.rows.weight.detach().numpy()
            scale = float(np.abs(w).max()) / 127
            f.write(struct.pack("<f", scale) + np.rint(w / scale).astype(np.int8).tobytes())
            f.write(m.bias.detach().numpy().astype("<f4").tobytes() + m.out.weight.detach().numpy().astype("<f4").tobytes() + struct.pack("<f", float(m.out.bias)))


def quantise(model):
    w = model.rows.weight.data
    scale = w.abs().max() / 127
    model.rows.weight.data = torch.round(w / scale) * scale


def read_corpus(folder, split):
    path = os.path.join(folder, split + ".jsonl")
    with (gzip.open(path + ".gz", "rt", encoding="utf-8") if os.path.exists(path + ".gz") else open(path, encoding="utf-8")) as f:
        for line in f:
            d = json.loads(line)
            text = d.get("text")
            if text is None:
                with open(os.path.join(folder, split, d["doc_id"] + ".txt"), encoding="utf-8", newline="") as g:
                    text = g.read()
            yield Page(text), d["attributions"]


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("corpus")
    ap.add_argument("out")
    ap.add_argument("--epochs", type=int, default=3)
    args = ap.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(3)
    random.seed(3)
    data = [[], []]
    for page, attributions in read_corpus(args.corpus, "train"):
        for task, rows, gold in instances(page, attributions):
            data[task].append((rows, gold))
    models = [train(d, args.epochs) for d in data]
    write(models, args.out)
    for m in models:
        quantise(m)
    right, total = [0, 0], [0, 0]
    with torch.no_grad():
        for page, attributions in read_corpus(args.corpus, "dev"):
            for task, rows, gold in instances(page, attributions):
                total[task] += 1
                right[task] += int(batch_scores(models[task], [(rows, gold)]).argmax()) in gold
    for name, r, t in zip(("content to cue", "cue to source"), right, total):
        print(f"{name}: {100 * r / t:.2f} % of {t} on gold segments of dev")


if __name__ == "__main__":
    main()
