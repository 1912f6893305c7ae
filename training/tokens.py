"""Tokens and sentences of English news text: the definition that src/OnRecord/Parsing follows.

`tokenize(text)` -> [(start, end)]; `sentence_starts(text, tokens)` -> [bool]. Offsets count code points of `text`.
Tokens follow UD English-EWT: clitics and the hyphens of compounds are words of their own, prefixes keep their hyphen.
"""
import re

# Prefixes that stay joined to their word ("non-profit" is one token, "long-term" is three).
PREFIXES = ("anti co counter de e ex extra hyper inter intra macro mega meta micro mid mini multi neo non over pan para post pre pro proto "
            "pseudo quasi re semi sub super supra trans tri ultra un under uni vice").split()
# Abbreviations whose full stop belongs to them. TITLES never end a sentence.
TITLES = "mr mrs ms dr prof sen rep gov gen lt col maj capt cmdr adm sgt cpl rev hon fr st mt ft no nos vs pres messrs mme mlle amb supt det insp brig pvt reps sens govs gens".split()
ENDERS = "jr sr inc corp co ltd llc bros etc al est dept univ assn ave blvd rd jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun approx ca cf ed eds fig pp vol ph.d m.sc".split()
ABBREVIATIONS = set(TITLES) | set(ENDERS)
L = r"[^\W\d_]"                                   # a letter
CLITIC = r"(?:['’`](?:s|S|re|RE|ve|VE|ll|LL|d|D|m|M))(?!\w)"
TOKEN = re.compile(r"""
   (?P<url>(?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’])
 | (?P<mail>[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)
 | (?P<handle>[@\#]\w+)
 | (?P<smile>(?<!\w)[:;]-?[()DP](?!\w))
 | (?P<run>''|``|’’|‘‘|\.\.+|--+|[!?]{2,}|_{2,}|={2,}|\*{2,}|~{2,}|\#{2,}|<<+|>>+|-{2,}|\+{2,})
 | (?P<phone>\d{3}-\d{3}-\d{4}(?!\d)|\d{3}-\d{4}(?!\d))
 | (?P<number>\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![^\W\d_])|\d+(?:[.,:/]\d+)*)
 | (?P<acronym>(?:LETTER\.){2,})
 | (?P<nt>LETTER+?(?=n['’]t(?!\w))|n['’]t(?!\w)|N['’]T(?!\w))
 | (?P<cannot>[Cc]an(?=not(?!\w))|[Gg]on(?=na(?!\w))|[Ww]an(?=na(?!\w))|[Gg]ot(?=ta(?!\w)))
 | (?P<clitic>CLITIC)
 | (?P<prefixed>(?:PREFIX)-LETTER+(?:['’]LETTER{2,}(?<!['’]ll)(?<!['’]re)(?<!['’]ve))*)
 | (?P<amp>[A-Z]+&[A-Z]+(?!\w))
 | (?P<word>LETTER(?:\w|(?<=[A-Za-z])[\u00ad\u200d])*(?:['’](?!(?:s|S|re|RE|ve|VE|ll|LL|d|D|m|M|t)(?!\w))LETTER\w+)*)
 | (?P<other>\S)
""".replace("LETTER", L).replace("CLITIC", CLITIC).replace("PREFIX", "|".join(f"[{p[0].upper()}{p[0]}]{p[1:]}" for p in PREFIXES)), re.X)
CLOSERS = {'"', "''", "”", "’", "’’", "»", ")", "]", "}", "'"}
OPENERS = {'"', "''", "``", "“", "‘", "‘‘", "«", "(", "[", "'"}
STARTERS = set("the a an he she it they we i you in on at but and this that these those his her its their our my as if when while after before there however meanwhile "
               "for with from by to what who how why where some many most all no not one two".split())


def tokenize(text):
    out = []
    for m in TOKEN.finditer(text):
        s, e = m.span()
        if m.lastgroup == "word" and e < len(text) and text[e] == ".":
            w = text[s:e].lower()
            if w in ABBREVIATIONS or (e - s == 1 and text[s].isupper() and text[s] != "I" and re.match(r"\.(\s|-|[A-Z])", text[e:e + 2] + " ")):
                if not (e + 1 < len(text) and text[e + 1] == "."):
                    out.append((s, e + 1)); continue
        if out and m.lastgroup == "other" and text[s] == "." and out[-1][1] == s + 1 and text[out[-1][1] - 1] == ".":
            continue                               # the full stop was taken by the abbreviation before it
        if m.lastgroup == "word" and text[s:e].lower() not in ("cannot",):
            m2 = NT.search(text[s:e])
            if m2:
                out += [(s, s + m2.start()), (s + m2.start(), e)]; continue
        out.append((s, e))
    return out


NT = re.compile(r"(?<=\w)n['’]t$")


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
