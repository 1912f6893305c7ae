#!/usr/bin/env python3
"""Measures the share of right statements by raw score and kind, and writes data/models/confidence.tsv. One command, after every new model or change of rules:

  confidence.py SHARED                 read the development data, fit, print the tables, write the file
  confidence.py SHARED --only-show     the same without writing
  confidence.py SHARED --run COMMAND   another command than ./onrecord, such as "dotnet FOLDER/onrecord-app.dll"

It makes a copy of the data folder whose confidence.tsv has no rows: with it the reader gives raw scores out, twice the number of the kind added (Calibration.cs).
Judged are PolNeAR dev (outermost statements; right is found and its source is, who-said of SHARED/score/attribution.py), and the news gold with the further gold of
eval/gold-extra (statements inside others too; right is found and its speaker is, who-said of SHARED/score/news.py).  The curves rise (pool adjacent violators); kinds
with few cases are drawn to the average.  The table printed is cross-fitted: each half of the documents is judged by the curve of the other half.
"""
import argparse, os, shlex, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
KINDS = 'Reporting Listed Other Speakerless NestedReporting Nested Syntax Pattern Continuation'.split()  # order of ConfidenceKind
BINS = 10
PRIOR = 6  # statements of the average quality mixed into each bin's kind, so that a handful cannot say 0 or 1
EDGES = [0, .5, .6, .7, .8, .9, .95, 1.01]


def raw_data(folder):
    """A data folder of links whose calibration holds no rows."""
    data = os.path.join(ROOT, 'data')
    for part in os.listdir(data):
        os.makedirs(os.path.join(folder, part))
        for name in os.listdir(os.path.join(data, part)):
            if (part, name) != ('models', 'confidence.tsv'):
                os.symlink(os.path.join(data, part, name), os.path.join(folder, part, name))
    with open(os.path.join(folder, 'models', 'confidence.tsv'), 'w', encoding='utf-8') as f:
        f.write('# No rows: raw scores.\n# Source: training/confidence.py. Licence: Apache-2.0.\n')
    return folder


def read(command, data, target, *inputs):
    with open(target, 'wb') as out:
        done = subprocess.run([*command, 'read', *inputs, '--format', 'jsonl', '--with-text', '--no-store'], stdout=out, stderr=subprocess.PIPE, env={**os.environ, 'ONRECORD_DATA': data})
    if done.returncode not in (0, 3):
        sys.exit(f"the reader ended with {done.returncode}: {done.stderr.decode(errors='replace')[-800:]}")
    return target


def of_polnear(shared, path):
    """[(document, kind, raw score, right)] of the outermost statements of PolNeAR dev."""
    import attribution
    from common import dice, match, read_jsonl
    folder = os.path.join(shared, 'corpora/attribution/polnear')
    gold = {d['doc_id']: d['attributions'] for d in read_jsonl(os.path.join(folder, 'dev.jsonl.gz'))}
    out = []
    for output in read_jsonl(path):
        key = attribution.stem(output['report'].get('path') or output['report']['id'])
        text = attribution.Text(output['report']['text'])
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
        out += [(key, *parted(s), j in right) for j, (s, _) in enumerate(rows)]
    return out


def of_news(shared, path, extra):
    """[(document, kind, raw score, right)] of all statements of the news with gold."""
    import news
    from common import dice, match
    gold = {**news.load_gold([extra]), **news.load_gold([os.path.join(shared, 'news/gold')])}
    predictions = news.load_predictions(path, gold)
    out = []
    for key, g in sorted(gold.items()):
        document = predictions.get(key)
        if not document:
            continue
        units, said = news.Units(document['report'].get('text')), document['statements']
        gc, pc = [units(x['content']) for x in g['statements']], [units(s['content']) for s in said]
        pairs = [(i, j) for i, j in match([[dice(a, b) for b in pc] for a in gc]) if dice(gc[i], pc[j]) >= .5]
        right = {j for i, j in pairs if news.speaker_right(g['statements'][i], said[j], False)}
        used = {j for _, j in pairs}
        exhaustive = not g['facts'].get('document_type')
        out += [(key, *parted(s), j in right) for j, s in enumerate(said) if exhaustive or j in used]
    return out


