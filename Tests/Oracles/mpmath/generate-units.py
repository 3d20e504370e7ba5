"""Writes funnel limits, dispersion and empirical Bayes estimates worked out with 40 digits."""

import csv
import random
from fractions import Fraction

from mpmath import binomial, exp, fac, mp, mpf, nstr, sqrt

mp.dps = 40
TAILS = {"95": Fraction(1, 40), "998": Fraction(1, 1000)}


def digits(value):
    return nstr(value, 20, min_fixed=0, max_fixed=0)


def number(fraction):
    return mpf(fraction.numerator) / fraction.denominator


def write(name, header, rows):
    with open(name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def binomial_masses(trials, share):
    return [binomial(trials, r) * share**r * (1 - share) ** (trials - r) for r in range(trials + 1)]


def poisson_masses(mean):
    count = int(mean + 40 * sqrt(mean) + 60)
    return [exp(-mean) * mean**r / fac(r) for r in range(count)]


def limits(masses):
    """Both limits in counts, by summing the masses from each end."""
    result = []
    for tail in map(number, TAILS.values()):
        below = mpf(0)
        for r, mass in enumerate(masses):
            if below + mass > tail:
                lower = r - 1 + (tail - below) / mass
                break
            below += mass
        above = mpf(0)
        for r in range(len(masses) - 1, -1, -1):
            if above + masses[r] > tail:
                upper = r + 1 - (tail - above) / masses[r]
                break
            above += masses[r]
        result += [lower, upper]
    return result


def proportion_limits(trials, share):
    return [min(mpf(1), max(mpf(0), limit / trials)) for limit in limits(binomial_masses(trials, share))]


def rate_limits(size, rate):
    return [max(mpf(0), limit / size) for limit in limits(poisson_masses(rate * size))]


HEADER = ["size", "centre", "lower95", "upper95", "lower998", "upper998"]
rows = []
for trials in (1, 2, 3, 5, 12, 18, 42, 100, 260, 1000):
    for centre in (0.001, 0.05, 0.074, 0.3, 0.5, 0.8125, 0.95, 0.998):
        rows.append([trials, repr(centre)] + [digits(x) for x in proportion_limits(trials, mpf(centre))])
write("funnel-proportion.csv", HEADER, rows)
rows = []
for mean in (0.01, 0.3, 0.8, 1.0, 2.5, 3.7, 4.0, 9.25, 20.0, 55.5, 130.0, 700.0):
    for centre in (0.25, 1.0):
        size = mean / centre
        rows.append([repr(size), repr(centre)] + [digits(x) for x in rate_limits(mpf(size), mpf(centre))])
write("funnel-ratio.csv", HEADER, rows)

random.seed(4)


def dispersion(values, sizes, centre, variance):
    units = len(values)
    scores = sorted((y - centre) / sqrt(variance / n) for y, n in zip(values, sizes))
    raw = sum(z * z for z in scores) / units
    cut = units // 10
    for k in range(cut):
        scores[k] = scores[cut]
        scores[-1 - k] = scores[-1 - cut]
    squares = sum(z * z for z in scores)
    weights = [n / variance for n in sizes]
    down = sum(weights) - sum(w * w for w in weights) / sum(weights)
    return squares / units, raw, max(mpf(0), (squares - (units - 1)) / down)


def pack(values):
    return " ".join(map(str, values))


def samples():
    for units in (3, 5, 9, 10, 18, 20, 33):
        for spread in (0.0, 0.1, 0.4):
            sizes = [random.randint(3, 400) for _ in range(units)]
            shares = [min(0.95, max(0.05, 0.6 + spread * random.uniform(-1, 1))) for _ in sizes]
            counts = [sum(random.random() < p for _ in range(n)) for n, p in zip(sizes, shares)]
            yield counts, sizes


rows = []
for counts, sizes in samples():
    x, n = [mpf(c) for c in counts], [mpf(s) for s in sizes]
    centre = sum(x) / sum(n)
    values = [a / b for a, b in zip(x, n)]
    for measure, variance in (("proportion", centre * (1 - centre)), ("rate", centre)):
        result = dispersion(values, n, centre, variance)
        rows.append([measure, pack(counts), pack(sizes)] + [digits(v) for v in result])
write("funnel-dispersion.csv", ["measure", "counts", "sizes", "phi", "raw", "tau2"], rows)


def bayes(counts, sizes, model):
    x, n = [mpf(c) for c in counts], [mpf(s) for s in sizes]
    raw = [a / b for a, b in zip(x, n)]
    mean, average = sum(x) / sum(n), sum(n) / len(n)
    s2 = sum(b * (p - mean) ** 2 for p, b in zip(raw, n)) / sum(n)
    result = []
    for p, size in zip(raw, n):
        if model == "poisson":
            a = max(mpf(0), s2 - mean / average)
            weight = a / (a + mean / size) if a else mpf(0)
        else:
            v = mean * (1 - mean)
            top = size * s2 - size / average * v
            bottom = (size - 1) * s2 + (average - size) / average * v
            weight = top / bottom if top > 0 else mpf(0)
        result.append(mean + weight * (p - mean))
    return result


rows = []
random.seed(5)
for counts, sizes in list(samples()) + [([5, 0, 3], [5, 4, 6]), ([1, 0, 0, 0], [40, 9, 1000, 12])]:
    for model in ("poisson", "binomial"):
        smoothed = bayes(counts, sizes, model)
        rows.append([model, pack(counts), pack(sizes), pack(digits(v) for v in smoothed)])
write("empirical-bayes.csv", ["model", "counts", "sizes", "smoothed"], rows)
