"""Tokens and sentences of English news text: the definition that src/OnRecord/Parsing follows.

`tokenize(text)` -> [(start, end)]; `sentence_starts(text, tokens)` -> [bool]. Offsets count code points of `text`.
Tokens follow UD English-EWT: clitics and the hyphens of compounds are words of their own, prefixes keep their hyphen.
"""
import os
import re

LEXICON = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "lexicons", "en", "tokens.tsv")


def words(*kinds):
    with open(LEXICON, encoding="utf-8") as f:
        rows = [line.rstrip("\n").split("\t") for line in f if line[0] != "#"]
    return {word for word, kind in rows if kind in kinds}


PREFIXES = sorted(words("prefix"))
TITLES = words("title", "capital-title", "number")  # abbreviations whose full stop belongs to them; these never end a sentence
ABBREVIATIONS = words("title", "ender")
CAPITAL = words("capital-title", "capital-ender")   # abbreviations only where written with a capital
NUMBER = words("number")                            # abbreviations only before a figure
STARTERS = words("starter")
L = r"[^\W\d_]"                                   # a letter
CLITIC = r"(?:['’`](?:s|S|re|RE|ve|VE|ll|LL|d|D|m|M))(?!\w)"
TOKEN = re.compile(r"""
   (?P<url>(?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’])
 | (?P<mail>[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)
 | (?P<handle>[@\#]\w+)
 | (?P<smile>(?<!\w)[:;]-?[()DP](?!\w))
 | (?P<run>''|``|’’|‘‘|\.\.+|--+|[!?]{2,}|_{2,}|={2,}|\*{2,}|~{2,}|\#{2,}|<<+|>>+|-{2,}|\+{2,})
 | (?P<phone>\d{3}-\d{3}-\d{4}(?!\d)|\d{3}-\d{4}(?!\d))
 | (?P<number>\d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th|s)(?!LETTER))?)
 | (?P<acronym>(?:LETTER\.){2,})
 | (?P<nt>LETTER+?(?=n['’]t(?!\w)|N['’]T(?!\w))|n['’]t(?!\w)|N['’]T(?!\w))
 | (?P<cannot>[Cc]an(?=not(?!\w))|[Gg]on(?=na(?!\w))|[Ww]an(?=na(?!\w))|[Gg]ot(?=ta(?!\w)))
 | (?P<clitic>CLITIC)
 | (?P<prefixed>(?:PREFIX)-LETTER+(?:['’]LETTER{2,}(?<!['’]ll)(?<!['’]re)(?<!['’]ve))*)
 | (?P<amp>[A-Z]+&[A-Z]+(?!\w))
 | (?P<word>LETTER(?:\w|(?<=[A-Za-z])[\u00ad\u200d])*(?:['’](?!(?:s|S|re|RE|ve|VE|ll|LL|d|D|m|M|t)(?!\w))LETTER\w+)*)
 | (?P<other>\S)
""".replace("LETTER", L).replace("CLITIC", CLITIC).replace("PREFIX", "|".join(f"[{p[0].upper()}{p[0]}]{p[1:]}" for p in PREFIXES)), re.X)
CLOSERS = {'"', "''", "”", "’", "’’", "»", ")", "]", "}", "'"}
OPENERS = {'"', "''", "``", "“", "‘", "‘‘", "«", "(", "[", "'"}


def tokenize(text):
    out, at = [], 0
    while m := TOKEN.search(text, at):
        s, e = m.span()
        if m.lastgroup == "word" and text[e:e + 1] == "." and text[e + 1:e + 2] != "." and abbreviated(text, s, e):
            e += 1
        out.append((s, e))
        at = e
    return out


def abbreviated(text, s, e):
    """Whether the full stop at e belongs to the word before it."""
    w = text[s:e].lower()
    if w in ABBREVIATIONS or w in CAPITAL and text[s].isupper():
        return True
    if w in NUMBER:
        return re.match(r"\.\s?\d", text[e:e + 3]) is not None
    return e - s == 1 and text[s].isupper() and text[s] != "I" and re.match(r"\.(\s|-|[A-Z])", text[e:e + 2] + " ") is not None


def sentence_starts(text, tokens):
    """A sentence ends at a line end, or behind . ! ? with its closing marks when what follows can begin one."""
    n = len(tokens)
    start = [False] * n
    if n:
        start[0] = True
    form = [text[a:b] for a, b in tokens]
    for i in range(n - 1):
        gap = text[tokens[i][1]:tokens[i + 1][0]]
        if "\n" in gap:
            start[i + 1] = True
            continue
        w, nx = form[i], form[i + 1]
        if w[-1] not in ".!?…" and not (w in CLOSERS and i and form[i - 1][-1] in ".!?…" and not (len(form[i - 1]) > 1 and form[i - 1][-1] == "." and form[i - 1][0] != ".")):
            continue
        if not gap or nx in CLOSERS and nx not in OPENERS or nx in (",", ";", ":", "-", "–", "—"):
            continue
        if nx in ('"', "''", "'") and not gap.strip() and i + 2 < n and text[tokens[i + 1][1]:tokens[i + 2][0]].startswith(" "):
            continue                               # a symmetric mark with a blank behind it closes
        first = form[i + 2] if nx in OPENERS and i + 2 < n else nx
        capital = first[:1].isupper() or first[:1].isdigit()
        if w[-1] in "!?" or w in CLOSERS:
            start[i + 1] = capital or (nx in OPENERS and not first[:1].islower())
        elif set(w) == {"."} and len(w) > 1 or w == "…":
            start[i + 1] = capital
        elif w == ".":
            start[i + 1] = capital or nx in OPENERS or not first[:1].isalnum()
        else:                                      # an abbreviation
            bare = w[:-1].lower()
            if bare in TITLES or (len(w) == 2 and w[0].isupper()):
                continue
            start[i + 1] = capital and first.lower() in STARTERS and first[:1].isupper()
    return start


def paragraphs(text, tokens):
    """Number of the line of each token, counting lines that hold tokens."""
    out, p = [], 0
    for i, (a, _) in enumerate(tokens):
        if i and "\n" in text[tokens[i - 1][1]:a]:
            p += 1
        out.append(p)
    return out
