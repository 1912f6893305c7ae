"""Trains the network, or pre-trains its encoder on raw news by predicting hidden words.

  python3 training/train.py NAME --work training/work --shared SHARED --minutes 60 [--init pretrained.pt]
  python3 training/train.py NAME --work training/work --shared SHARED --minutes 40 --pretrain

One thread (OMP_NUM_THREADS=1). The learning rate follows the share of the time that is used up, so a run ends when it should on any machine;
NAME.pt is written every five minutes and --resume goes on from it.
"""
import argparse
import json
import lzma
import math
import os
import pickle
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

import batches
import corpora
import encoder
import evaluate
import features


def windows_of(docs, rng, lines_share):
    """Fresh windows of all documents: packed paragraphs, or for trees also single sentences and lines."""
    out = []
    for d in docs:
        lines = d.lines is not None and rng.random() < lines_share
        longest = rng.choice([1, 40, 100, 256]) if d.lines is not None else 256
        out += [(d, a, b, lines) for a, b in batches.cut(d.start, d.lines if d.lines is not None else d.para, max(longest, 256 if longest > 200 else longest)) if b > a] if longest != 1 else \
            [(d, a, b, lines) for a, b in sentence_windows(d)]
    return out


def sentence_windows(d):
    at = [i for i, s in enumerate(d.start) if s] + [len(d.form)]
    return list(zip(at, at[1:]))


def recased(docs, cues, rng, share):
    """Copies of a share of the documents in small letters, in capitals, or With Every Word Capitalised, as headlines and web users write."""
    out = []
    for d in docs:
        if rng.random() >= share:
            continue
        how = rng.choice([str.lower, str.lower, str.title, str.upper])
        c = corpora.Document(d.name, d.corpus, [how(w) if w.isalpha() else w for w in d.form], d.start, d.para, d.spaced, names=d.names)
        c.F = features.context(c.form, c.start, c.para, c.spaced, cues)
        out.append(c)
    return out


def headline(d, a, b):
    """Whether most words of a sentence begin with a capital: machine-made names are wrong there."""
    words = [w for w in d.form[a:b] if w.isalpha()]
    return len(words) > 3 and sum(w[0].isupper() for w in words) > .6 * len(words)


def whole(w):
    """No head may lie outside its window."""
    d, a, b, _ = w
    return all(d.head[i] < 0 or a <= d.head[i] < b for i in range(a, b)) and d.start[a]


class Stream:
    """Endless batches of about `size` tokens of windows of like length."""

    def __init__(self, make, size, rng):
        self.make, self.size, self.rng, self.queue, self.epochs = make, size, rng, [], 0

    def next(self):
        if not self.queue:
            w = self.make()
            self.rng.shuffle(w)
            pools = [sorted(w[i:i + 600], key=lambda x: x[2] - x[1]) for i in range(0, len(w), 600)]
            for pool in pools:
                cur, n = [], 0
                for x in pool:
                    cur.append(x)
                    n += x[2] - x[1]
                    if n >= self.size:
                        self.queue.append(cur)
                        cur, n = [], 0
                if cur:
                    self.queue.append(cur)
            self.rng.shuffle(self.queue)
            self.epochs += 1
        return self.queue.pop()


def raw_windows(shared, cues, limit):
    """Windows of raw news, read as they are needed."""
    with lzma.open(f"{shared}/corpora/raw/news-raw.jsonl.xz", "rt", encoding="utf-8") as f:
        for k, line in enumerate(f):
            text = json.loads(line)["text"][:limit]
            d = corpora.of_text(f"raw-{k}", "raw", text)
            if len(d.form) < 30:
                continue
            d.F = features.context(d.form, d.start, d.para, d.spaced, cues)
            yield from ((d, a, b, False) for a, b in batches.cut(d.start, d.para))


