#!/usr/bin/env python3
"""Stances, memberships, events and conditions of the product's `read` output against the further gold (eval/gold.py writes it).

    positions.py GOLD_FOLDER READ.jsonl [--json] [--verbose]

One-to-one, best pair first. A stance is found when its evidence shares at least three tenths of the shorter one's characters with a stance of the
output; an event, a membership or a condition when the evidence overlaps. Only what the gold has is asked for (recall): its stances and events
are the clear ones of each report, not all, so what the output has beyond them is counted and not judged. Conditions have no list of their own
in the output: those of its commitments, memberships, stances and statements count. `right` is found with every field asked for right.
"""
import argparse, glob, json, os, sys


def evidence(record):
    return [(e["start"], e["end"]) if isinstance(e, dict) else tuple(e[:2]) for e in record.get("evidence") or []]


def shared(a, b):
    return sum(max(0, min(e, y) - max(s, x)) for s, e in a for x, y in b)


def size(spans):
    return sum(e - s for s, e in spans)


def names_in(value):
    return [v["name"] if isinstance(v, dict) else v for v in (value if isinstance(value, list) else [value]) if v]


def pairs(gold, pred, enough, bonus):
    """(gold, pred) index pairs: those with the right holder or kind first, then by overlap."""
    found = []
    for i, g in enumerate(gold):
        for j, p in enumerate(pred):
            ge, pe = evidence(g), evidence(p)
            common = shared(ge, pe)
            if common and common >= enough * min(size(ge), size(pe)):
                found.append((bonus(g, p), common / max(size(ge), size(pe)), -i, -j))
    used_gold, used_pred, out = set(), set(), []
    for _, _, i, j in sorted(found, reverse=True):
        if -i not in used_gold and -j not in used_pred:
            used_gold.add(-i)
            used_pred.add(-j)
            out.append((-i, -j))
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("read")
    parser.add_argument("--scorers", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "shared", "score"), help="folder of names.py")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    sys.path.insert(0, args.scorers)
    import names

    def same(a, b):
        return any(names.same(x, y) for x in names_in(a) for y in names_in(b))

    def act(x):
        return {"push_for": "call_for"}.get(x, x)

    fields = {
        "stances": {"holder": lambda g, p: same(g["holder"], p.get("holder")), "act": lambda g, p: act(g["act"]) == act(p.get("act"))},
        "memberships": {"member": lambda g, p: same(g["member"], p.get("member")), "status": lambda g, p: g["status"] == p.get("status")},
        "events": {"kind": lambda g, p: g["kind"] == p.get("kind"), "occurred": lambda g, p: g["occurred"] == p.get("occurred")},
        "conditions": {},
    }
    with open(args.read, encoding="utf-8") as source:
        read = {d["report"]["id"]: d for d in map(json.loads, source)}
    count = {}

    def add(kind, what, n=1):
        count[kind, what] = count.get((kind, what), 0) + n

    for path in sorted(glob.glob(os.path.join(args.gold, "*.json"))):
        with open(path, encoding="utf-8") as source:
            gold = json.load(source)
        output = read.get(gold["id"], {})
        text = (output.get("report") or {}).get("text") or ""
        output["conditions"] = [r["condition"] for k in ("commitments", "memberships", "stances", "statements") for r in output.get(k) or [] if r.get("condition")]
        for kind, tests in fields.items():
            mine, theirs = gold[kind], output.get(kind) or []
            first = next(iter(tests.values()), lambda g, p: 0)
            found = pairs(mine, theirs, .3 if kind == "stances" else 0, first)
            add(kind, "gold", len(mine))
            add(kind, "beyond", len(theirs) - len(found))
            add(kind, "found", len(found))
            matched = dict(found)
            for i, g in enumerate(mine):
                shown = " ... ".join(text[s:e] for s, e in evidence(g)).replace("\n", " / ")
                label = f"{gold['id']} {kind} " + " | ".join(str(g[k]) for k in ("holder", "member", "kind", "act", "status", "issue", "occurred") if k in g)
                if i not in matched:
                    if args.verbose:
                        print(f"{label}: missed | {shown}")
                    continue
                p = theirs[matched[i]]
                ok = {name: test(g, p) for name, test in tests.items()}
                for name, right in ok.items():
                    add(kind, name, right)
                add(kind, "right", all(ok.values()))
                if args.verbose and not all(ok.values()):
                    print(f"{label}: wrong " + "; ".join(f"{n}: {p.get(n)}" for n, right in ok.items() if not right) + f" | {shown}")
    metrics = {}
    for kind, tests in fields.items():
        n, found = count.get((kind, "gold"), 0), count.get((kind, "found"), 0)
        metrics[f"{kind} found"] = 100 * found / n if n else 0.0
        if tests:
            metrics[f"{kind} right"] = 100 * count.get((kind, "right"), 0) / n if n else 0.0
        for name in tests:
            metrics[f"{kind} {name}"] = 100 * count.get((kind, name), 0) / found if found else 0.0
    if args.json:
        print(json.dumps({"metrics": {k: round(v, 2) for k, v in metrics.items()}}))
        return
    for kind, tests in fields.items():
        shown = ", ".join(f"{k.removeprefix(kind + ' ')} {v:.1f}" for k, v in metrics.items() if k.startswith(kind + " "))
        print(f"{kind:12} {count.get((kind, 'gold'), 0):4} in gold: {shown}; {count.get((kind, 'beyond'), 0)} more in the output")


if __name__ == "__main__":
    main()
