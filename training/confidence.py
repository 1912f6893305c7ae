#!/usr/bin/env python3
"""Measures the share of right statements by raw score on PolNeAR dev, and writes data/models/confidence.tsv.

  onrecord read SHARED/corpora/attribution/polnear/dev --format jsonl --no-store > dev.jsonl     # with a confidence.tsv that holds no rows
  confidence.py SHARED dev.jsonl data/models/confidence.tsv

Without rows in its table the reader gives raw scores out as confidence.  A statement is right when it is found and its source is (who-said of
SHARED/score/attribution.py); statements inside others are not judged, since PolNeAR has the outermost only.  The origin of a statement shows in
its raw score: patterns, syntax and continuations have a constant each, all other scores are the tagger's.  The curves rise (pool adjacent
violators), and are fitted on all documents; the table printed is cross-fitted: each half of the documents is judged by the curve of the other.
"""
import os, sys

CONSTANT = {0.6: 'Syntax', 0.7: 'Pattern', 0.8: 'Continuation'}
BINS = 12
PRIOR = 4  # statements of the average quality mixed into each origin, so that a handful cannot say 0 or 1


def judged(shared, path):
    """[(document number, origin, raw score, right)]"""
    sys.path.insert(0, os.path.join(shared, 'score'))
    import attribution
    from common import dice, match, read_jsonl
    folder = os.path.join(shared, 'corpora/attribution/polnear')
    gold = {d['doc_id']: d['attributions'] for d in read_jsonl(os.path.join(folder, 'dev.jsonl.gz'))}
    out = []
    outputs = sorted((attribution.stem(d['report'].get('path') or d['report']['id']), d) for d in read_jsonl(path))
    for number, (key, output) in enumerate(outputs):
        with open(os.path.join(folder, 'dev', key + '.txt'), encoding='utf-8', newline='') as f:
            text = attribution.Text(f.read())
        statements = [s for s in output['statements'] if not s.get('continues')]
        joined = attribution.join(output['statements'])
        rows = list(zip(statements, joined)) if len(statements) == len(joined) else []
        outer = {id(a) for a in attribution.outermost(joined)}
        rows = [(s, a) for s, a in rows if id(a) in outer]
        units = [[{r: text.units(a[r]) for r in attribution.ROLES} for a in side] for side in
                 ([attribution.roles(a) for a in gold.get(key, [])], [a for _, a in rows])]
        weight = [[dice(g['content'], p['content']) + .5 * dice(g['cue'], p['cue']) + .25 * dice(g['source'], p['source']) for p in units[1]] for g in units[0]]
        right = set()
        for i, j in match(weight):
            g, p = units[0][i], units[1][j]
            if dice(g['content'], p['content']) >= .5 and (g['source'] & p['source'] or not (g['source'] or p['source'])):
                right.add(j)
        for j, (s, _) in enumerate(rows):
            score = s['confidence']
            out.append((number, CONSTANT.get(score, 'Tagger'), score, j in right))
    return out


def fit(rows):
    """{origin: [(raw score, share right)]}"""
    overall = sum(r[3] for r in rows) / max(1, len(rows))
    curves = {}
    for origin in sorted({r[1] for r in rows}):
        own = sorted((r[2], r[3]) for r in rows if r[1] == origin)
        if origin != 'Tagger':
            share = (sum(ok for _, ok in own) + PRIOR * overall) / (len(own) + PRIOR)
            curves[origin] = [(own[0][0], share)]
            continue
        size = max(20, len(own) // BINS)
        bins = [own[k:k + size] for k in range(0, len(own), size)]
        if len(bins) > 1 and len(bins[-1]) < size // 2:
            bins[-2] += bins.pop()
        pools = []
        for b in bins:
            pools.append([sum(s for s, _ in b), sum(ok for _, ok in b), len(b)])
            while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
                last = pools.pop()
                pools[-1] = [a + b for a, b in zip(pools[-1], last)]
        curves[origin] = [(s / n, ok / n) for s, ok, n in pools]
    return curves


def confidence(curves, origin, score):
    """As in Calibration.cs."""
    curve = curves.get(origin)
    if not curve:
        return score
    at = next((k for k, p in enumerate(curve) if score <= p[0]), -1)
    if at <= 0:
        return curve[at][1]
    (x, a), (y, b) = curve[at - 1], curve[at]
    return a + (b - a) * (score - x) / max(1e-9, y - x)


def main():
    shared, path, target = sys.argv[1:]
    rows = judged(shared, path)
    halves = [[r for r in rows if r[0] % 2 == h] for h in (0, 1)]
    scored = [(confidence(fit(halves[1 - h]), r[1], r[2]), r[3]) for h in (0, 1) for r in halves[h]]
    print('| confidence | statements | mean confidence | share right |\n| --- | --- | --- | --- |')
    edges = [0, .5, .6, .7, .8, .9, .95, 1.01]
    for low, high in zip(edges, edges[1:]):
        own = [(c, ok) for c, ok in scored if low <= c < high]
        if own:
            print(f'| {low:.2f} to {min(high, 1):.2f} | {len(own)} | {sum(c for c, _ in own) / len(own):.3f} | {sum(ok for _, ok in own) / len(own):.3f} |')
    error = sum(abs(sum(c - ok for c, ok in scored if low <= c < high)) for low, high in zip(edges, edges[1:])) / len(scored)
    print(f'expected calibration error {error:.3f} over {len(scored)} statements')
    head = ['# Calibration of statement confidence: origin, raw score, share of statements found with the right source on PolNeAR dev.',
            '# Source: training/confidence.py on PolNeAR dev (counts only, none of its text). Licence: Apache-2.0.']
    with open(target, 'w', encoding='utf-8', newline='\n') as f:
        f.write('\n'.join(head) + '\n')
        for origin, curve in sorted(fit(rows).items()):
            for score, share in curve:
                f.write(f'{origin}\t{score:.4f}\t{share:.4f}\n')


if __name__ == '__main__':
    main()
