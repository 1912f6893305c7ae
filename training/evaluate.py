"""Dev scores of a network: tags and heads on gold tokens, names on UNER EWT dev, exact role segments on PolNeAR dev."""
import collections

import numpy as np
import torch

import batches
import corpora


def cycle(head):
    """head[0] is the root's own place. The nodes of one cycle, or None."""
    n = len(head)
    state = [0] * n
    state[0] = 2
    for i in range(1, n):
        path, j = [], i
        while state[j] == 0:
            state[j] = 1
            path.append(j)
            j = head[j]
        if state[j] == 1:
            return path[path.index(j):]
        for k in path:
            state[k] = 2
    return None


def arborescence(S):
    """Chu-Liu-Edmonds: best heads for S[dependent, head] with node 0 as root."""
    n = len(S)
    head = S.argmax(1)
    head[0] = 0
    c = cycle(head)
    if c is None:
        return head
    c = np.array(c)
    inside = set(c.tolist())
    rest = np.array([i for i in range(n) if i not in inside])
    weight = S[c, head[c]]
    m = len(rest) + 1
    T = np.full((m, m), -1e9)
    T[:-1, :-1] = S[np.ix_(rest, rest)]
    out = S[np.ix_(rest, c)]
    T[:-1, -1], leave = out.max(1), c[out.argmax(1)]
    into = S[np.ix_(c, rest)] - weight[:, None]
    T[-1, :-1], enter = into.max(0) + weight.sum(), c[into.argmax(0)]
    np.fill_diagonal(T, -1e9)
    r = arborescence(T)
    result = head.copy()
    for k, d in enumerate(rest):
        if d:
            result[d] = leave[k] if r[k] == m - 1 else rest[r[k]]
    result[enter[r[m - 1]]] = rest[r[m - 1]]
    return result


def decode(S):
    """S [dependents, 1 + heads] -> heads with one root."""
    n = len(S)
    full = np.full((n + 1, n + 1), -1e9)
    full[1:] = S
    head = full.argmax(1)
    head[0] = 0
    if (head[1:] == 0).sum() == 1 and cycle(head) is None:
        return head[1:]
    best = None
    gap = full[1:, 0] - (full[1:, 1:].max(1) if n > 1 else 0)
    for r in 1 + np.argsort(-gap, kind="stable")[:3]:
        T = full.copy()
        T[1:, 0] = -1e6
        T[r] = -1e6
        T[r, 0] = full[r, 0]
        g = arborescence(T)
        v = T[np.arange(1, n + 1), g[1:]].sum()
        if best is None or v > best[0]:
            best = (v, g)
    return best[1][1:]


def segments(tags, table):
    out, b = set(), None
    for i, t in enumerate(tags):
        name = table[t]
        if name[0] in "BS":
            b = i
        if name[0] in "ES" and b is not None:
            out.add((name[2:], b, i + 1))
            b = None
    return out


def groups(windows, size=4000):
    cur, n = [], 0
    for w in windows:
        cur.append(w)
        n += w[2] - w[1]
        if n >= size:
            yield cur
            cur, n = [], 0
    if cur:
        yield cur


def f1(c):
    return 200 * c["ok"] / max(1, c["pred"] + c["gold"])


@torch.no_grad()
def evaluate(net, data, forms, uner=None, conllu=None):
    net.eval()
    result = {}
    up, rels = data["upos"], data["deprel"]
    named = collections.defaultdict(collections.Counter)
    guess = {}
    for corpus in ("ewt", "gum"):
        c = collections.Counter()
        docs = [d for d in data["dev"] if d.corpus == corpus]
        windows = [(d, a, b, True) for d in docs for a, b in batches.cut(d.start, d.lines)]
        for ws in groups(windows):
            b = batches.batch(forms, ws)
            batches.add_sentences(b, ws)
            h = net.encode(b)
            pos, S, rd, rh = net.arcs(h, b)
            names = net.name_scores(h, b).numpy()
            heads = torch.zeros(S.shape[:2], dtype=torch.long)
            for k, s in enumerate(b["sents"]):
                heads[k, :len(s)] = torch.from_numpy(decode(S[k, :len(s), :len(s) + 1].double().numpy()))
            rel = net.relations(rd, rh, heads)
            root = data["deprel"].index("root")
            rel[..., root] = torch.where(heads == 0, torch.tensor(1e4), torch.tensor(-1e4))
            rel = rel.argmax(-1)
            flat = [(d, i) for d, a, e, _ in ws for i in range(a, e)]
            tags = pos[:, :net.nu].argmax(1), pos[:, net.nu:].argmax(1)
            for k, s in enumerate(b["sents"]):
                first = flat[s[0]][1]
                doc = flat[s[0]][0]
                g = net.names.decode(names[s])
                guess.setdefault((corpus, doc.name), {}).update({first + i: t for i, t in enumerate(g)})
                for p, t in enumerate(s):
                    d, i = flat[t]
                    gold = 0 if d.head[i] < 0 else d.head[i] - first + 1
                    right = int(heads[k, p]) == gold
                    c["n"] += 1
                    c["upos"] += up[tags[0][t]] == d.upos[i]
                    c["xpos"] += data["xpos"][tags[1][t]] == d.xpos[i]
                    c["uas"] += right
                    c["las"] += right and rels[rel[k, p]].split(":")[0] == d.rel[i].split(":")[0]
        result[corpus] = [round(100 * c[m] / c["n"], 2) for m in ("upos", "xpos", "uas", "las")]
    if uner:
        c = collections.Counter()
        for d in data["dev"]:
            if d.corpus == "ewt" and d.name in uner:
                tags = [guess[("ewt", d.name)].get(i, 0) for i in range(len(d.form))]
                p, g = segments(tags, corpora.NAME_TAGS), segments(uner[d.name], corpora.NAME_TAGS)
                c["ok"] += len(p & g)
                c["pred"] += len(p)
                c["gold"] += len(g)
        result["uner"] = round(f1(c), 2)
    c = collections.defaultdict(collections.Counter)
    windows = [(d, a, b, False) for d in data["dev_articles"] for a, b in batches.cut(d.start, d.para)]
    for ws in groups(windows):
        b = batches.batch(forms, ws)
        e = net.role_scores(net.encode(b), b).numpy()
        at = 0
        for d, a, z, _ in ws:
            p = segments(net.roles.decode(e[at:at + z - a]), corpora.ROLE_TAGS)
            y = batches.role_targets([(d, a, z, False)]).tolist()
            g = segments(y, corpora.ROLE_TAGS)
            for role in ("source", "cue", "content"):
                P, G = {x for x in p if x[0] == role}, {x for x in g if x[0] == role}
                c[role]["ok"] += len(P & G)
                c[role]["pred"] += len(P)
                c[role]["gold"] += len(G)
            at += z - a
    result["roles"] = [round(f1(c[r]), 2) for r in ("source", "cue", "content")]
    return result


def read_uner(path, docs):
    """UNER tags by document of EWT dev; documents that another release of the treebank tokenised differently are left out."""
    tags, name = {}, None
    with corpora.opened(path) as f:
        for line in f:
            if line.startswith("# newdoc"):
                name = line.split("= ")[1].strip()
                tags[name] = []
            elif line[:1] != "#" and line.strip() and line.split("\t")[0].isdigit():
                tags[name].append(line.split("\t")[2])
    return {d.name: corpora.bioes([t if t[2:] in ("PER", "ORG", "LOC") else "O" for t in tags[d.name]])
            for d in docs if d.corpus == "ewt" and len(tags.get(d.name, [])) == len(d.form)}
