#!/usr/bin/env python3
"""Feeds the program what should break it, and counts what goes wrong.

    eval/hostile.py SHARED/hostile [--keep FOLDER]

Strings, pages, archives and broken files go through `read` and `clean`, and every Unicode test line through `parse`. A run is good when the program
ends by itself with 0 or 3, writes whole JSON lines, names each file that it refuses, and gives spans that fit their text. Ends with 1 on any fault.
"""
import argparse, bz2, collections, glob, gzip, json, os, re, subprocess, sys, tarfile, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
ONRECORD = os.path.join(os.path.dirname(HERE), "onrecord")
SECONDS = 600


def run(*arguments):
    begun = time.time()
    try:
        done = subprocess.run([ONRECORD, *arguments], capture_output=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return None, "", f"not ended after {SECONDS} s", SECONDS
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"), time.time() - begun


def json_faults(output, evidence):
    """Whole JSON lines; reports whose passages are the characters they point at."""
    faults = []
    for number, line in enumerate(output.splitlines(), 1):
        try:
            row = json.loads(line)
        except ValueError:
            faults.append(f"line {number} is no JSON")
            continue
        if evidence and "text" in row:
            faults += [f"line {number}: {f}" for f in span_faults(row, row["text"])]
    return faults


def span_faults(value, text):
    if isinstance(value, dict):
        start, end = value.get("start"), value.get("end")
        if isinstance(start, int) and isinstance(end, int):
            if not 0 <= start <= end <= len(text):
                yield f"span {start}-{end} outside the text"
            elif isinstance(value.get("text"), str) and value["text"] != text[start:end]:
                yield f"span {start}-{end} is not its text"
        for inner in value.values():
            yield from span_faults(inner, text)
    elif isinstance(value, list):
        for inner in value:
            yield from span_faults(inner, text)


def conllu_faults(output, text):
    """Every token at its code points, in order, and no visible character left out."""
    at, faults = 0, []
    for line in output.splitlines():
        cells = line.split("\t")
        if len(cells) != 10 or not cells[0].isdigit():
            continue
        place = re.search(r"Start=(\d+)\|End=(\d+)", cells[9])
        if not place:
            return ["a token without place"]
        start, end = int(place[1]), int(place[2])
        if start < at or end <= start or end > len(text):
            faults.append(f"token at {start}-{end} out of order")
        elif text[at:start].strip() and not all(c.isspace() or not c.isprintable() for c in text[at:start]):
            faults.append(f"left out {at}-{start}: {text[at:start]!r:.60}")
        at = end
    return faults


def unicode_lines(folder):
    """The strings of Unicode's break, normalisation and bidirectional tests."""
    for name in ("GraphemeBreakTest.txt", "LineBreakTest.txt", "SentenceBreakTest.txt", "WordBreakTest.txt", "NormalizationTest.txt.bz2", "BidiCharacterTest.txt.gz"):
        path = os.path.join(folder, name)
        opener = bz2.open if name.endswith("bz2") else gzip.open if name.endswith("gz") else open
        with opener(path, "rt", encoding="utf-8") as source:
            for line in source:
                codes = re.findall(r"\b[0-9A-F]{4,6}\b", line.split("#")[0].split(";")[0])
                if codes and not line.startswith("@"):
                    yield "".join(chr(int(c, 16)) for c in codes if not 0xD800 <= int(c, 16) <= 0xDFFF)


def write(folder, name, content):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "wb") as target:
        target.write(content)


def unpack(archive, folder, endings):
    with tarfile.open(archive) as packed:
        for k, member in enumerate(packed.getmembers()):
            if member.isfile() and member.name.endswith(endings):
                write(folder, f"{k:05}-{os.path.basename(member.name)}", packed.extractfile(member).read())


