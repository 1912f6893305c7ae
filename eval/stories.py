#!/usr/bin/env python3
"""Draws a sample of news as a desk has it that follows stories: reports of the same days that tell the same story.

    eval/stories.py RAW.jsonl[.xz] --to FILE.jsonl [--count 3000] [--seed 1]

A report drawn at random brings all reports of the three days before and behind that share its rare words (cosine of tf-idf at least 0.2), until the count
is reached; one that brings fewer than two others is left out. The same file, count and seed give the same sample on every machine.
"""
import argparse, collections, datetime, json, lzma, math, random, re

NEAR, DAYS, FEWEST = 0.2, 3, 3


def opened(path):
    return lzma.open(path, "rt", encoding="utf-8") if path.endswith(".xz") else open(path, encoding="utf-8")


def day(report):
    try:
        return datetime.date.fromisoformat((report.get("published") or "")[:10]).toordinal()
    except ValueError:
        return None


def vectors(texts):
    counts = [collections.Counter(re.findall(r"[a-z]{3,}", text[:6000].lower())) for text in texts]
    holders = collections.Counter(word for count in counts for word in count)
    for count in counts:
        vector = {w: (1 + math.log(n)) * math.log(len(texts) / holders[w]) for w, n in count.items() if holders[w] > 1}
        vector = dict(sorted(vector.items(), key=lambda e: (-e[1], e[0]))[:60])
        length = math.sqrt(sum(v * v for v in vector.values())) or 1
        yield {w: v / length for w, v in vector.items()}


def sample(reports, count, seed):
    reports = sorted((r for r in reports if day(r)), key=lambda r: (day(r), r["id"]))
    by_day = collections.defaultdict(list)
    for i, report in enumerate(reports):
        by_day[day(report)].append(i)
    words = list(vectors([(r.get("title") or "") + "\n" + r["text"] for r in reports]))
    taken, order = {}, list(range(len(reports)))
    random.Random(seed).shuffle(order)
    for i in order:
        if len(taken) >= count:
            break
        if i in taken:
            continue
        near = [j for d in range(day(reports[i]) - DAYS, day(reports[i]) + DAYS + 1) for j in by_day[d]
                if sum(v * words[j].get(w, 0) for w, v in words[i].items()) >= NEAR]
        if len(near) >= FEWEST:
            taken.update((j, True) for j in near)
    return [reports[i] for i in sorted(list(taken)[:count])]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("raw")
    arguments.add_argument("--to", required=True)
    arguments.add_argument("--count", type=int, default=3000)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    with opened(given.raw) as source:
        drawn = sample([json.loads(line) for line in source], given.count, given.seed)
    with open(given.to, "w", encoding="utf-8") as target:
        target.writelines(json.dumps(report, ensure_ascii=False) + "\n" for report in drawn)
    print(f"{len(drawn)} reports, {drawn[0]['published'][:10]} to {drawn[-1]['published'][:10]}")


if __name__ == "__main__":
    main()
