"""Readers of the training corpora. Each yields Document objects with the labels that the corpus has.

A Document holds tokens with sentence starts, paragraph numbers and white space before them, and any of: tags, heads, names, roles.
"""
import bisect
import gzip
import json
import os
from dataclasses import dataclass, field

import tokens as tokenizer

NAME_TAGS = ["O"] + [f"{p}-{t}" for t in ("PER", "ORG", "LOC") for p in "BIES"]
ROLE_TAGS = ["O"] + [f"{p}-{r}" for r in ("source", "cue", "content") for p in "BIES"]


@dataclass
class Document:
    name: str
    corpus: str
    form: list
    start: list
    para: list
    spaced: list
    spans: list = None
    upos: list = None
    xpos: list = None
    lemma: list = None
    head: list = None          # token number of the head in the document, -1 for a root
    rel: list = None
    names: list = None         # tag numbers of NAME_TAGS
    roles: list = None         # tag numbers of ROLE_TAGS
    lines: list = field(default=None)   # paragraph numbers where each sentence is a line of its own


def opened(path):
    return gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")


def bioes(tags):
    """Types per token with begin flags -> BIOES numbers. `tags` are IOB strings (either convention)."""
    out, n = [0] * len(tags), len(tags)
    i = 0
    while i < n:
        if tags[i] == "O":
            i += 1
            continue
        kind, j = tags[i][2:], i + 1
        while j < n and tags[j] == "I-" + kind:
            j += 1
        mark(out, i, j, NAME_TAGS, kind)
        i = j
    return out


# Words before a name that are not part of it: "President Bush" names Bush.
TITLES = set("mr mr. mrs mrs. ms ms. miss dr dr. sir lord lady dame prof prof. professor president vice chancellor minister prime secretary sen sen. senator rep rep. "
             "representative congressman congresswoman gov gov. governor mayor judge justice gen gen. general col col. colonel capt capt. captain lt lt. lieutenant sgt sgt. "
             "sergeant maj maj. major adm adm. admiral sheikh shaikh ayatollah imam pope king queen prince princess emperor rabbi reverend rev rev. father sister saint doctor "
             "ambassador commissioner attorney officer detective coach cmdr cmdr. spokesman spokeswoman deputy st st. uncle aunt".split())


def without_title(form, i, j):
    """First token of a person's name behind titles; none is cut where nothing would be left."""
    while i + 1 < j and form[i].lower() in TITLES:
        i += 1
    return i


def mark(out, i, j, table, kind):
    if j - i == 1:
        out[i] = table.index("S-" + kind)
    else:
        out[i], out[j - 1] = table.index("B-" + kind), table.index("E-" + kind)
        for k in range(i + 1, j - 1):
            out[k] = table.index("I-" + kind)


def treebank(path, corpus):
    """Documents of a UD treebank; GUM's `Entity=` gives names where the head of an entity is a proper noun."""
    doc, first, new_para, entities = None, 0, True, []
    rows = []
    with opened(path) as f:
        for line in f:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                if doc:
                    yield finish(doc, entities)
                doc = Document(line.split("= ")[1], corpus, [], [], [], [], upos=[], xpos=[], lemma=[], head=[], rel=[], lines=[])
                entities = []
                new_para = True
            elif line.startswith("# newpar"):
                new_para = True
            elif line.startswith("#"):
                pass
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                add_sentence(doc, rows, new_para, entities)
                rows, new_para = [], False
    if doc:
        yield finish(doc, entities)


def add_sentence(doc, rows, new_para, entities):
    base = len(doc.form)
    spaced, glued_until, at = True, 0, 0
    paragraph = (doc.para[-1] + (1 if new_para else 0)) if doc.para else 0
    line = doc.lines[-1] + 1 if doc.lines else 0
    after = None
    for c in rows:
        if "-" in c[0]:
            glued_until = int(c[0].split("-")[1])
            after = "SpaceAfter=No" not in c[9]
            continue
        if "." in c[0]:
            continue
        number = int(c[0])
        doc.form.append(c[1])
        doc.start.append(number == 1)
        doc.para.append(paragraph)
        doc.lines.append(line)
        doc.spaced.append(spaced)
        doc.upos.append(c[3])
        doc.xpos.append(c[4])
        doc.lemma.append(c[2])
        doc.head.append(base + int(c[6]) - 1 if c[6] != "0" else -1)
        doc.rel.append(c[7])
        spaced = "SpaceAfter=No" not in c[9] if number > glued_until else (number == glued_until and after)
        for part in c[9].split("|"):
            if part.startswith("Entity="):
                entities.append((base + number - 1, part[7:]))


