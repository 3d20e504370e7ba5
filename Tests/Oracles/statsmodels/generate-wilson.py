"""Writes Wilson's limits by statsmodels' proportion_confint.

Without successes its lower limit is not 0 but what rounding leaves of it, so that those rows are left out.
"""

import csv

from statsmodels.stats.proportion import proportion_confint

LEVELS = {"90": 0.1, "95": 0.05, "99.8": 0.002}

with open("wilson.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["successes", "trials", "level", "lower", "upper"])
    for trials in (1, 3, 5, 12, 18, 19, 70, 1234, 2_000_000):
        for successes in sorted({1, trials // 4, trials // 2, trials - 1, trials} - {0}):
            for level, alpha in LEVELS.items():
                low, high = proportion_confint(successes, trials, alpha=alpha, method="wilson")
                writer.writerow([successes, trials, level, repr(float(low)), repr(float(high))])
