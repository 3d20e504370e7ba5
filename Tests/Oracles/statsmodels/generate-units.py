"""Writes Benjamini and Hochberg's adjusted p-values by statsmodels."""

import csv
import random

from statsmodels.stats.multitest import multipletests

random.seed(4)
with open("adjusted.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["p", "q"])
    for count in (1, 2, 3, 7, 18, 60, 300):
        for power in (1, 4):
            p = [round(random.random() ** power, random.choice((2, 5, 17))) for _ in range(count)]
            q = multipletests(p, method="fdr_bh")[1]
            writer.writerow([" ".join(map(repr, p)), " ".join(repr(float(x)) for x in q)])
