"""Writes exact limits of large counts, median slopes, approximate critical values of S, and
two-sided exact probabilities of one year's count among all years'."""

import csv
import random
from math import sqrt

from scipy.stats import beta, binomtest, gamma, norm, theilslopes

LEVELS = {"90": 0.1, "95": 0.05, "99.8": 0.002}


def write(name, header, rows):
    with open(name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def many_trials():
    for n in (5_000, 20_000, 100_000, 1_000_000):
        for x in (0, 1, 2, 50, n // 10, n // 2, n - 50, n - 1, n):
            for level, alpha in LEVELS.items():
                # Not binomtest().proportion_ci: its root finder stops at an absolute 2e-12.
                lower = 0.0 if x == 0 else float(beta.ppf(alpha / 2, x, n - x + 1))
                upper = 1.0 if x == n else float(beta.isf(alpha / 2, x + 1, n - x))
                yield [x, n, level, repr(lower), repr(upper)]


def many_events():
    for x in (5_000, 25_368, 100_000, 500_000):
        for level, alpha in LEVELS.items():
            lower, upper = gamma.ppf(alpha / 2, x), gamma.isf(alpha / 2, x + 1)
            yield [x, level, repr(float(lower)), repr(float(upper))]


def critical_values():
    for n in (34, 35, 36, 37, 60, 101, 1_000):
        pairs = n * (n - 1) // 2
        deviation = sqrt(n * (n - 1) * (2 * n + 5) / 18)
        for level, alpha in LEVELS.items():
            # Upwards over the values that S can take, to the first that is far enough out.
            s = pairs % 2
            while 2 * norm.sf((s - 1) / deviation) > alpha:
                s += 2
            outside = 2 * norm.sf((s - 1) / deviation)
            yield [n, level, s, repr(float(1 - outside))]


def slopes():
    draw = random.Random(166)
    for count in (3, 4, 5, 6, 7, 8, 12, 20, 33, 34, 60):
        for digits in (0, 1, 6):
            years = sorted(draw.sample(range(1960, 2026), count))
            values = [round(draw.uniform(0, 10) + 0.05 * (year - 1990), digits) for year in years]
            slope = float(theilslopes(values, years, 0.95)[0])
            yield [" ".join(map(str, years)), " ".join(map(repr, values)), repr(slope)]


def years_left_out():
    draw = random.Random(1066)
    for years in (2, 3, 5, 6, 10):
        for total in (1, 2, 3, 7, 12, 30, 61, 200, 1_000, 25_000):
            mean = total // years
            for count in sorted({0, 1, mean, mean + 1, 2 * mean, 3 * mean, total}):
                if count <= total:
                    yield [count, total, 1, years, repr(float(binomtest(count, total, 1 / years).pvalue))]
    # Years of unequal exposure, whole numbers so that the quotient is one rounding in both.
    for _ in range(60):
        exposure, whole = draw.randint(1, 400), draw.randint(401, 2_000)
        total = draw.choice((5, 40, 300, 5_000, 400_000))
        count = min(total, max(0, round(total * exposure / whole + draw.gauss(0, 2) * sqrt(total) / 2)))
        p = float(binomtest(count, total, exposure / whole).pvalue)
        if p > 1e-300:
            yield [count, total, exposure, whole, repr(p)]


write(
    "leave-one-out.csv",
    ["count", "total", "exposure", "exposure_of_all", "probability"],
    years_left_out(),
)
write(
    "clopper-pearson.csv",
    ["successes", "trials", "level", "lower", "upper"],
    many_trials(),
)
write("median-slopes.csv", ["years", "values", "slope"], slopes())
write("poisson.csv", ["events", "level", "lower", "upper"], many_events())
write(
    "critical-values.csv",
    ["points", "level", "critical_s", "attained"],
    critical_values(),
)
