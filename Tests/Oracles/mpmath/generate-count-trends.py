"""Writes Poisson and logistic trends by Newton's method in 40 digits, from the cases of this script."""

import csv
import random

from mpmath import erfc, erfinv, exp, log, mp, mpf, nstr, sqrt

mp.dps = 50
random.seed(20261125)
Z = sqrt(2) * erfinv(mpf("0.95"))


def digits(value):
    return nstr(value, 20, min_fixed=0, max_fixed=0)


def newton(times, mean_and_weight, observed):
    """The score equations of a line over time, solved from a flat line with halved steps at first."""
    centre = mpf(sum(times)) / len(times)
    u = [t - centre for t in times]
    a, b = mean_and_weight(None), mpf(0)
    for step in range(400):
        fitted = [mean_and_weight((i, a + b * x)) for i, x in enumerate(u)]
        score = [sum(y - m for y, (m, _) in zip(observed, fitted)),
                 sum((y - m) * x for y, (m, _), x in zip(observed, fitted, u))]
        s0 = sum(w for _, w in fitted)
        s1 = sum(w * x for (_, w), x in zip(fitted, u))
        s2 = sum(w * x * x for (_, w), x in zip(fitted, u))
        det = s0 * s2 - s1 * s1
        da, db = (s2 * score[0] - s1 * score[1]) / det, (s0 * score[1] - s1 * score[0]) / det
        size = abs(da) + abs(db) * max(abs(x) for x in u)
        factor = min(1, mpf(1) / size) if size else 1
        a, b = a + factor * da, b + factor * db
        if size < mpf(10) ** -45:
            return b, sqrt(s0 / det), fitted
    raise RuntimeError("no convergence")


def poisson(times, counts, populations):
    start = log(mpf(sum(counts)) / sum(mpf(n) for n in populations))

    def fit(place):
        if place is None:
            return start
        i, line = place
        mean = mpf(populations[i]) * exp(line)
        return mean, mean

    b, se, fitted = newton(times, fit, counts)
    ratio = sum((y - m) ** 2 / m for y, (m, _) in zip(counts, fitted)) / (len(times) - 2)
    return b, se, ratio


def logistic(times, hits, trials):
    start = log(mpf(sum(hits)) / (sum(trials) - sum(hits)))

    def fit(place):
        if place is None:
            return start
        i, line = place
        share = 1 / (1 + exp(-line))
        return trials[i] * share, trials[i] * share * (1 - share)

    b, se, fitted = newton(times, fit, hits)
    return b, se


def write(name, header, rows):
    with open(name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def join(values):
    return " ".join(map(str, values))


def years():
    for count in (3, 4, 5, 5, 7, 10, 20):
        yield list(range(2021, 2021 + count))
        yield sorted(random.sample(range(1990, 2026), count))


def poisson_rows():
    yield list(range(2021, 2026)), [12, 9, 10, 6, 5], [5000, 5040, 5080, 5120, 5150]
    for times in years():
        for level in (3, 40, 5000):
            populations = [random.randint(900, 1100) * level for _ in times]
            spread = random.choice((0.05, 1, 0.5))
            counts = [max(0, int(level * (1 + random.uniform(-spread, spread)))) for _ in times]
            inner = [y for y in counts[1:]], [y for y in counts[:-1]]
            if sum(inner[0]) and sum(inner[1]):
                yield times, counts, populations
    yield [2021, 2022, 2023], [0, 1, 0], [10, 1000, 20]
    yield [2021, 2022, 2023, 2024], [1, 40, 1500, 10**5], [1e6, 2e6, 3e6, 4e6]
    yield [2021, 2022, 2023], [7, 2, 900], [1e-9, 1, 1e9]


def logistic_rows():
    yield list(range(2021, 2026)), [30, 33, 35, 38, 40], [40, 40, 41, 42, 42]
    for times in years():
        for size in (4, 18, 900, 10**6):
            trials = [random.randint(max(1, size // 2), size) for _ in times]
            rate = random.choice((0.03, 0.5, 0.97))
            tilt = random.uniform(-1, 1)
            hits = []
            for i, n in enumerate(trials):
                odds = rate / (1 - rate) * 2.718 ** (tilt * i / len(times))
                mean = n * odds / (1 + odds)
                hits.append(min(n, max(0, round(random.gauss(mean, mean**0.5 + 0.1)))))
            ones = [t for t, y in zip(times, hits) if y]
            zeros = [t for t, y, n in zip(times, hits, trials) if y < n]
            if ones and zeros and min(ones) < max(zeros) and min(zeros) < max(ones):
                yield times, hits, trials
    yield [2021, 2022, 2023, 2024, 2025], [0, 1, 0, 18, 18], [18, 18, 18, 18, 18]
    yield [2021, 2022, 2023], [1, 10**6, 10**6 - 1], [10**6, 10**6 + 1, 10**6]


rows = []
for times, counts, populations in poisson_rows():
    b, se, ratio = poisson(times, counts, populations)
    row = [join(times), join(counts), join(populations), digits(b), digits(se), digits(ratio)]
    # With no more scatter than chance the limits are normal; Student's are compared with R.
    limits = [100 * (exp(b + s * Z * se) - 1) for s in (-1, 1)] if ratio < 1 else []
    p = erfc(abs(b / se) / sqrt(2)) if ratio < 1 else None
    row += [digits(100 * (exp(b) - 1))]
    row += [digits(limits[0]), digits(limits[1]), digits(p)] if limits else ["", "", ""]
    rows.append(row)
write("poisson-trend.csv", ["times", "counts", "populations", "slope", "error", "ratio", "apc", "lower", "upper", "p"], rows)
rows = []
for times, hits, trials in logistic_rows():
    b, se = logistic(times, hits, trials)
    rows.append([join(times), join(hits), join(trials), digits(b), digits(se), digits(exp(b)),
                 digits(exp(b - Z * se)), digits(exp(b + Z * se)), digits(erfc(abs(b / se) / sqrt(2)))])
write("logistic-trend.csv", ["times", "successes", "trials", "slope", "error", "odds_ratio", "lower", "upper", "p"], rows)