def parted(statement):
    raw = statement['confidence']
    kind = min(int(raw // 2), len(KINDS) - 1)
    return KINDS[kind], raw - 2 * kind


def fit(rows):
    """{kind: [(raw score, share right)]}"""
    overall = sum(r[3] for r in rows) / max(1, len(rows))
    curves = {}
    for kind in KINDS:
        own = sorted((r[2], r[3]) for r in rows if r[1] == kind)
        if not own:
            curves[kind] = [(0.5, overall)]
            continue
        mean = (sum(ok for _, ok in own) + PRIOR * overall) / (len(own) + PRIOR)
        if own[0][0] == own[-1][0]:
            curves[kind] = [(own[0][0], mean)]
            continue
        size = max(25, len(own) // BINS)
        bins = [own[k:k + size] for k in range(0, len(own), size)]
        if len(bins) > 1 and len(bins[-1]) < size // 2:
            last = bins.pop()
            bins[-1] += last
        pools = []
        for b in bins:
            pools.append([sum(s for s, _ in b), sum(ok for _, ok in b) + mean, len(b) + 1, len(b)])
            while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
                last = pools.pop()
                pools[-1] = [a + b for a, b in zip(pools[-1], last)]
        curves[kind] = [(s / n, ok / weight) for s, ok, weight, n in pools]
    return curves


def confidence(curves, kind, score):
    """As in Calibration.cs."""
    curve = curves[kind]
    at = next((k for k, p in enumerate(curve) if score <= p[0]), -1)
    if at <= 0:
        return curve[at][1]
    (x, a), (y, b) = curve[at - 1], curve[at]
    return a + (b - a) * (score - x) / max(1e-9, y - x)


def show(title, scored):
    print(f'\n{title}\n\n| confidence | statements | mean confidence | share right |\n| --- | --- | --- | --- |')
    for low, high in zip(EDGES, EDGES[1:]):
        own = [(c, ok) for c, ok in scored if low <= c < high]
        if own:
            print(f'| {low:.2f} to {min(high, 1):.2f} | {len(own)} | {sum(c for c, _ in own) / len(own):.3f} | {sum(ok for _, ok in own) / len(own):.3f} |')
    error = sum(abs(sum(c - ok for c, ok in scored if low <= c < high)) for low, high in zip(EDGES, EDGES[1:])) / max(1, len(scored))
    high = [ok for c, ok in scored if c >= .9]
    print(f'\nexpected calibration error {error:.3f} over {len(scored)} statements; {len(high)} have 0.9 or more, {100 * sum(high) / max(1, len(high)):.1f} % of them right')


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('shared')
    ap.add_argument('--run', default=os.path.join(ROOT, 'onrecord'), metavar='COMMAND')
    ap.add_argument('--only-show', action='store_true')
    args = ap.parse_args()
    sys.path.insert(0, os.path.join(args.shared, 'score'))
    command = shlex.split(args.run)
    with tempfile.TemporaryDirectory() as work:
        data = raw_data(os.path.join(work, 'data'))
        extra, texts = os.path.join(work, 'extra'), os.path.join(args.shared, 'news/dev')
        subprocess.run([sys.executable, os.path.join(ROOT, 'eval/gold.py'), texts, '--to', extra], check=True, stdout=subprocess.DEVNULL)
        polnear = of_polnear(args.shared, read(command, data, os.path.join(work, 'polnear.jsonl'), os.path.join(args.shared, 'corpora/attribution/polnear/dev')))
        news = of_news(args.shared, read(command, data, os.path.join(work, 'news.jsonl'), texts, os.path.join(args.shared, 'seeds')), extra)
    if not polnear or not news or max(r[2] for r in polnear + news) > 1.0001 or {r[1] for r in polnear} == {KINDS[0]}:
        sys.exit('The reader gave no raw scores: is it built from this source?')
    half = {name: k % 2 for k, name in enumerate(sorted({r[0] for r in polnear + news}))}
    curves = [fit([r for r in polnear + news if half[r[0]] != h]) for h in (0, 1)]
    scored = lambda rows: [(confidence(curves[half[r[0]]], r[1], r[2]), r[3]) for r in rows]
    show('PolNeAR dev and news', scored(polnear + news))
    show('News alone', scored(news))
    print('\n| kind | statements | mean confidence | share right |\n| --- | --- | --- | --- |')
    for kind in KINDS:
        own = scored([r for r in polnear + news if r[1] == kind])
        if own:
            print(f'| {kind} | {len(own)} | {sum(c for c, _ in own) / len(own):.3f} | {sum(ok for _, ok in own) / len(own):.3f} |')
    if args.only_show:
        return
    with open(os.path.join(ROOT, 'data/models/confidence.tsv'), 'w', encoding='utf-8', newline='\n') as f:
        f.write('# Calibration of statement confidence: kind, raw score, share of statements found with the right speaker on PolNeAR dev, the news gold and the further gold.\n'
                '# Source: training/confidence.py (counts only, no text). Licence: Apache-2.0.\n')
        for kind, curve in sorted(fit(polnear + news).items()):
            for score, share in curve:
                f.write(f'{kind}\t{score:.4f}\t{share:.4f}\n')


if __name__ == '__main__':
    main()