def finish(doc, entities):
    if doc.corpus == "gum":
        doc.names = names_of_entities(doc, entities)
    return doc


def names_of_entities(doc, entities):
    """`(7-organization-new-...-Name` opens, `7)` closes, `(7-...)` is one token. A name is the run of capitalised words around a proper-noun head."""
    kinds = {"person": "PER", "organization": "ORG", "place": "LOC"}
    open_, spans = {}, []
    for at, text in entities:
        i = 0
        while i < len(text):
            if text[i] == "(":
                j = i + 1
                depth_end = len(text)
                for k in range(j, len(text)):
                    if text[k] in "()":
                        depth_end = k
                        break
                body = text[j:depth_end].split("-")
                if depth_end < len(text) and text[depth_end] == ")":
                    spans.append((at, at + 1, body[1]))
                    i = depth_end + 1
                else:
                    open_.setdefault(body[0], []).append((at, body[1]))
                    i = depth_end
            else:
                j = text.index(")", i) if ")" in text[i:] else len(text)
                key = text[i:j]
                if open_.get(key):
                    s, kind = open_[key].pop()
                    spans.append((s, at + 1, kind))
                i = j + 1
    out = [0] * len(doc.form)
    taken = [False] * len(doc.form)
    for s, e, kind in sorted(spans, key=lambda x: x[0] - x[1]):
        if kind not in kinds:
            continue
        heads = [k for k in range(s, e) if not s <= doc.head[k] < e]
        if len(heads) != 1 or doc.upos[heads[0]] != "PROPN":
            continue
        h = heads[0]
        if kind == "person" and doc.xpos[h] == "NNPS":                  # peoples and families are no persons
            continue
        i, j = h, h + 1
        proper = lambda k: doc.upos[k] == "PROPN" or (doc.form[k][:1].isupper() and doc.upos[k] in ("ADJ", "NOUN", "NUM", "VERB")) or doc.form[k] in ("-", "'s", "&") and s < k < e - 1
        while i > s and (proper(i - 1) or (doc.form[i - 1].lower() in ("of", "the", "for", "and", "in", "de", "van", "von", "al") and i - 1 > s and proper(i - 2) and kind != "person")):
            i -= 1
        while j < e and (proper(j) or (doc.form[j].lower() in ("of", "the", "for", "and", "de", "van", "von", "al", "-") and j + 1 < e and (proper(j + 1) or doc.form[j + 1] == "the") and kind != "person")):
            j += 1
        while i < h and not (doc.upos[i] == "PROPN" or doc.form[i][:1].isupper()):
            i += 1
        while j > h + 1 and not (doc.upos[j - 1] in ("PROPN", "NUM") or doc.form[j - 1][:1].isupper()):
            j -= 1
        if doc.form[i].lower() == "the" and i < h:
            i += 1
        if kind == "person":
            i = without_title(doc.form, i, j)
        if any(taken[i:j]):
            continue
        taken[i:j] = [True] * (j - i)
        mark(out, i, j, NAME_TAGS, kinds[kind])
    return out


def of_text(name, corpus, text):
    spans = tokenizer.tokenize(text)
    return Document(name, corpus, [text[a:b] for a, b in spans], tokenizer.sentence_starts(text, spans), tokenizer.paragraphs(text, spans),
                    [i == 0 or spans[i - 1][1] < a for i, (a, _) in enumerate(spans)], spans)


def role_tags(doc, attributions):
    """A token has one role: cues first, then sources, then contents. Returns BIOES numbers."""
    starts, ends = [a for a, _ in doc.spans], [b for _, b in doc.spans]
    out = [0] * len(starts)
    for role in ("cue", "source", "content"):
        for a in attributions:
            for s, e in a.get(role, []):
                i, j = bisect.bisect_right(ends, s), bisect.bisect_left(starts, e)
                while i < j and out[i]:
                    i += 1
                k = i
                while k < j and not out[k]:
                    k += 1
                if k > i:
                    mark(out, i, k, ROLE_TAGS, role)
    return out


