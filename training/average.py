"""Averages the weights of two runs, the second of which went on from the first (Wortsman et al. 2022, arXiv 2203.05482).

  python3 training/average.py FIRST SECOND OUT --share 0.6 --work training/work
"""
import argparse
import os
import shutil

import torch

import encoder


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("first")
    ap.add_argument("second")
    ap.add_argument("out")
    ap.add_argument("--share", type=float, default=.6, help="weight of the second run")
    ap.add_argument("--work", default=os.path.join(encoder.HERE, "work"))
    args = ap.parse_args()
    a, b = (torch.load(f"{args.work}/{name}.pt") for name in (args.first, args.second))
    torch.save({k: a[k] * (1 - args.share) + b[k] * args.share if b[k].is_floating_point() else b[k] for k in b}, f"{args.work}/{args.out}.pt")
    shutil.copy(f"{args.work}/{args.first}.json", f"{args.work}/{args.out}.json")


if __name__ == "__main__":
    main()