def prepare(source, work):
    """Folders of hostile files by kind."""
    path = lambda *parts: os.path.join(work, *parts)
    subprocess.run([sys.executable, os.path.join(source, "made", "make_hostile.py"), path("made")], check=True, stdout=subprocess.DEVNULL)
    with open(os.path.join(source, "blns", "blns.json"), encoding="utf-8") as strings:
        for k, text in enumerate(json.load(strings)):
            write(path("strings"), f"{k:03}.txt", text.encode("utf-8", "surrogatepass"))
            write(path("strings"), f"{k:03}-said.txt", f"The minister said: “{text}” and left for {text} on Monday, {text} reported.".encode("utf-8", "surrogatepass"))
    unpack(os.path.join(source, "JSONTestSuite.tar.gz"), path("json"), ".json")
    unpack(os.path.join(source, "chardet-tests.tar.gz"), path("encodings"), (".txt", ".html", ".xml", ".srt"))
    unpack(os.path.join(source, "libxml2-fuzz.tar.gz"), path("markup"), (".html", ".xml"))
    with tarfile.open(os.path.join(source, "html5lib-tests.tar.gz")) as packed:
        for member in packed.getmembers():
            if "tree-construction" in member.name and member.name.endswith(".dat"):
                for k, test in enumerate(packed.extractfile(member).read().split(b"#data\n")[1:]):
                    write(path("html"), f"{os.path.basename(member.name)[:-4]}-{k:03}.html", test.split(b"\n#errors")[0])
    for kind in ("warc", "libarchive-malformed"):
        for file in glob.glob(os.path.join(source, kind, "**", "*"), recursive=True):
            if os.path.isfile(file) and not file.endswith((".md", "LICENSE")):
                with open(file, "rb") as content:
                    write(path("archives"), f"{len(os.listdir(path('archives'))) if os.path.isdir(path('archives')) else 0:03}-{os.path.basename(file)}", content.read())
    for k, file in enumerate(sorted(glob.glob(os.path.join(source, "fuzzdb", "**", "*.txt"), recursive=True))):
        with open(file, "rb") as content:
            write(path("attacks"), f"{k:03}.txt", content.read())
    return sorted(os.listdir(work))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hostile")
    parser.add_argument("--keep", metavar="FOLDER")
    args = parser.parse_args()
    bad = collections.Counter()

    def report(name, count, code, faults, seconds, refused=0):
        print(f"{name:22} {count:6} inputs, {refused:5} refused by name, {len(faults):4} faults, {seconds:6.1f} s" + ("" if code in (0, 3) else f", ENDED WITH {code}"), flush=True)
        for fault in faults[:5]:
            print(f"    {fault}")
        bad[name] += len(faults) + (code not in (0, 3))

    with tempfile.TemporaryDirectory() as temporary:
        work = args.keep or temporary
        for kind in prepare(args.hostile, work):
            folder = os.path.join(work, kind)
            named = [os.path.join(folder, file) for file in sorted(os.listdir(folder))] if kind in ("archives", "made") else [folder]  # of a folder, only texts and pages are taken
            code, output, errors, seconds = run("read", *named, "--format", "jsonl", "--with-text", "--no-store")
            faults = json_faults(output, evidence=True) + [e[:150] for e in errors.splitlines() if "nhandled exception" in e or re.match(r"\s+at \w+\.", e)]
            report(f"read {kind}", len(os.listdir(folder)), code, faults, seconds, sum(": " in e for e in errors.splitlines()))
        code, output, errors, seconds = run("clean", os.path.join(work, "html"), "--format", "jsonl")
        report("clean html", len(os.listdir(os.path.join(work, "html"))), code, json_faults(output, evidence=True), seconds)
        lines = list(unicode_lines(os.path.join(args.hostile, "unicode")))
        for size in (1, 4000):
            texts = lines[::400] if size == 1 else ["\n\n".join(lines[k:k + size]) for k in range(0, len(lines), size)]
            faults, longest, worst = [], 0., 0
            for text in texts:
                place = os.path.join(temporary, "line.txt")
                with open(place, "w", encoding="utf-8", newline="") as target:
                    target.write(text)
                code, output, errors, seconds = run("parse", place, "--format", "conllu")
                faults += conllu_faults(output, text) + ([] if code in (0, 3) else [f"ended with {code}: {errors[:100]}"])
                longest = max(longest, seconds)
            report(f"parse unicode x{size}", len(texts), 0, faults, longest)
    print(f"{sum(bad.values())} faults")
    return 1 if sum(bad.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
