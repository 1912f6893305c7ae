#!/usr/bin/env python3
"""Trains the scorer that tells the blocks of a web page's story from the rest, and writes data/models/page_blocks.tsv.

  python3 training/blocks.py FEATURES.jsonl GOLD.jsonl OUT.tsv [--cross]

FEATURES.jsonl: one page a line, {"path", "blocks": [{"t": text, "f": [numbers]}]}, the numbers as BlockFeatures.cs makes them.
GOLD.jsonl: one page a line, {"path", "text", "weight"}: the story's text as people marked it; or {"path", "with", "without", "weight"}: phrases that belong to it and
phrases that do not, other blocks of such a page being left out.
--cross prints the score of five-fold cross-validation by page (shingles of four words, as the article-extraction-benchmark counts) and writes nothing.
Several nets with one hidden layer of tanh units each, their outputs averaged; weighted logistic loss, fixed seeds, PyTorch on one thread.
"""
import argparse, collections, json, re
import torch

WORD = re.compile(r'\w+')
HIDDEN, ROUNDS, RATE, DECAY, SEEDS = 24, 400, 0.01, 0.1, (7, 8, 9)


def shingles(text, n=4):
    words = WORD.findall(text or '')
    return collections.Counter(tuple(words[i:i + n]) for i in range(max(1, len(words) - n + 1))) if words else collections.Counter()


def label(block, gold, lines):
    words = WORD.findall(block)
    if len(words) < 5:
        return float(' '.join(words) in lines)
    found = [tuple(words[i:i + 4]) in gold for i in range(len(words) - 3)]
    return float(sum(found) >= 0.5 * len(found))


def load(features, golds):
    gold = {}
    for line in open(golds, encoding='utf-8'):
        page = json.loads(line)
        gold[page['path']] = page
    pages = []
    for line in open(features, encoding='utf-8'):
        page = json.loads(line)
        if page['path'] not in gold or not page['blocks']:
            continue
        target = gold[page['path']]
        page['x'] = torch.tensor([b['f'] for b in page['blocks']])
        if 'with' in target:
            has = lambda b, phrases: any(' '.join(p.split()) in b['t'] for p in phrases)
            page['y'] = torch.tensor([float(has(b, target['with'])) for b in page['blocks']])
            known = torch.tensor([float(has(b, target['with'] + target['without'])) for b in page['blocks']])
            page['w'] = known / max(1.0, known.sum().item()) * target['weight']
            pages.append(page)
            continue
        page['gold'] = shingles(target['text'])
        lines = {' '.join(WORD.findall(x)) for x in target['text'].split('\n')}
        page['y'] = torch.tensor([label(b['t'], page['gold'], lines) for b in page['blocks']])
        # Long blocks matter more for the text, but a page's many short ones must not be lost; every page counts alike.
        size = torch.tensor([max(1.0, len(b['t'])) for b in page['blocks']]) ** 0.5
        page['w'] = size / size.sum() * target.get('weight', 1.0)
        pages.append(page)
    return pages


def train(pages):
    nets = [train_one(pages, seed) for seed in SEEDS]
    return lambda x: sum(net(x) for net in nets) / len(nets), nets


def train_one(pages, seed):
    torch.manual_seed(seed)
    x, y, w = (torch.cat([p[k] for p in pages]) for k in 'xyw')
    net = torch.nn.Sequential(torch.nn.Linear(x.shape[1], HIDDEN), torch.nn.Tanh(), torch.nn.Linear(HIDDEN, 1))
    opt = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    w = w / w.mean()
    for i in range(ROUNDS):
        for group in opt.param_groups:
            group['lr'] = RATE * (1 - i / ROUNDS)
        opt.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(net(x).squeeze(1), y, weight=w)
        loss.backward()
        opt.step()
    return net


def score(pages, nets, threshold):
    ps, rs = [], []
    for page, net in zip(pages, nets):
        with torch.no_grad():
            keep = torch.sigmoid(net(page['x']).squeeze(1)) > threshold
        p = shingles('\n'.join(b['t'] for b, k in zip(page['blocks'], keep) if k))
        tp = sum((page['gold'] & p).values())
        fp, fn = sum(p.values()) - tp, sum(page['gold'].values()) - tp
        if tp + fp:
            ps.append(tp / (tp + fp))
        if tp + fn:
            rs.append(tp / (tp + fn))
    p, r = sum(ps) / len(ps), sum(rs) / len(rs)
    return p, r, 2 * p * r / (p + r)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('features')
    ap.add_argument('gold')
    ap.add_argument('out')
    ap.add_argument('--cross', action='store_true')
    args = ap.parse_args()
    torch.set_num_threads(1)
    pages = load(args.features, args.gold)
    print(len(pages), 'pages,', sum(len(p['blocks']) for p in pages), 'blocks')
    if args.cross:
        folds = [train([p for i, p in enumerate(pages) if i % 5 != k]) for k in range(5)]
        folds = [f for f, _ in folds]
        for name in sorted({p['path'].split('/')[-3] for p in pages if 'gold' in p}):
            chosen = [(p, folds[i % 5]) for i, p in enumerate(pages) if 'gold' in p and p['path'].split('/')[-3] == name]
            for threshold in (0.3, 0.4, 0.5, 0.6):
                print(name, len(chosen), threshold, '%.4f %.4f %.4f' % score([p for p, _ in chosen], [n for _, n in chosen], threshold))
        return
    _, nets = train(pages)
    with open(args.out, 'w', encoding='utf-8') as f:
        f.write('# Weights of the scorer for blocks of web pages: number of the hidden unit, its bias, weight of its output, weights of its inputs; last row: bias of the output.\n')
        f.write('# Source: trained by training/blocks.py on article-extraction-benchmark (MIT), mozilla/readability test pages and the evaluation pages of trafilatura (Apache-2.0). Licence: Apache-2.0.\n')
        rows = [[first.bias[j].item(), last.weight[0, j].item() / len(nets), *first.weight[j].tolist()] for first, _, last in nets for j in range(HIDDEN)]
        rows.append([sum(net[2].bias[0].item() for net in nets) / len(nets)])
        for i, row in enumerate(rows):
            f.write('\t'.join(['%03d' % i, *('%.4g' % v for v in row)]) + '\n')


if __name__ == '__main__':
    main()
