"""Writes binomial and Poisson intervals, normal tails and normal quantiles worked out with 40 digits."""

import csv
from fractions import Fraction

from mpmath import betainc, erfc, erfinv, findroot, gammainc, mp, mpf, nstr, sqrt

mp.dps = 40
LEVELS = {"90": Fraction(1, 10), "95": Fraction(1, 20), "99.8": Fraction(1, 500)}


def number(fraction):
    return mpf(fraction.numerator) / fraction.denominator


def digits(value):
    return nstr(value, 20, min_fixed=0, max_fixed=0)


def beta_quantile(probability, a, b):
    def excess(x):
        return betainc(a, b, 0, x, regularized=True) - probability

    low, high = mpf(0), mpf(1)
    # A bracket first, so that the root is the only one and the secant cannot leave it.
    for _ in range(60):
        middle = (low + high) / 2
        if excess(middle) < 0:
            low = middle
        else:
            high = middle
    return findroot(excess, (low, high), solver="anderson", tol=mpf(10) ** -60, verify=False)


def exact(x, n, alpha):
    tail = number(alpha) / 2
    lower = mpf(0) if x == 0 else beta_quantile(tail, x, n - x + 1)
    # The upper limit by symmetry, with its small distance from one kept.
    upper = mpf(1) if x == n else 1 - beta_quantile(tail, n - x, x + 1)
    return lower, upper


def wilson(x, n, alpha):
    z = sqrt(2) * erfinv(1 - number(alpha))
    x, n = mpf(x), mpf(n)
    root = z * sqrt(z * z + 4 * x * (1 - x / n))
    bottom = 2 * (n + z * z)
    return (2 * x + z * z - root) / bottom, (2 * x + z * z + root) / bottom


def cases():
    for n in (1, 2, 3, 5, 6, 12, 18, 20):
        yield from ((x, n) for x in range(n + 1))
    for n in (42, 100, 231, 246, 260, 500, 1000):
        yield from ((x, n) for x in (0, 1, 2, 3, n // 3, n // 2, n - 2, n - 1, n))


def large():
    for n in (20_000, 1_000_000):
        yield from ((x, n) for x in (0, 1, 2, 50, n - 1, n))


def write(name, header, rows):
    with open(name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def rows(method, counts):
    for x, n in counts:
        for level, alpha in LEVELS.items():
            yield [x, n, level] + [digits(limit) for limit in method(x, n, alpha)]


HEADER = ["successes", "trials", "level", "lower", "upper"]
write("wilson.csv", HEADER, list(rows(wilson, list(cases()) + list(large()))))
write("clopper-pearson.csv", HEADER, list(rows(exact, cases())))

# Of the doubles nearest to the decimals, which is what a program is given.
TAILS = (0.9, 0.4, 0.1, 0.05, 0.025, 0.001, 1e-6, 1e-12)
VALUES = (-8.0, -2.0, -0.5, 0.0, 0.1, 1.0, 1.96, 5.5, 12.0, 37.0)
write(
    "normal-quantiles.csv",
    ["upper_tail", "value"],
    [[repr(q), digits(sqrt(2) * erfinv(1 - 2 * mpf(q)))] for q in TAILS],
)
write(
    "normal-tails.csv",
    ["value", "upper_tail"],
    [[repr(z), digits(erfc(mpf(z) / sqrt(2)) / 2)] for z in VALUES],
)

COUNTS = list(range(31)) + [50, 100, 250, 999, 1000]


def gamma_quantile(probability, shape):
    def excess(x):
        return gammainc(shape, 0, x, regularized=True) - probability

    low, high = mpf(0), mpf(10 * shape + 20)
    for _ in range(60):
        middle = (low + high) / 2
        if excess(middle) < 0:
            low = middle
        else:
            high = middle
    return findroot(excess, (low, high), solver="anderson", tol=mpf(10) ** -60, verify=False)


def poisson(x, alpha):
    tail = number(alpha) / 2
    lower = mpf(0) if x == 0 else gamma_quantile(tail, x)
    return lower, gamma_quantile(1 - tail, x + 1)


def byar(x, alpha):
    def limit(count, z):
        return count * (1 - 1 / (9 * mpf(count)) + z / (3 * sqrt(mpf(count)))) ** 3

    z = sqrt(2) * erfinv(1 - number(alpha))
    return mpf(0) if x == 0 else max(mpf(0), limit(x, -z)), limit(x + 1, z)


def poisson_rows(method, counts):
    for x in counts:
        for level, alpha in LEVELS.items():
            yield [x, level] + [digits(limit) for limit in method(x, alpha)]


HEADER = ["events", "level", "lower", "upper"]
write("poisson.csv", HEADER, poisson_rows(poisson, COUNTS))
write("byar.csv", HEADER, poisson_rows(byar, COUNTS + [20_000, 1_000_000]))
