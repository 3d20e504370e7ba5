"""Writes ranks: two rates by the beta distribution of their share, eighteen units by random draws."""

import csv

import numpy as np
from scipy import stats

random = np.random.default_rng(4)
with open("ranks-of-two.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["measure", "counts", "sizes", "probabilities"])
    for most in (1, 5, 40, 1000, 20000):
        for _ in range(8):
            counts = random.integers(0, most + 1, 2)
            sizes = random.integers(50, 400, 2)
            # G1/n1 < G2/n2 where the share G1/(G1 + G2), which is beta, is below n1/(n1 + n2).
            law = stats.beta(counts[0] + 0.5, counts[1] + 0.5)
            share = sizes[0] / (sizes[0] + sizes[1])
            low, high = law.cdf(share), law.sf(share)
            row = [low, high, high, low]
            writer.writerow(
                ["rate", " ".join(map(str, counts)), " ".join(map(str, sizes)), " ".join(repr(float(v)) for v in row)]
            )

DRAWS = 400_000
with open("ranks-drawn.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["measure", "counts", "sizes", "expected", "first"])
    for measure in ("proportion", "rate"):
        for units in (3, 7, 18):
            sizes = random.integers(2, 40, units)
            counts = np.minimum(sizes, random.binomial(sizes, 0.85))
            if measure == "proportion":
                drawn = random.beta(counts + 0.5, sizes - counts + 0.5, (DRAWS, units))
            else:
                drawn = random.gamma(counts + 0.5, 1 / sizes, (DRAWS, units))
            ranks = drawn.argsort(axis=1).argsort(axis=1)
            writer.writerow(
                [measure, " ".join(map(str, counts)), " ".join(map(str, sizes))]
                + [" ".join(repr(float(v)) for v in values) for values in (ranks.mean(0) + 1, (ranks == 0).mean(0))]
            )
