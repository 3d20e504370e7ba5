"""Least squares in exact fractions over data made by formulas, with prediction intervals to 40 digits."""

import csv
from fractions import Fraction

from mpmath import findroot, mp, mpf, nstr, sqrt

mp.dps = 40


def real(fraction):
    return mpf(fraction.numerator) / mpf(fraction.denominator)


def solve(matrix, sides):
    size = len(matrix)
    rows = [list(row) + list(side) for row, side in zip(matrix, sides)]
    for i in range(size):
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for r in range(size):
            if r != i:
                factor = rows[r][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    return [row[size:] for row in rows]


def quantile(degrees):
    """Student's t, upper 2.5 %, by the incomplete beta function."""
    n = mpf(degrees)
    tail = lambda t: mp.betainc(n / 2, mpf(1) / 2, 0, n / (n + t * t), regularized=True) / 2
    return findroot(lambda t: tail(t) - mpf(1) / 40, (1.95, 2.6), solver="anderson", tol=1e-30)


def text(values):
    return " ".join(nstr(v, 20) for v in values)


columns = ["rows", "predictors", "order", "intercept", "weighted", "coefficients", "standard_errors", "residual_sd",
           "r_squared", "new", "value", "lower", "upper"]
with open("least-squares.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    for count in (12, 50, 1000, 10000):
        for predictors, order in ((1, 0), (1, 2), (1, 4), (2, 0), (4, 0)):
            if count == 10000 and order == 4:
                continue
            for intercept in (0, 1):
                for weighted in (0, 1):
                    # In sixteenths, so that all sums are of whole numbers.
                    x = [[2000 + (i * 7919 * c + c) % 10007 for i in range(count)]
                         for c in range(1, predictors + 1)]
                    y = [2 * ((i * 104729) % 1009 - 504) + sum((c + 1) * x[c][i] for c in range(predictors))
                         for i in range(count)]
                    w = [1 + i % 3 if weighted else 1 for i in range(count)]
                    basis = [[v**k for v in x[0]] for k in range(1, order + 1)] if order else [list(c) for c in x]
                    powers = list(range(1, order + 1)) if order else [1] * predictors
                    if intercept:
                        basis, powers = [[1] * count] + basis, [0] + powers
                    size = len(basis)
                    gram = [[Fraction(sum(a * b * c for a, b, c in zip(p, q, w))) for q in basis] for p in basis]
                    sides = [[Fraction(sum(a * b * c for a, b, c in zip(p, y, w)))]
                             + [Fraction(int(i == j)) for j in range(size)] for i, p in enumerate(basis)]
                    solution = solve(gram, sides)
                    b = [row[0] for row in solution]
                    total = Fraction(sum(c * v * v for v, c in zip(y, w)))
                    squares = total - sum(v * s[0] for v, s in zip(b, sides))
                    if intercept:
                        total -= Fraction(sum(c * v for v, c in zip(y, w))) ** 2 / sum(w)
                    spread = squares / (count - size)
                    errors = [sqrt(real(spread * solution[i][i + 1])) for i in range(size)]
                    new = [9000 + 160 * c for c in range(predictors)]
                    at = [new[0] ** k for k in powers] if order else ([1] if intercept else []) + new
                    value = sum(p * q for p, q in zip(b, at))
                    share = sum(at[i] * solution[i][j + 1] * at[j] for i in range(size) for j in range(size))
                    # A weight of 1 in the test is 4 here, where weights are not in quarters.
                    own = Fraction(1, 4) if weighted else 1
                    reach = quantile(count - size) * sqrt(real(spread * (share + own)))
                    scale = [mpf(16) ** (k - 1) for k in powers]
                    unit = 2 if weighted else 1
                    writer.writerow([
                        count, predictors, order, intercept, weighted,
                        text(real(v) * s for v, s in zip(b, scale)), text(v * s for v, s in zip(errors, scale)),
                        nstr(sqrt(real(spread)) / 16 / unit, 20), nstr(real(1 - squares / total), 20),
                        " ".join(repr(v / 16) for v in new), nstr(real(value) / 16, 20),
                        nstr((real(value) - reach) / 16, 20), nstr((real(value) + reach) / 16, 20),
                    ])
