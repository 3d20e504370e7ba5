"""Describes lists of values by numpy, scipy.stats and statsmodels' acf."""

import csv

import numpy as np
from scipy import stats
from statsmodels.tsa.stattools import acf

TYPES = {"6": "weibull", "7": "linear", "8": "median_unbiased"}
generator = np.random.default_rng(20261125)

with open("description.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    quartiles = [f"q{quarter}_{kind}" for kind in TYPES for quarter in (1, 3)]
    writer.writerow(["values", "mean", "sd", "median", "mad", "lag_one", *quartiles])
    for count in (2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 18, 25, 60, 101):
        for draw in (
            lambda: generator.integers(0, 1000, count) / 8,
            lambda: generator.poisson(2, count).astype(float),
            lambda: generator.normal(50, 20, count),
        ):
            values = draw()
            if np.all(values == values[0]):
                continue
            numbers = [
                np.mean(values), np.std(values, ddof=1), np.median(values),
                stats.median_abs_deviation(values), acf(values, nlags=1, fft=False)[1],
            ]
            for method in TYPES.values():
                numbers += list(np.quantile(values, [0.25, 0.75], method=method))
            writer.writerow(
                [" ".join(repr(float(value)) for value in values)]
                + [repr(float(number)) for number in numbers]
            )
