"""Names of EWT's training sentences, which have none: told by a trained network, by all uses of a word, and by the proper nouns of the treebank.

  python3 training/silver.py NAME --work training/work        writes training/work/silver.pkl: document -> tags, -1 in sentences that are left out
"""
import argparse
import collections
import os
import pickle

import numpy as np
import torch

import batches
import encoder
import export
import train

NOT_PROPER, SURE = 4., .35


def log_shares(e):
    e = e - e.max(1, keepdims=True)
    return e - np.log(np.exp(e).sum(1, keepdims=True))


@torch.no_grad()
def scores(net, forms, docs):
    out = {}
    for d in docs:
        rows = []
        for a, z in batches.cut(d.start, d.lines):
            b = batches.batch(forms, [(d, a, z, True)])
            rows.append(net.name_scores(net.encode(b), b).numpy())
        out[d.name] = log_shares(np.concatenate(rows))
    return out


def means(docs, scores, key):
    """Mean scores of each capitalised form that is used more than once."""
    total = collections.defaultdict(lambda: [0., 0])
    for d in docs:
        for w, row in zip(d.form, scores[d.name]):
            if w[:1].isupper():
                t = total[key(d, w)]
                t[0], t[1] = t[0] + row, t[1] + 1
    return {k: s / n for k, (s, n) in total.items() if n > 1}


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("name")
    ap.add_argument("--work", default=os.path.join(encoder.HERE, "work"))
    args = ap.parse_args()
    torch.set_num_threads(1)
    net, data = export.load(args.name, args.work)
    docs = [d for d in data["train"] if d.corpus == "ewt"]
    told = scores(net, batches.Forms(data), docs)
    near, wide = means(docs, told, lambda d, w: (d.name, w)), means(docs, told, lambda d, w: w)
    out, kept, left = {}, 0, 0
    for d in docs:
        e = told[d.name].copy()
        for i, w in enumerate(d.form):
            rows = [told[d.name][i]] + [m[k] for m, k in ((near, (d.name, w)), (wide, w)) if k in m]
            e[i] = np.mean(rows, 0)
            between = 0 < i < len(d.form) - 1 and d.upos[i - 1] == d.upos[i + 1] == "PROPN"
            if d.upos[i] != "PROPN" and not between:
                e[i, 1:] -= NOT_PROPER
        sure = np.exp(log_shares(e)).max(1)
        tags = []
        for a, z in train.spans_of(d, 0, len(d.form)):
            if sure[a:z].min() < SURE:
                tags += [-1] * (z - a)
                left += 1
            else:
                tags += net.names.decode(e[a:z])
                kept += 1
        out[d.name] = tags
    with open(f"{args.work}/silver.pkl", "wb") as f:
        pickle.dump(out, f)
    print("sentences kept", kept, "left out", left, "names", sum((t - 1) % 4 in (0, 3) for x in out.values() for t in x if t > 0))


if __name__ == "__main__":
    main()
