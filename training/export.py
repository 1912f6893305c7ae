"""Writes a trained network as data/models/en.model (format: docs/formats/model.md), and says what 8-bit weights cost on dev.

  python3 training/export.py NAME OUT --work training/work --shared SHARED [--measure]
"""
import argparse
import collections
import gzip
import hashlib
import json
import os
import pickle
import struct

import numpy as np
import torch

import batches
import corpora
import encoder
import evaluate

MAGIC, VERSION, ALIGN = b"ONRMODEL", 1, 64
F32, I8, I32, TEXT = range(4)


def rows8(w):
    """Rows of a matrix as 8-bit integers, one scale a row."""
    scale = np.maximum(np.abs(w).max(1), 1e-9) / 127
    return np.rint(w / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def table8(w):
    """A table as 8-bit integers with one scale."""
    scale = max(float(np.abs(w).max()), 1e-9) / 127
    return np.rint(w / scale).astype(np.int8), np.float32(scale)


def lemmas(data, shared):
    """(form, Penn tag) -> lemma where the lemma differs from the form: from the treebanks, and where seen twice from the silver parses."""
    count = collections.defaultdict(collections.Counter)
    for d in data["train"]:
        for form, tag, lemma in zip(d.form, d.xpos, d.lemma):
            if tag not in ("NNP", "NNPS") and "\t" not in lemma:
                count[form.lower(), tag][lemma.lower()] += 3
    with gzip.open(f"{shared}/corpora/silver/polnear-corenlp-train.conll.gz", "rt", encoding="utf-8") as f:
        for line in f:
            c = line.split("\t")
            if len(c) > 7 and c[3][:1] in "VNJR" and c[3] not in ("NNP", "NNPS", "RP") and c[1].isalpha():
                count[c[1].lower(), c[3]][c[2].lower()] += 1
    lines = []
    for (form, tag), c in sorted(count.items()):
        lemma, n = c.most_common(1)[0]
        if lemma != form and n >= 2 and " " not in form:
            lines.append(f"{form}\t{tag}\t{lemma}")
    return lines


def tensors(net, data, shared):
    n = lambda p: p.detach().numpy().astype(np.float32)
    out = {}

    def table(name, w):
        q, scale = table8(w)
        out[name] = q
        out[name + ".scale"] = np.array([scale], np.float32)

    def matrix(name, linear, tag="b"):
        q, scale = rows8(n(linear.weight))
        out[name], out[name + ".scale"], out[name + ".b"] = q, scale, n(linear.bias)

    table("glove", n(net.glove.weight))
    table("word", n(net.word.weight) * (np.arange(len(net.word.weight)) > 0)[:, None])
    table("feat", n(net.feat.weight))
    table("gram", n(net.gram.weight))
    out["oov"] = n(net.oov)
    out["inp.w"], out["inp.b"] = n(net.inp.weight), n(net.inp.bias)
    out["ctx"], out["ln0.g"], out["ln0.b"] = n(net.ctx.weight), n(net.ln0.weight), n(net.ln0.bias)
    for prefix, layers in (("l", net.layers), ("t", net.tree_layers), ("n", net.name_layers), ("a", net.attr_layers)):
        for k, layer in enumerate(layers):
            p = f"{prefix}{k}."
            for d, linear, v, mix in (("f", layer.forwards, layer.v[0], layer.mix[0]), ("b", layer.backwards, layer.v[1], layer.mix[1])):
                out[p + "w" + d], out[p + "w" + d + ".scale"] = rows8(n(linear.weight))
                out[p + "b" + d], out[p + "v" + d], out[p + "mu" + d] = n(linear.bias), n(v), n(mix)
            out[p + "g"], out[p + "b"] = n(layer.norm.weight), n(layer.norm.bias)
    matrix("pos", net.pos)
    matrix("mlp", net.mlp)
    U = n(net.U)
    out["arc.U"], out["arc.u0"], out["root.ah"], out["root.rh"], out["dist"] = U[:-1], U[-1], n(net.root_ah), n(net.root_rh), n(net.dist)
    out["rel.w"], out["rel.b"] = n(net.rel.weight), n(net.rel.bias)
    for name, chain in (("ner", net.names), ("attr", net.roles)):
        matrix(name, chain.out)
        trans, start, end = chain.tables()
        out[name + ".trans"], out[name + ".start"], out[name + ".end"] = n(trans), n(start), n(end)
    text = {"glove.words": data["glove_words"], "words": data["words"], "upos": data["upos"], "xpos": data["xpos"], "deprel": data["deprel"],
            "ner.tags": corpora.NAME_TAGS, "attr.tags": corpora.ROLE_TAGS, "lemma.table": lemmas(data, shared), "cuelex.words": sorted(data["cues"])}
    out["cuelex.bucket"] = np.array([data["cues"][w] for w in sorted(data["cues"])], np.int8)
    return out, text


def write(path, arrays, texts):
    """Header and directory, then the tensors, each at a multiple of 64."""
    entries, payload = [], bytearray()

    def add(name, kind, dims, raw):
        payload.extend(b"\0" * (-len(payload) % ALIGN))
        entries.append(struct.pack("<H", len(name.encode())) + name.encode() + struct.pack("<BB", kind, len(dims)) + struct.pack(f"<{len(dims)}i", *dims) + struct.pack("<Q", len(payload)))
        payload.extend(raw)

    for name, a in arrays.items():
        kind = {np.dtype(np.float32): F32, np.dtype(np.int8): I8, np.dtype(np.int32): I32}[a.dtype]
        add(name, kind, a.shape, np.ascontiguousarray(a).tobytes())
    for name, lines in texts.items():
        raw = "\n".join(lines).encode()
        add(name, TEXT, (len(raw),), raw)
    directory = b"".join(entries)
    start = 8 + 4 + 4 + 8 + 32 + len(directory)
    start += -start % ALIGN
    head = MAGIC + struct.pack("<IIQ", VERSION, len(entries), start) + hashlib.sha256(payload).digest() + directory
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    with open(path + ".part", "wb") as f:
        f.write(head + b"\0" * (start - len(head)) + bytes(payload))
    os.replace(path + ".part", path)


def quantise(net):
    """Puts the rounded weights back, to measure what they cost."""
    with torch.no_grad():
        for m in net.modules():
            if isinstance(m, torch.nn.Linear) and m is not net.inp and m is not net.rel:
                q, s = rows8(m.weight.numpy())
                m.weight.copy_(torch.from_numpy(q * s[:, None]))
        for e in (net.glove, net.word, net.feat, net.gram):
            q, s = table8(e.weight.numpy())
            e.weight.copy_(torch.from_numpy(q.astype(np.float32) * s))


def load(name, work):
    """Network and data of a training run."""
    encoder.LIB = encoder.native(work)
    with open(f"{work}/data.pkl", "rb") as f:
        data = pickle.load(f)
    for key, label in (("upos", "upos"), ("xpos", "xpos"), ("deprel", "rel")):
        data[key] = sorted({t for d in data["train"] for t in getattr(d, label)})
    net = encoder.Network(json.load(open(f"{work}/{name}.json")), data)
    net.load_state_dict(torch.load(f"{work}/{name}.pt"), strict=False)
    net.eval()
    return net, data


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("name")
    ap.add_argument("out")
    ap.add_argument("--work", default=os.path.join(encoder.HERE, "work"))
    ap.add_argument("--shared", required=True)
    ap.add_argument("--measure", action="store_true")
    args = ap.parse_args()
    torch.set_num_threads(1)
    net, data = load(args.name, args.work)
    arrays, texts = tensors(net, data, args.shared)
    write(args.out, arrays, texts)
    print(args.out, os.path.getsize(args.out), "bytes")
    if args.measure:
        uner = evaluate.read_uner(f"{args.shared}/corpora/ner/uner-ewt/en_ewt-ud-dev.iob2", data["dev"])
        forms = batches.Forms(data)
        print("float", json.dumps(evaluate.evaluate(net, data, forms, uner)), flush=True)
        quantise(net)
        print("8-bit weights", json.dumps(evaluate.evaluate(net, data, forms, uner)))


if __name__ == "__main__":
    main()