def pretrain(net, data, forms, args, rng):
    ps = [p for p in net.parameters() if p.requires_grad]
    index = {w: i for i, (w, _) in enumerate(data["raw"][:30_000])}
    prob = torch.tensor([float(c) for _, c in data["raw"][:30_000]]) ** .6
    prob = prob / prob.sum()
    table = torch.nn.Embedding(len(index), args.width)
    torch.nn.init.normal_(table.weight, 0, .05)
    bias = torch.nn.Parameter(torch.zeros(len(index)))
    ps += [table.weight, bias]
    opt = torch.optim.Adam(ps, lr=args.lr, betas=(.9, .98), foreach=True)
    t0, step, tokens, total, cur, n = time.time(), 0, 0, 0., [], 0
    while True:
        for w in raw_windows(args.shared, data["cues"], 6000):
            cur.append(w)
            n += w[2] - w[1]
            if n < 2500:
                continue
            b = batches.batch(forms, cur)
            words = [index.get(x.lower(), -1) for d, a, e, _ in cur for x in d.form[a:e]]
            cur, n = [], 0
            y = torch.tensor(words)
            hide = (torch.rand(len(y)) < .2) & (y >= 0)
            if hide.sum() < 2:
                continue
            done = (time.time() - t0) / (60 * args.minutes)
            for g in opt.param_groups:
                g["lr"] = args.lr * min(1, (step + 1) / 300) * (.05 + .95 * .5 * (1 + math.cos(math.pi * min(1, done))))
            net.train()
            h = net.encode(b, hide)[hide]
            gold = y[hide]
            noise = torch.multinomial(prob, 3000, replacement=True)
            own = (h * table(gold)).sum(1) + bias[gold] - torch.log(prob[gold])
            other = h @ table(noise).T + bias[noise] - torch.log(prob[noise])
            other = other.masked_fill(gold[:, None] == noise[None], -1e4)
            loss = F.cross_entropy(torch.cat([own[:, None], other], 1), torch.zeros(len(gold), dtype=torch.long))
            opt.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(ps, 2.)
            opt.step()
            step += 1
            tokens += len(y)
            total += loss.item()
            if step % 100 == 0:
                print(json.dumps(dict(step=step, tokens=tokens, loss=round(total / 100, 3), minutes=round((time.time() - t0) / 60, 1))), flush=True)
                total = 0.
            if step % 500 == 0 or done >= 1:
                torch.save(net.state_dict(), f"{args.work}/{args.name}.pt")
            if done >= 1:
                return


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("name")
    ap.add_argument("--work", default=os.path.join(encoder.HERE, "work"))
    ap.add_argument("--shared", required=True)
    ap.add_argument("--roles-from", help="run whose layers of roles are taken in place of those of --init")
    ap.add_argument("--minutes", type=float, default=60)
    ap.add_argument("--width", type=int, default=256)
    ap.add_argument("--layers", type=int, default=4)
    ap.add_argument("--arc", type=int, default=96)
    ap.add_argument("--rel", type=int, default=64)
    ap.add_argument("--tree-layers", type=int, default=0, help="layers of the tags' and heads' own above the shared ones")
    ap.add_argument("--name-layers", type=int, default=0, help="layers of the names' own")
    ap.add_argument("--name-drop", type=float, default=.2)
    ap.add_argument("--drop", type=float, default=.2)
    ap.add_argument("--lr", type=float, default=2e-3)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--tasks", default="trees:4,roles:4,names:1")
    ap.add_argument("--names", default="wikigold,crossner,wnut17,btc", help="corpora of names")
    ap.add_argument("--every", type=float, default=8, help="minutes between evaluations")
    ap.add_argument("--init")
    ap.add_argument("--all", action="store_true", help="take the heads too from --init: go on with a finished run")
    ap.add_argument("--only", choices=["names", "roles"], help="train these layers and heads alone on what --init --all gives: names from fresh weights, roles further")
    ap.add_argument("--hide", type=float, default=0., help="share of word forms hidden in the corpora of names")
    ap.add_argument("--names-weight", type=float, default=2.)
    ap.add_argument("--resume", action="store_true")
    ap.add_argument("--pretrain", action="store_true")
    args = ap.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    rng = random.Random(args.seed)
    encoder.LIB = encoder.native(args.work)
    with open(f"{args.work}/data.pkl", "rb") as f:
        data = pickle.load(f)
    for key in ("upos", "xpos", "deprel"):
        label = {"upos": "upos", "xpos": "xpos", "deprel": "rel"}[key]
        data[key] = sorted({t for d in data["train"] for t in getattr(d, label)})
    forms = batches.Forms(data)
    options = dict(width=args.width, layers=args.layers, arc=args.arc, rel=args.rel, drop=args.drop,
                   tree_layers=args.tree_layers, name_layers=args.name_layers, name_drop=args.name_drop)
    net = encoder.Network(options, data)
    if args.init:
        state = torch.load(f"{args.work}/{args.init}.pt")
        own = net.state_dict()
        if args.all:
            encoder.grow(state, own, json.load(open(f"{args.work}/{args.init}.json")), options)
        own.update({k: v for k, v in state.items() if k in own and v.shape == own[k].shape and (args.all or k.split(".")[0] in ("word", "feat", "gram", "oov", "inp", "ctx", "ln0", "layers"))})
        net.load_state_dict(own)
    if args.roles_from:
        state = torch.load(f"{args.work}/{args.roles_from}.pt")
        net.load_state_dict({k: v for k, v in state.items() if k.startswith(("attr_layers.", "roles."))}, strict=False)
    if args.only:
        fresh = encoder.Network(options, data)
        if args.only == "names":
            net.name_layers, net.names = fresh.name_layers, fresh.names
        for key, p in net.named_parameters():
            p.requires_grad = p.requires_grad and key.startswith(("name_layers.", "names.") if args.only == "names" else ("attr_layers.", "roles."))
    json.dump(options, open(f"{args.work}/{args.name}.json", "w"))
    if args.pretrain:
        return pretrain(net, data, forms, args, rng)

    uner = evaluate.read_uner(f"{args.shared}/corpora/ner/uner-ewt/en_ewt-ud-dev.iob2", data["dev"])
    U, X, D = ({v: i for i, v in enumerate(data[k])} for k in ("upos", "xpos", "deprel"))
    if os.path.exists(f"{args.work}/silver.pkl"):
        with open(f"{args.work}/silver.pkl", "rb") as f:
            silver = pickle.load(f)
        for d in data["train"]:
            d.names = silver.get(d.name, d.names)
    named = [d for d in data["named"] if d.corpus in args.names.split(",")]
    named += recased(named + [d for d in data["train"] if d.names is not None and min(d.names) >= 0], data["cues"], rng, .15)
    streams = {
        "trees": Stream(lambda: [w for w in windows_of(data["train"], rng, .6) if whole(w)], 1500, rng),
        "roles": Stream(lambda: windows_of(data["articles"], rng, 0), 1800, rng),
        "names": Stream(lambda: windows_of(named, rng, 0), 1200, rng),
    }
    tasks, weights = zip(*((t.split(":")[0], float(t.split(":")[1])) for t in args.tasks.split(",")))
    ps = [p for p in net.parameters() if p.requires_grad]
    opt = torch.optim.Adam(ps, lr=args.lr, betas=(.9, .98), eps=1e-8, foreach=True)
    ema = [p.detach().clone() for p in ps]
    t0, step, spent, shown, sums, tokens = time.time(), 0, 0., 0., {}, 0
    if args.resume:
        state = torch.load(f"{args.work}/{args.name}.resume")
        net.load_state_dict(state["net"])
        opt.load_state_dict(state["opt"])
        ema, step, spent = state["ema"], state["step"], state["spent"]
        t0 -= spent
    saved = time.time()
    while True:
        spent = time.time() - t0
        done = spent / (60 * args.minutes)
        if done >= 1:
            break
        task = rng.choices(tasks, weights)[0]
        ws = streams[task].next()
        b = batches.batch(forms, ws)
        b["hide"] = args.hide if task == "names" else 0.
        net.train()
        h = net.encode(b)
        n = len(h)
        if args.only and task != args.only:
            loss = 0
        elif task == "trees":
            batches.add_sentences(b, ws)
            up, xp, rel, head = batches.tree_targets(ws, U, X, D)
            pos, S, rd, rh = net.arcs(h, b)
            m = b["sentence_mask"]
            at = b["sentence_tokens"]
            heads = head[at]
            r = net.relations(rd, rh, heads)
            loss = F.cross_entropy(S[m], heads[m]) + F.cross_entropy(r[m], rel[at][m]) \
                + .5 * F.cross_entropy(pos[:, :net.nu], up, label_smoothing=.03) + .5 * F.cross_entropy(pos[:, net.nu:], xp, label_smoothing=.03)
        elif task == "roles":
            loss = net.roles.loss(net.role_scores(h, b), batches.role_targets(ws), batches.chain_ends(ws)) / n * 3
        else:
            loss = 0
        known = [w for w in ws if w[0].names is not None]
        if known:
            keep, y, ends, at = [], [], [0], 0
            for d, a, e, _ in ws:
                if d.names is not None:
                    for s0, s1 in spans_of(d, a, e):
                        if d.corpus == "polnear" and headline(d, s0, s1) or min(d.names[s0:s1]) < 0:
                            continue
                        keep += range(at + s0 - a, at + s1 - a)
                        y += d.names[s0:s1]
                        ends.append(len(keep))
                at += e - a
            if keep:
                e_ = net.name_scores(h, b)[torch.tensor(keep)]
                weight = .2 * args.names_weight if task == "roles" else (.5 if task == "trees" else 1.) * args.names_weight
                loss = loss + weight * 3 * net.names.loss(e_, torch.tensor(y), torch.tensor(ends)) / len(keep)
        if not torch.is_tensor(loss) or not loss.requires_grad:
            continue
        opt.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(ps, 2.)
        for g in opt.param_groups:
            g["lr"] = args.lr * min(1, (step + 1) / 300) * (.02 + .98 * .5 * (1 + math.cos(math.pi * min(1, done))))
        opt.step()
        step += 1
        tokens += n
        sums[task] = sums.get(task, 0) * .99 + loss.item() * .01
        if step % 4 == 0:
            with torch.no_grad():
                decay = min(.998, (1 + step) / (10 + step)) ** 4
                torch._foreach_mul_(ema, decay)
                torch._foreach_add_(ema, [p.detach() for p in ps], alpha=1 - decay)
        if step in (50, 300):
            print(json.dumps(dict(step=step, seconds=round(time.time() - t0), tokens=tokens)), flush=True)
        if time.time() - saved > 300:
            torch.save(dict(net=net.state_dict(), opt=opt.state_dict(), ema=ema, step=step, spent=time.time() - t0), f"{args.work}/{args.name}.resume")
            saved = time.time()
        if spent - shown > 60 * args.every:
            shown = spent
            report(net, ps, ema, data, forms, uner, args, dict(step=step, minutes=round(spent / 60, 1), tokens=tokens, epochs={k: s.epochs for k, s in streams.items()}, loss={k: round(v, 3) for k, v in sums.items()}))
    report(net, ps, ema, data, forms, uner, args, dict(step=step, final=True, tokens=tokens, epochs={k: s.epochs for k, s in streams.items()}))


def spans_of(d, a, e):
    """Sentences of a document within [a, e)."""
    s0 = a
    for i in range(a + 1, e):
        if d.start[i]:
            yield s0, i
            s0 = i
    yield s0, e


def report(net, ps, ema, data, forms, uner, args, line):
    """Scores the averaged weights and keeps them as NAME.pt."""
    back = [p.detach().clone() for p in ps]
    with torch.no_grad():
        for p, m in zip(ps, ema):
            p.copy_(m)
    line.update(evaluate.evaluate(net, data, forms, uner))
    torch.save(net.state_dict(), f"{args.work}/{args.name}.pt")
    print(json.dumps(line), flush=True)
    with torch.no_grad():
        for p, v in zip(ps, back):
            p.copy_(v)


if __name__ == "__main__":
    main()
