"""Writes over-dispersion of units with scipy's winsorising, and funnel limits of many trials."""

import csv
import random

import numpy as np
from scipy import stats
from scipy.stats.mstats import winsorize

random.seed(6)
rows = []
for units in (3, 8, 10, 18, 25, 40, 100):
    for spread in (0.0, 0.3):
        sizes = [random.randint(5, 900) for _ in range(units)]
        counts = [
            sum(random.random() < 0.5 + spread * side for _ in range(n))
            for n, side in zip(sizes, (random.uniform(-1, 1) for _ in sizes))
        ]
        x, n = np.array(counts, float), np.array(sizes, float)
        centre = x.sum() / n.sum()
        for measure, variance in (("proportion", centre * (1 - centre)), ("rate", centre)):
            z = (x / n - centre) / np.sqrt(variance / n)
            wins = np.asarray(winsorize(z, limits=(0.1, 0.1)))
            w = n / variance
            tau2 = max(0.0, ((wins**2).sum() - (units - 1)) / (w.sum() - (w**2).sum() / w.sum()))
            rows.append(
                [measure, " ".join(map(str, counts)), " ".join(map(str, sizes))]
                + [repr(float(v)) for v in ((wins**2).mean(), (z**2).mean(), tau2)]
            )
with open("funnel-dispersion.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["measure", "counts", "sizes", "phi", "raw", "tau2"])
    writer.writerows(rows)

rows = []
for n in (5_000, 100_000, 1_000_000):
    for centre in (0.0001, 0.074, 0.5, 0.9, 0.9999):
        law = stats.binom(n, centre)
        limits = []
        for p in (0.025, 0.001):
            r = int(law.ppf(p))
            limits.append(max(0.0, (r - 1 + (p - law.cdf(r - 1)) / law.pmf(r)) / n))
            s = int(law.isf(p))
            limits.append(min(1.0, (s + 1 - (p - law.sf(s)) / law.pmf(s)) / n))
        rows.append([n, repr(centre)] + [repr(float(limit)) for limit in limits])
with open("funnel-proportion.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["size", "centre", "lower95", "upper95", "lower998", "upper998"])
    writer.writerows(rows)
