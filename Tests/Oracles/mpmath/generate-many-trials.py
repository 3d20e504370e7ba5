"""Clopper-Pearson limits of many trials, by sums of binomial probabilities, 40 digits."""

import csv

from mpmath import exp, loggamma, log, mp, mpf, nstr
from scipy.stats import beta

mp.dps = 50
LEVELS = {"90": mpf(1) / 20, "95": mpf(1) / 40, "99.8": mpf(1) / 1000}


def mass(n, k, p):
    return exp(loggamma(n + 1) - loggamma(k + 1) - loggamma(n - k + 1) + k * log(p) + (n - k) * log(1 - p))


def at_least(n, k, p):
    term = total = mass(n, k, p)
    while k < n and term > total * mpf(10) ** -45:
        term *= (n - k) * p / ((k + 1) * (1 - p))
        k += 1
        total += term
    return total


def lower(n, k, tail):
    """Newton's steps from a start in doubles; the derivative of the tail is k mass / p."""
    if k == 0:
        return mpf(0)
    p = mpf(float(beta.ppf(float(tail), k, n - k + 1)))
    for _ in range(20):
        step = (at_least(n, k, p) - tail) * p / (k * mass(n, k, p))
        p -= step
        if abs(step) < p * mpf(10) ** -35:
            return p
    raise ArithmeticError("no limit")


with open("clopper-pearson-many.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["successes", "trials", "level", "lower", "upper"])
    for trials in (20_000, 100_000, 1_000_000):
        for successes in (0, 1, 2, 17, 500, trials // 10, trials // 2, trials - 500, trials - 2, trials):
            for level, tail in LEVELS.items():
                low = lower(trials, successes, tail)
                high = 1 - lower(trials, trials - successes, tail)
                writer.writerow([successes, trials, level, nstr(low, 20), nstr(high, 20)])
