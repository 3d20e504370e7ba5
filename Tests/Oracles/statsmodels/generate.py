"""Writes Newcombe's interval for the difference between two proportions."""

import csv
import itertools

from statsmodels.stats.proportion import confint_proportions_2indep

LEVELS = {"90": 0.1, "95": 0.05, "99.8": 0.002}
COUNTS = [(0, 5), (5, 5), (0, 18), (1, 18), (9, 18), (17, 18), (18, 18), (56, 70), (48, 80), (9, 1000)]

with open("newcombe.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(
        ["earlier", "earlier_trials", "later", "later_trials", "level", "lower", "upper"]
    )
    for (x1, n1), (x2, n2) in itertools.product(COUNTS, repeat=2):
        for level, alpha in LEVELS.items():
            low, high = confint_proportions_2indep(
                x2, n2, x1, n1, method="newcomb", compare="diff", alpha=alpha
            )
            writer.writerow([x1, n1, x2, n2, level, repr(float(low)), repr(float(high))])
