#!/usr/bin/env python3
"""The further gold (eval/gold-extra): checks it against the texts, and writes it, or a part of it, in the form news.py reads.

    eval/gold.py TEXTS                        check: every offset, field and word limit; prints what is wrong and the counts
    eval/gold.py TEXTS --to FOLDER [--part P] write the reports of part P (all, measuring, open, ukraine, other) to FOLDER

TEXTS is the folder of the articles (news/dev), JSON with id and text. The files of the gold hold no text: a description of more than four
words is a span where a name would stand, and is put in here. Which half a report belongs to is decided by the SHA-256 of its id: an even
last digit makes it one of the measuring half, whose errors nobody who mends the program is shown.
"""
import argparse, glob, hashlib, json, os, re, sys

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.path.join(HERE, "gold-extra")
PARTS = ("all", "measuring", "open", "ukraine", "other")
STATUSES = "committed intended conditional reported_unconfirmed under_way delivered delayed reduced suspended cancelled refused".split()
ACTS = ("announce promise warn urge demand call_for request deny rule_out not_rule_out refuse accuse criticise support oppose claim confirm "
        "admit dismiss play_down threaten want decline_comment").split()
QUANTITY = re.compile(r"(>=|<=|>|<|~)?\d+(\.\d+)?(-\d+(\.\d+)?)?")
VAGUE = {"dozens", "hundreds", "thousands", "hundreds of thousands", "millions", "billions", "significant quantities"}
NAME_KEYS = {"donors", "recipient", "speaker", "reported_by", "holder", "member"}
WORDS = {"item": 4, "condition": 4, "issue": 4, "name": 5, "note": 5, "when": 4, "unit": 3, "place": 5, "kind": 2, "organisation": 4}


def measuring(name):
    return int(hashlib.sha256(name.encode()).hexdigest()[-1], 16) % 2 == 0


def wanted(report, part):
    half = "measuring" if measuring(report["id"]) else "open"
    return part in ("all", half, report["subject"])


def reports():
    for path in sorted(glob.glob(os.path.join(FOLDER, "*.json"))):
        with open(path, encoding="utf-8") as source:
            yield json.load(source)


def texts_of(folder):
    found = {}
    for path in glob.glob(os.path.join(folder, "*.json")):
        with open(path, encoding="utf-8") as source:
            article = json.load(source)
        found[article["id"]] = article["text"]
    return found


def is_span(value):
    return isinstance(value, dict) and set(value) == {"start", "end"}


def resolved(value, text, key=None):
    """The same with the text put in where a span stands for a name."""
    if is_span(value) and key in NAME_KEYS:
        return text[value["start"]:value["end"]]
    if isinstance(value, dict):
        return {k: resolved(v, text, k) for k, v in value.items()}
    if isinstance(value, list):
        return [resolved(v, text, key) for v in value]
    return value


def spans(value):
    if is_span(value):
        yield value
    elif isinstance(value, (dict, list)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from spans(part)


def too_long(value, key=None):
    """Fields with more words than they may have, so that no sentence of an article gets in."""
    if isinstance(value, dict):
        for k, v in value.items():
            yield from too_long(v, k)
    elif isinstance(value, list):
        for v in value:
            yield from too_long(v, key)
    elif isinstance(value, str) and len(value.split()) > WORDS.get(key, 9):
        yield f"{key} has {len(value.split())} words"


def faults(report, text):
    if hashlib.sha256(text.encode()).hexdigest() != report["text_sha256"]:
        yield "the text is another one"
        return
    for span in spans(report):
        start, end = span["start"], span["end"]
        if not 0 <= start < end <= len(text):
            yield f"{start}-{end} does not lie in the text"
        elif text[start].isspace() or text[end - 1].isspace():
            yield f"{start}-{end} begins or ends with a space"
        elif cuts_word(text, start) or cuts_word(text, end):
            yield f"{start}-{end} cuts a word"
        elif end - start > 1500:
            yield f"{start}-{end} is {end - start} characters long"
    yield from too_long({k: v for k, v in report.items() if k != "text_sha256"})
    for c in report["commitments"]:
        if c["status"] not in STATUSES or not c["donors"] or not c["item"] or not c["evidence"]:
            yield f"commitment {c['item']}: status, donors, item or evidence"
        if c["quantity"] is not None and c["quantity"] not in VAGUE and not QUANTITY.fullmatch(c["quantity"]):
            yield f"commitment {c['item']}: quantity {c['quantity']}"
        if (c["status"] == "conditional") and not c["condition"]:
            yield f"commitment {c['item']}: conditional without condition"
    for s in report["statements"]:
        if s["type"] not in ("direct", "indirect", "mixed") or not s["content"] or s["act"] not in [None, *ACTS]:
            yield f"statement at {s['content']}: type, content or act"
        if s["cue"] and any(c["start"] < s["cue"]["end"] and s["cue"]["start"] < c["end"] for c in s["content"]):
            yield f"statement at {s['cue']}: the cue lies in the content"
    for t in report["stances"]:
        if t["act"] not in ACTS:
            yield f"stance {t['issue']}: act {t['act']}"
    for e in report["events"]:
        if e["occurred"] not in ("asserted", "planned", "denied", "hypothetical"):
            yield f"event {e['kind']}: {e['occurred']}"


def cuts_word(text, at):
    """Both sides are letters or digits; a capital behind a small letter or a digit is a gap the page lost."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    return before.isalnum() and after.isalnum() and not (not before.isupper() and after.isupper())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", metavar="TEXTS")
    parser.add_argument("--to", metavar="FOLDER")
    parser.add_argument("--part", choices=PARTS, default="all")
    args = parser.parse_args()
    texts = texts_of(args.texts)
    kinds, wrong = {}, 0
    for report in reports():
        if not wanted(report, args.part):
            continue
        text = texts.get(report["id"])
        for fault in ["there is no text"] if text is None else faults(report, text):
            print(f"{report['id']}: {fault}", file=sys.stderr)
            wrong += 1
        for kind, value in report.items():
            if isinstance(value, list):
                kinds[kind] = kinds.get(kind, 0) + len(value)
        kinds["reports"] = kinds.get("reports", 0) + 1
        if args.to and text is not None:
            os.makedirs(args.to, exist_ok=True)
            with open(os.path.join(args.to, report["id"] + ".json"), "w", encoding="utf-8") as target:
                json.dump(resolved(report, text), target, ensure_ascii=False, indent=1)
    print(", ".join(f"{count} {kind}" for kind, count in kinds.items()) + f"; {wrong} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
