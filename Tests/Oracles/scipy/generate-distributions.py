"""Tails and quantiles of the Student t, chi-square and F distributions by scipy."""

import csv

from scipy import stats

with open("distributions.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["distribution", "first", "second", "value", "upper_tail", "probability", "quantile"])
    probabilities = (0.4, 0.1, 0.05, 0.025, 0.01, 0.001)
    for n in (1, 2, 3, 4, 7, 12, 30, 60, 120, 1000):
        for p in probabilities:
            t = round(float(stats.t.isf(p, n)), 3)
            writer.writerow(["t", n, 0, t, repr(float(stats.t.sf(t, n))), p, repr(float(stats.t.isf(p, n)))])
            x = round(float(stats.chi2.isf(p, n)), 3)
            writer.writerow(["chi-square", n, 0, x, repr(float(stats.chi2.sf(x, n))), p, repr(float(stats.chi2.isf(p, n)))])
    for a, b in ((1, 3), (2, 5), (3, 4), (4, 17), (10, 30), (17, 72), (60, 120)):
        for p in probabilities:
            x = round(float(stats.f.isf(p, a, b)), 3)
            writer.writerow(["f", a, b, x, repr(float(stats.f.sf(x, a, b))), p, repr(float(stats.f.isf(p, a, b)))])
