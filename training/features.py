"""What the encoder is told of each token besides its form: quotation state, place in sentence and paragraph, cue lexicon, capitals.

`context(form, start, para, gaps, lex)` -> int array [tokens, 14]; sizes in SIZES. The definition that src/OnRecord/Parsing follows.
"""
import zlib
import numpy as np

OPEN, CLOSE, SYMMETRIC = {"“", "``", "„", "«"}, {"”", "»"}, {'"', "''"}
SIZES = [5, 6, 11, 11, 3, 7, 7, 16, 20, 8, 7, 7, 16, 4]


def bucket(x, edges):
    """Index of the first edge that is not below x; len(edges) where none is."""
    for i, e in enumerate(edges):
        if x <= e:
            return i
    return len(edges)


def crc(s, n):
    return zlib.crc32(s.encode()) % n


def shape(w):
    """Hamburg-12 -> Xxxx-dd, runs cut at 3, at most 10 marks."""
    s = "".join("X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c for c in w)
    o = ""
    for c in s:
        if len(o) < 3 or not (o[-1] == o[-2] == o[-3] == c):
            o += c
    return o[:10]


def context(form, start, para, spaced, lex):
    """form: tokens; start: first of its sentence; para: paragraph numbers; spaced: white space stands before it; lex: lower form -> bucket 1..7."""
    n = len(form)
    F = np.zeros((n, 14), np.int16)
    sent = np.cumsum(np.array(start, int)) if n else np.zeros(0, int)
    lx = [lex.get(w.lower(), 0) for w in form]
    a = 0
    while a < n:                                   # paragraphs
        b = a
        while b < n and para[b] == para[a]:
            b += 1
        inside, at, regions = False, a, []
        for i in range(a, b):                      # quotation marks; a symmetric mark toggles, reset at the paragraph's end
            w = form[i]
            if w in OPEN or (w in SYMMETRIC and not inside):
                if inside:
                    regions.append((at, i, 0))
                inside, at = True, i
                F[i, 0] = 1
            elif w in CLOSE or w in SYMMETRIC:
                F[i, 0] = 2 if inside else 4
                if inside:
                    regions.append((at, i, 1))
                inside = False
            else:
                F[i, 0] = 3 if inside else 0
        if inside:
            regions.append((at, b - 1, 0))
        for x, y, closed in regions:
            for i in range(x, y + 1):
                F[i, 1:5] = 1 + bucket(y - x, [2, 5, 12, 30]), 1 + bucket(i - x, [0, 1, 3, 10]), 1 + bucket(y - i, [0, 1, 3, 10]), 1 + closed
        if regions:                                # distance to the regions around
            k = 0
            for i in range(a, b):
                if F[i, 1]:
                    continue
                while k < len(regions) and regions[k][0] < i:
                    k += 1
                F[i, 2] = 6 + (bucket(i - regions[k - 1][1], [1, 3, 8]) if k else 4)
                F[i, 3] = 6 + (bucket(regions[k][0] - i, [1, 3, 8]) if k < len(regions) else 4)
        s0, s1 = sent[a], sent[b - 1]
        i = a
        while i < b:                               # sentences within the paragraph
            j = i
            while j < b and sent[j] == sent[i]:
                j += 1
            last = None
            for t in range(i, j):
                F[t, 5:9] = (bucket(t - i, [0, 1, 2, 4, 8, 16]), bucket(j - 1 - t, [0, 1, 2, 4, 8, 16]),
                             min(sent[t] - s0, 3) * 4 + min(s1 - sent[t], 3), bucket(para[t] - para[0], [0, 1, 2, 5]) * 4 + bucket(b - a, [8, 20, 50]))
                F[t, 9] = lx[t]
                F[t, 10] = 0 if last is None else 1 + bucket(t - last, [1, 2, 4, 8, 16])
                if lx[t] >= 4:
                    last = t
                w = form[t]
                F[t, 12] = w[:1].isupper() + 2 * w.isupper() + 4 * w[:1].isdigit() + 8 * (not w[:1].isalnum())
                F[t, 13] = (t == i) + 2 * bool(spaced[t])
            last = None
            for t in range(j - 1, i - 1, -1):
                F[t, 11] = 0 if last is None else 1 + bucket(last - t, [1, 2, 4, 8, 16])
                if lx[t] >= 4:
                    last = t
            i = j
        a = b
    return F


def form_ids(form, glove, words):
    """glove id, word id, 6 hashed feature rows, character n-gram rows of one form (MODEL: see src/OnRecord/Parsing/Models)."""
    l = form.lower()
    f = [k * 4096 + crc(p + x, 4096) for k, (p, x) in enumerate([("1", l[:1]), ("2", l[:3]), ("3", l[-2:]), ("4", l[-3:]), ("5", l[-4:]), ("6", shape(form))])]
    b = "^" + l + "$"
    g = [1 + crc(b[i:i + n], 16383) for n in (3, 4) for i in range(len(b) - n + 1)][:14]
    return glove.get(glove_key(l), 0), words.get(l, 0), f, g


def glove_key(l):
    return "0" if l.replace(",", "").replace(".", "").isdigit() else l.replace("’", "'").replace("“", '"').replace("”", '"').replace("''", '"').replace("``", '"')
