"""Writes tau-b by scipy.stats.kendalltau."""

import csv

import numpy as np
from scipy.stats import kendalltau

generator = np.random.default_rng(20261125)
rows = []
for n in (3, 4, 5, 6, 7, 12, 33, 80):
    for levels in (2, 3, 6, 40):
        for _ in range(5):
            years = np.sort(generator.choice(np.arange(1950, 2050), n, replace=False))
            values = generator.integers(0, levels, n)
            if len(set(values)) > 1:
                tau = kendalltau(years, values).statistic
                rows.append([" ".join(map(str, years)), " ".join(map(str, values)), repr(float(tau))])
with open("kendall-tau.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["years", "values", "tau"])
    writer.writerows(rows)
