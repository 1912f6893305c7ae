"""The mean of two runs with the same data: where one went on from the other, it is a little better than either (Wortsman et al. 2022, arXiv 2203.05482).

  python3 training/average.py ONE OTHER OUT [--share 0.6] [--roles-from RUN] [--names-from RUN] [--work training/work]

--share is OTHER's. OTHER may have larger heads and further layers than ONE: what only OTHER has stays its own, and ONE is grown as train.py --init does.
"""
import argparse
import json
import os
import pickle
import random
import shutil

import torch

import encoder


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("one")
    ap.add_argument("other")
    ap.add_argument("out")
    ap.add_argument("--share", type=float, default=.6)
    ap.add_argument("--roles-from", help="run that the layers and head of roles are taken from")
    ap.add_argument("--names-from", help="run that the layers and head of names are taken from")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--work", default=os.path.join(encoder.HERE, "work"))
    args = ap.parse_args()
    load = lambda name: torch.load(f"{args.work}/{name}.pt")
    options = json.load(open(f"{args.work}/{args.other}.json"))
    with open(f"{args.work}/data.pkl", "rb") as f:
        data = pickle.load(f)
    for key, label in (("upos", "upos"), ("xpos", "xpos"), ("deprel", "rel")):
        data[key] = sorted({t for d in data["train"] for t in getattr(d, label)})
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    own = encoder.Network(options, data).state_dict()
    one, other = load(args.one), load(args.other)
    has = set(one)
    encoder.grow(one, own, json.load(open(f"{args.work}/{args.one}.json")), options)
    own.update({k: v for k, v in one.items() if k in own and v.shape == own[k].shape})
    mean = {k: (1 - args.share) * own[k] + args.share * v if k in has and k in own and v.is_floating_point() else v for k, v in other.items()}
    for run, kinds in ((args.roles_from, ("attr_layers.", "roles.")), (args.names_from, ("name_layers.", "names."))):
        if run:
            mean.update({k: v for k, v in load(run).items() if k.startswith(kinds)})
    torch.save(mean, f"{args.work}/{args.out}.pt")
    shutil.copy(f"{args.work}/{args.other}.json", f"{args.work}/{args.out}.json")


if __name__ == "__main__":
    main()
