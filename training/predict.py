"""Reads texts with a trained network and writes CoNLL-U with names and roles: the reference that the C# engine is compared with.

  python3 training/predict.py NAME FILE.txt|FILE.json... --out FOLDER --work training/work --shared SHARED
"""
import argparse
import json
import os

import numpy as np
import torch

import batches
import corpora
import encoder
import evaluate
import export
import features


@torch.no_grad()
def read(net, data, forms, name, text):
    """The document's rows: form, span, upos, xpos, head, relation, name tag, role tag."""
    d = corpora.of_text(name, "text", text)
    d.F = features.context(d.form, d.start, d.para, d.spaced, data["cues"])
    rows = []
    for w in batches.cut(d.start, d.para):
        ws = [(d, *w, False)]
        b = batches.batch(forms, ws)
        batches.add_sentences(b, ws)
        h = net.encode(b)
        pos, S, rd, rh = net.arcs(h, b)
        names, roles = net.name_scores(h, b).numpy(), net.role_scores(h, b).numpy()
        heads = torch.zeros(S.shape[:2], dtype=torch.long)
        for k, s in enumerate(b["sents"]):
            heads[k, :len(s)] = torch.from_numpy(evaluate.decode(S[k, :len(s), :len(s) + 1].double().numpy()))
        rel = net.relations(rd, rh, heads)
        root = data["deprel"].index("root")
        rel[..., root] = torch.where(heads == 0, torch.tensor(1e4), torch.tensor(-1e4))
        rel = rel.argmax(-1)
        role = net.roles.decode(roles)
        for k, s in enumerate(b["sents"]):
            tags = net.names.decode(names[s])
            for p, t in enumerate(s):
                i = w[0] + t
                rows.append((p + 1, d.form[i], d.spans[i], data["upos"][int(pos[t, :net.nu].argmax())], data["xpos"][int(pos[t, net.nu:].argmax())],
                             int(heads[k, p]), data["deprel"][int(rel[k, p])], corpora.NAME_TAGS[tags[p]], corpora.ROLE_TAGS[role[t]]))
    return rows


def iob(tag):
    return tag if tag == "O" else {"S": "B", "E": "I"}.get(tag[0], tag[0]) + tag[1:]


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("name")
    ap.add_argument("files", nargs="+")
    ap.add_argument("--out", required=True)
    ap.add_argument("--work", default=os.path.join(encoder.HERE, "work"))
    ap.add_argument("--shared", required=True)
    args = ap.parse_args()
    torch.set_num_threads(1)
    net, data = export.load(args.name, args.work)
    export.quantise(net)
    forms = batches.Forms(data)
    lemma = {}
    for line in export.lemmas(data, args.shared):
        f, x, l = line.split("\t")
        lemma[f, x] = l
    os.makedirs(args.out, exist_ok=True)
    for path in args.files:
        with open(path, encoding="utf-8", newline="") as f:
            text = f.read()
        name = os.path.basename(path).rsplit(".", 1)[0]
        if path.endswith(".json"):
            j = json.loads(text)
            text, name = j["text"], j["id"]
        with open(f"{args.out}/{name}.conllu", "w", encoding="utf-8") as f:
            f.write(f"# newdoc id = {name}\n")
            for k, (n, form, (a, b), up, xp, head, rel, ner, role) in enumerate(read(net, data, forms, name, text)):
                if n == 1 and k:
                    f.write("\n")
                misc = f"Start={a}|End={b}" + (f"|NER={iob(ner)}" if ner != "O" else "") + (f"|Role={role}" if role != "O" else "") + ("|SpaceAfter=No" if text[b:b + 1].strip() else "")
                f.write(f"{n}\t{form}\t{lemma.get((form.lower(), xp), form if xp.startswith('NNP') else form.lower())}\t{up}\t{xp}\t_\t{head}\t{rel}\t_\t{misc}\n")
            f.write("\n")


if __name__ == "__main__":
    main()
