#!/usr/bin/env python3
"""Tables of who said what, with 95 % intervals from resampling of the articles (fixed seed): `eval/run statements --tables`.

By corpus (all cues and core reporting cues), by subject (on the war in Ukraine, on others), by type of speech, and by the confidence given.
"""
import os, random, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES, SEED = 1000, 4


def f1(found, gold, output):
    return 200 * found / max(1, gold + output)


def interval(documents, figure):
    """The figure over all documents, and its 2.5 and 97.5 percentiles over samples of as many documents."""
    dice = random.Random(SEED)
    drawn = sorted(figure(dice.choices(documents, k=len(documents))) for _ in range(SAMPLES))
    return figure(documents), drawn[SAMPLES // 40], drawn[-SAMPLES // 40]


def counted(news, gold, predictions):
    """One document: lists of (type, found, speaker right) of the gold, and of (type, confidence, right) of the output where the gold judges it."""
    from common import dice, match
    documents = []
    for key, g in sorted(gold.items()):
        output = predictions.get(key) or {'report': {}, 'statements': []}
        units, said = news.Units(output['report'].get('text')), output['statements']
        gc, pc = [units(x['content']) for x in g['statements']], [units(s['content']) for s in said]
        pairs = {i: j for i, j in match([[dice(a, b) for b in pc] for a in gc]) if dice(gc[i], pc[j]) >= .5}
        right = {j for i, j in pairs.items() if news.speaker_right(g['statements'][i], said[j], False)}
        used, exhaustive = set(pairs.values()), not g['facts'].get('document_type')
        documents.append(([(x['type'], i in pairs, i in pairs and pairs[i] in right) for i, x in enumerate(g['statements'])],
                          [(s['type'], s['confidence'], j in right, j in used) for j, s in enumerate(said) if exhaustive or j in used]))
    return documents


def row(name, documents, kind=None):
    def total(sample):
        gold = [x for d in sample for x in d[0] if kind in (None, x[0])]
        output = [x for d in sample for x in d[1] if kind in (None, x[0])]
        return gold, output
    gold, _ = total(documents)
    cells = []
    for at, place in ((1, 3), (2, 2)):
        def figure(sample):
            g, o = total(sample)
            found = (sum(x[at] for x in g) + sum(x[place] for x in o)) / 2  # the types of a pair may differ
            return f1(found, len(g), len(o))
        value, low, high = interval(documents, figure)
        cells.append(f'{value:.1f} ({low:.1f}-{high:.1f})')
    print(f'| {name} | {len(gold)} | {cells[0]} | {cells[1]} |')


def main():
    shared, polnear, read = sys.argv[1:4]
    score = os.path.join(shared, 'score')
    sys.path.insert(0, score)
    import news
    folder = os.path.join(shared, 'corpora/attribution/polnear')
    for title, more in (('PolNeAR dev, all cues', []), ('PolNeAR dev, core reporting cues', ['--core'])):
        print(f'\n{title}')
        subprocess.run([sys.executable, os.path.join(score, 'attribution.py'), os.path.join(folder, 'dev.jsonl.gz'), polnear, '--text', os.path.join(folder, 'dev'), '--boot', str(SAMPLES), *more], check=True)
    print('\n| news | statements | detect F1 (95 %) | who-said F1 (95 %) |\n| --- | --- | --- | --- |')
    everything = []
    with tempfile.TemporaryDirectory() as work:
        parts = [('news gold', os.path.join(shared, 'news/gold'))]
        for part in ('ukraine', 'other'):
            target = os.path.join(work, part)
            subprocess.run([sys.executable, os.path.join(HERE, 'gold.py'), os.path.join(shared, 'news/dev'), '--to', target, '--part', part], check=True, stdout=subprocess.DEVNULL)
            parts.append((f'further gold, {"on the war in Ukraine" if part == "ukraine" else "on other subjects"}', target))
        for name, path in parts:
            gold = news.load_gold([path])
            documents = counted(news, gold, news.load_predictions(read, gold))
            everything += documents
            row(name, documents)
    row('all', everything)
    for kind in ('direct', 'mixed', 'indirect'):
        row(f'all, {kind}', everything, kind)
    print('\n| confidence | statements | share right (95 %) |\n| --- | --- | --- |')
    edges = [0, .5, .6, .7, .8, .9, .95, 1.01]
    for low, high in zip(edges, edges[1:]):
        inside = lambda s: [x for d in s for x in d[1] if low <= x[1] < high]
        if inside(everything):
            value, least, most = interval(everything, lambda s: 100 * sum(x[2] for x in inside(s)) / max(1, len(inside(s))))
            print(f'| {low:.2f} to {min(high, 1):.2f} | {len(inside(everything))} | {value:.1f} ({least:.1f}-{most:.1f}) |')


if __name__ == '__main__':
    main()