def polnear(folder, split, silver):
    """PolNeAR articles with roles, and with CoreNLP's names where the silver file has the article."""
    names = silver_names(silver)
    path = os.path.join(folder, split + ".jsonl.gz")
    with opened(path) as f:
        for line in f:
            d = json.loads(line)
            text = d.get("text")
            if text is None:
                with open(os.path.join(folder, split, d["doc_id"] + ".txt"), encoding="utf-8", newline="") as g:
                    text = g.read()
            doc = of_text(d["doc_id"], "polnear", text)
            doc.roles = role_tags(doc, d["attributions"])
            if d["doc_id"] in names:
                doc.names = project(doc, names[d["doc_id"]])
            yield doc


def silver_names(path):
    kinds = {"PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC"}
    out, spans, last = {}, None, None
    with opened(path) as f:
        for line in f:
            if line.startswith("# newdoc"):
                spans = out[line.split("= ")[1].strip().removesuffix(".txt")] = []
                last = None
            elif line[:1] in "#\n":
                last = None if line[0] == "\n" else last
            else:
                c = line.rstrip("\n").split("\t")
                kind = kinds.get(c[6])
                if kind and last and last[2] == kind:
                    last[1] = int(c[8])
                elif kind:
                    last = [int(c[7]), int(c[8]), kind]
                    spans.append(last)
                if not kind:
                    last = None
    return out


def project(doc, spans):
    starts, ends = [a for a, _ in doc.spans], [b for _, b in doc.spans]
    out = [0] * len(starts)
    for s, e, kind in spans:
        i, j = bisect.bisect_right(ends, s), bisect.bisect_left(starts, e)
        while i < j and doc.form[i].lower() == "the":
            i += 1
        if kind == "PER":
            i = without_title(doc.form, i, j)
        if i < j and not any(out[i:j]):
            mark(out, i, j, NAME_TAGS, kind)
    return out


MAPS = {
    "wikigold": {"PER": "PER", "ORG": "ORG", "LOC": "LOC"},
    "crossner": {"person": "PER", "politician": "PER", "organisation": "ORG", "politicalparty": "ORG", "country": "LOC", "location": "LOC"},
    "wnut17": {"person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG"},
    "btc": {"PER": "PER", "ORG": "ORG", "LOC": "LOC"},
    "re3d": {"Person": "PER", "Organisation": "ORG", "Location": "LOC"},
}
SPLIT_HYPHENS = {"wikigold", "crossner", "re3d"}


def names(path, corpus):
    """Sentences of an IOB file; neighbours are joined into documents of up to 12 sentences so that the encoder sees running text."""
    kinds = MAPS[corpus]
    doc, sentence = None, []
    count = 0

    def add(doc, sentence):
        tags = []
        for word, tag in sentence:
            kind = kinds.get(tag[2:])
            tags.append(f"{tag[0]}-{kind}" if kind else "O")
        paragraph = doc.para[-1] + 1 if doc.para else 0
        for k, (word, _) in enumerate(sentence):
            doc.form.append(word)
            doc.start.append(k == 0)
            doc.para.append(paragraph)
            doc.spaced.append(word not in (",", ".", "'s", ")", "?", "!", ";", ":", "n't"))
        # IOB1 files begin a name with I- where nothing of its kind stands before.
        doc.names += bioes(tags)

    def fresh():
        return Document(f"{corpus}-{count}", corpus, [], [], [], [], names=[])

    doc, in_doc = fresh(), 0
    with opened(path) as f:
        for line in list(f) + ["\n"]:
            line = line.rstrip("\n")
            c = line.split("\t") if "\t" in line else line.rsplit(" ", 1)
            if line.strip() and not line.startswith("# ") and len(c) >= 2:
                sentence.append((c[0], c[-1].strip()))
            elif sentence:
                if any(w != "-DOCSTART-" for w, _ in sentence):
                    add(doc, sentence)
                    in_doc += 1
                sentence = []
                if in_doc >= (12 if corpus in ("wikigold", "re3d") else 1):
                    count += 1
                    yield doc
                    doc, in_doc = fresh(), 0
    if in_doc:
        yield doc
