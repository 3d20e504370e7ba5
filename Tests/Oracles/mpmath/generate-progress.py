"""Progress to a target by every rule, from the formulas in 50 digits.

Values are whole numbers or halves of them, so that doubles hold them exactly.
"""

import csv
import random

from mpmath import mp, mpf

mp.dps = 50
random.seed(20261125)


def digits(value):
    return mp.nstr(value, 20)


def series(count, low, high):
    years = sorted(random.sample(range(2016, 2025), count))
    return years, [random.randint(2 * low, 2 * high) / 2 for _ in years]


def row(years, values, target, deadline):
    t0, y0, t, y = years[0], mpf(values[0]), years[-1], mpf(values[-1])
    goal = mpf(target)
    up = 1 if goal > y0 else -1
    share = mpf(t - t0) / (deadline - t0)
    due = y0 + (goal - y0) * share
    pace = (y - y0) / (due - y0)
    actual = (y / y0) ** (mpf(1) / (t - t0)) - 1
    required = (goal / y0) ** (mpf(1) / (deadline - t0)) - 1
    ratio = up * actual / abs(required) if goal else None
    expected = y * (1 + actual) ** (deadline - t)
    quotient = (expected - y0) / (goal - y0)
    index = 10 * up * (y - y0) / abs(goal - y0)
    weights = [mpf(i + 1) for i in range(len(years))]
    total = sum(weights)
    time = sum(w * x for w, x in zip(weights, years)) / total
    mean = sum(w * mpf(v) for w, v in zip(weights, values)) / total
    slope = sum(w * (x - time) * (mpf(v) - mean) for w, x, v in zip(weights, years, values)) / sum(
        w * (x - time) ** 2 for w, x in zip(weights, years)
    )
    line = mean + slope * (deadline - time)
    return [
        " ".join(map(str, years)), " ".join(map(str, values)), target, deadline,
        digits(due), digits(pace), digits(ratio) if goal else "", digits(quotient),
        digits(index), digits(10 * share), digits(line),
    ]


with open("progress.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(
        "times values target deadline due pace ratio quotient index expected anticipated".split()
    )
    while file.tell() < 28_000:
        years, values = series(random.randint(2, 7), 1, random.choice([20, 100, 1000]))
        target = random.choice([0, 5, 40, 95, 100, 400])
        # The base must be short of the target; equal ends make 0, where nothing is relative.
        if values[0] == target or values[0] == values[-1]:
            continue
        writer.writerow(row(years, values, target, 2025))
