"""Writes the normal approximation of the Mann-Kendall test for long series."""

import csv
import random

from pymannkendall import original_test

draw = random.Random(20_25)
with open("long-series.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["values", "s", "probability"])
    for count in (60, 80, 101, 150):
        for levels in (8, 30, 10_000):
            for trend in (0, 0.1, 1):
                values = [
                    round(draw.uniform(0, levels) + trend * levels * step / count)
                    for step in range(count)
                ]
                result = original_test(values)
                writer.writerow(
                    [" ".join(map(str, values)), int(result.s), repr(float(result.p))]
                )
