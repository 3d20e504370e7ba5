"""Writes the probabilities of ranks: two units by a sum in fractions of beta functions, more by integration."""

import csv
import itertools

from mpmath import beta, betainc, gamma, gammainc, inf, mp, mpf, nstr, quad

mp.dps = 30
HALF = mpf(1) / 2


def digits(value):
    return nstr(value, 20, min_fixed=0, max_fixed=0)


def pack(values):
    return " ".join(map(str, values))


def law(measure, count, size):
    """Density and distribution of the posterior."""
    if measure == "proportion":
        a, b = count + HALF, size - count + HALF
        return (
            lambda t: t ** (a - 1) * (1 - t) ** (b - 1) / beta(a, b),
            lambda t: betainc(a, b, 0, t, regularized=True),
        )
    a = count + HALF
    return (
        lambda t: size * (size * t) ** (a - 1) * mp.exp(-size * t) / gamma(a),
        lambda t: gammainc(a, 0, size * t, regularized=True),
    )


def ranks(measure, counts, sizes):
    laws = [law(measure, c, mpf(s)) for c, s in zip(counts, sizes)]
    middles = sorted({(c + HALF) / (s + 1) for c, s in zip(counts, sizes)})
    points = [mpf(0)] + middles + ([mpf(1)] if measure == "proportion" else [4 * middles[-1] + 1, inf])
    result = []
    for i, (density, _) in enumerate(laws):
        others = [tail for j, (_, tail) in enumerate(laws) if j != i]

        def below(t, k):
            values = [tail(t) for tail in others]
            sum_ = mpf(0)
            for chosen in itertools.combinations(range(len(values)), k):
                product = mpf(1)
                for j, value in enumerate(values):
                    product *= value if j in chosen else 1 - value
                sum_ += product
            return sum_

        row = [quad(lambda t: density(t) * below(t, k), points) for k in range(len(counts))]
        assert abs(sum(row) - 1) < mpf(10) ** -15, (measure, counts, sizes, sum(row))
        result.append(row)
    return result


CASES = [
    ("proportion", (5, 5), (5, 5)),
    ("proportion", (5, 4), (5, 5)),
    ("proportion", (0, 20), (3, 20)),
    ("proportion", (17, 30), (18, 31)),
    ("proportion", (1, 120), (2, 1000)),
    ("proportion", (3, 0, 4), (4, 1, 9)),
    ("proportion", (12, 12, 9), (12, 12, 10)),
    ("proportion", (1, 9, 30), (1, 12, 60)),
    ("rate", (0, 0), (100, 300)),
    ("rate", (3, 1), (1200, 900)),
    ("rate", (20, 35), (500, 700)),
    ("rate", (0, 2, 5), (4, 10, 20)),
]
with open("ranks.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["measure", "counts", "sizes", "probabilities"])
    for measure, counts, sizes in CASES:
        values = [value for row in ranks(measure, counts, sizes) for value in row]
        writer.writerow([measure, pack(counts), pack(sizes), pack(map(digits, values))])
