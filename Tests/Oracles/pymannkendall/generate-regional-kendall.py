"""Writes the covariances between units of the correlated multivariate Mann-Kendall test."""

import csv
import warnings

import numpy as np
import pymannkendall as mk
from scipy.stats import norm

warnings.simplefilter("ignore")
generator = np.random.default_rng(20261125)
rows = []
for units in (2, 3, 5, 18):
    for years in (5, 8, 12) if units == 18 else (5, 8, 12, 18, 25):
        for levels in (3, 8, 1000):
            common = generator.integers(0, levels, size=(years, 1))
            own = generator.integers(0, levels, size=(years, units))
            values = common + own + (np.arange(years) // 4)[:, None]
            test = mk.correlated_multivariate_test(values.astype(float))
            # The program has no continuity correction here; that of its regional test is added.
            z = (abs(test.s) - 1) / np.sqrt(test.var_s)
            p = 1.0 if test.s == 0 else float(min(1, 2 * norm.sf(z)))
            series = "|".join(" ".join(map(str, column)) for column in values.T)
            rows.append([series, int(test.s), repr(float(test.var_s)), repr(p)])
with open("correlated-units.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["series", "s", "variance", "probability"])
    writer.writerows(rows)

rows = []
for units in (2, 5, 18):
    for years in (110, 150):
        values = generator.integers(0, 40, size=(years, units)) + (np.arange(years) // 30)[:, None]
        # The sums of S and of the variances over units; regional_test itself cannot be used, because
        # it takes the units as seasons of one column.
        tests = [mk.original_test(column.astype(float)) for column in values.T]
        s = int(sum(test.s for test in tests))
        z = (abs(s) - 1) / np.sqrt(sum(test.var_s for test in tests))
        p = 1.0 if s == 0 else float(min(1, 2 * norm.sf(z)))
        series = "|".join(" ".join(map(str, column)) for column in values.T)
        rows.append([series, s, repr(p)])
with open("long-units.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["series", "s", "probability"])
    writer.writerows(rows)
