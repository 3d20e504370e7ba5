"""Writes the Cochran-Armitage statistic with 40 digits, and exact probabilities of larger tables."""

import csv
import random
from fractions import Fraction
from math import comb

from mpmath import erfc, mp, mpf, nstr, sqrt

mp.dps = 40
random.seed(20261125)


def digits(value):
    return nstr(value, 20, min_fixed=0, max_fixed=0)


def exact(times, x, n):
    """Over all tables, by successes and sum, in whole numbers without end."""
    low = min(times)
    states = {(0, 0): 1}
    total = sum(x)
    for time, count in zip(times, n):
        step = {}
        for (s, t), ways in states.items():
            for more in range(min(count, total - s) + 1):
                key = (s + more, t + more * (time - low))
                step[key] = step.get(key, 0) + ways * comb(count, more)
        states = step
    ends = {t: ways for (s, t), ways in states.items() if s == total}
    everything = comb(sum(n), total)
    assert sum(ends.values()) == everything
    mean = Fraction(total * sum((t - low) * c for t, c in zip(times, n)), sum(n))
    seen = sum((t - low) * s for t, s in zip(times, x))
    extreme = sum(ways for t, ways in ends.items() if abs(t - mean) >= abs(seen - mean))
    return mpf(extreme) / everything


def row(times, x, n, with_exact):
    total, trials = sum(x), sum(n)
    mean = Fraction(sum(t * c for t, c in zip(times, n)), trials)
    top = sum((t - mean) * Fraction(s * trials - c * total, trials) for t, s, c in zip(times, x, n))
    spread = sum(c * (t - mean) ** 2 for t, c in zip(times, n))
    square = top**2 / (Fraction(total, trials) * (1 - Fraction(total, trials)) * spread)
    chi_square = mpf(square.numerator) / square.denominator
    p = erfc(sqrt(chi_square / 2))
    texts = [" ".join(map(str, column)) for column in (times, x, n)]
    return texts + [digits(chi_square), digits(p), digits(exact(times, x, n)) if with_exact else ""]


def cases():
    for k in (3, 5, 7):
        for size in (8, 30, 60) if k < 7 else (8, 20):
            for rate in (0.02, 0.3, 0.5, 0.95):
                times = sorted(random.sample(range(2016, 2026), k))
                n = [random.randint(size // 2, size) for _ in range(k)]
                x = [sum(random.random() < rate * (1 + i / k / 20) for _ in range(c)) for i, c in enumerate(n)]
                if 0 < sum(x) < sum(n):
                    yield times, x, n, True
    for scale in (10**5, 10**9, 10**17):
        times = list(range(2021, 2026))
        n = [random.randint(scale // 2, scale) for _ in times]
        x = [c // 3 + random.randint(0, int(c**0.5)) for c in n]
        yield times, x, n, False
    yield list(range(2021, 2026)), [1, 0, 2, 3, 5], [2_000_000, 2_000_001, 1_999_999, 2_000_000, 5], True


with open("cochran-armitage.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["times", "successes", "trials", "chi_square", "p", "exact_p"])
    writer.writerows(row(*case) for case in cases())
