"""Writes the reference sets as tables, after solving each in exact fractions.

The certified values must be those of the exact solution for the printed decimals to all digits that NIST prints:
an observation or a certified value copied wrongly would not pass. A second table has the exact solution for the
observations rounded to doubles, which is all that a program with doubles can see.
"""

import csv
from fractions import Fraction

from mpmath import mp, mpf, nstr, sqrt

import data_univariate
from data_regression import SETS

mp.dps = 40


def root(fraction):
    return sqrt(mpf(fraction.numerator) / mpf(fraction.denominator))


def real(fraction):
    return mpf(fraction.numerator) / mpf(fraction.denominator)


def univariate(values):
    mean = sum(values) / len(values)
    squares = sum((x - mean) ** 2 for x in values)
    products = sum((x - mean) * (y - mean) for x, y in zip(values, values[1:]))
    return real(mean), root(squares / (len(values) - 1)), real(products / squares)


def solve(matrix, sides):
    size = len(matrix)
    rows = [list(row) + list(side) for row, side in zip(matrix, sides)]
    for i in range(size):
        pivot = next(r for r in range(i, size) if rows[r][i] != 0)
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for r in range(size):
            if r != i and rows[r][i] != 0:
                factor = rows[r][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    return [row[size:] for row in rows]


def regression(columns, y, has_intercept):
    size, count = len(columns), len(y)
    gram = [[sum(a * b for a, b in zip(p, q)) for q in columns] for p in columns]
    sides = [[sum(a * b for a, b in zip(p, y))] + [Fraction(int(i == j)) for j in range(size)]
             for i, p in enumerate(columns)]
    solution = solve(gram, sides)
    b = [row[0] for row in solution]
    residuals = [v - sum(c * column[i] for c, column in zip(b, columns)) for i, v in enumerate(y)]
    squares = sum(r * r for r in residuals)
    centre = sum(y) / count if has_intercept else 0
    total = sum((v - centre) ** 2 for v in y)
    spread = squares / (count - size)
    errors = [root(spread * solution[i][i + 1]) for i in range(size)]
    return [real(v) for v in b], errors, root(spread), real(1 - squares / total)


def agree(certified, value, digits=15):
    # A unit in the last digit that NIST prints.
    mantissa = certified.upper().split("E")[0].lstrip("-")
    exponent = int(certified.upper().split("E")[1]) if "E" in certified.upper() else 0
    step = mpf(10) ** (exponent - len(mantissa.split(".")[1] if "." in mantissa else ""))
    assert abs(mpf(certified) - value) <= step, (certified, nstr(value, 20))


def text(values):
    return " ".join(nstr(v, 20) for v in values)


def zigzag(middle, low, high):
    return [middle] + [low, high] * 500


univariates = {
    "Lottery": (data_univariate.LOTTERY.split(), "518.958715596330", "291.699727470969", "-0.120948622967393"),
    "Lew": (data_univariate.LEW.split(), "-177.435000000000", "277.332168044316", "-0.307304800605679"),
    "Mavro": (data_univariate.MAVRO.split(), "2.00185600000000", "0.000429123454003053", "0.937989183438248"),
    "Michelso": (data_univariate.MICHELSO.split(), "299.852400000000", "0.0790105478190518", "0.535199668621283"),
    "NumAcc1": (["10000001", "10000003", "10000002"], "10000002", "1", "-0.5"),
    "NumAcc2": (zigzag("1.2", "1.1", "1.3"), "1.2", "0.1", "-0.999"),
    "NumAcc3": (zigzag("1000000.2", "1000000.1", "1000000.3"), "1000000.2", "0.1", "-0.999"),
    "NumAcc4": (zigzag("10000000.2", "10000000.1", "10000000.3"), "10000000.2", "0.1", "-0.999"),
}

names = ["set", "values", "mean", "standard_deviation", "lag_one"]
with open("univariate.csv", "w", newline="") as certified, open("univariate-exact.csv", "w", newline="") as exact:
    certified, exact = csv.writer(certified, lineterminator="\n"), csv.writer(exact, lineterminator="\n")
    certified.writerow(names)
    exact.writerow(names)
    for name, (values, *expected) in univariates.items():
        for claim, value in zip(expected, univariate([Fraction(v) for v in values])):
            agree(claim, value)
        certified.writerow([name, " ".join(values), *expected])
        result = univariate([Fraction(float(v)) for v in values])
        exact.writerow([name, " ".join(values), *(nstr(v, 20) for v in result)])

names = ["set", "order", "intercept", "x", "y", "coefficients", "standard_errors", "residual_sd", "r_squared"]
with open("regression.csv", "w", newline="") as certified, open("regression-exact.csv", "w", newline="") as exact:
    certified, exact = csv.writer(certified, lineterminator="\n"), csv.writer(exact, lineterminator="\n")
    certified.writerow(names)
    exact.writerow(names)
    for name, (order, has_intercept, rows, *expected) in SETS.items():
        rows = [row.split() for row in rows.split(";")]
        y, xs = [row[0] for row in rows], [list(column) for column in zip(*(row[1:] for row in rows))]
        facts = [name, order, int(has_intercept), ";".join(" ".join(column) for column in xs), " ".join(y)]
        for target, number in ((certified, Fraction), (exact, lambda cell: Fraction(float(cell)))):
            columns = [[number(v) for v in column] for column in xs]
            if order > 0:
                columns = [[v**k for v in columns[0]] for k in range(1, order + 1)]
            if has_intercept:
                columns.insert(0, [Fraction(1)] * len(y))
            b, errors, spread, share = regression(columns, [number(v) for v in y], has_intercept)
            if target is certified:
                for claim, value in zip(expected[0].split() + expected[1].split() + expected[2:], b + errors + [spread, share]):
                    agree(claim, value)
                target.writerow(facts + [" ".join(cell.split()) for cell in expected])
            else:
                target.writerow(facts + [text(b), text(errors), nstr(spread, 20), nstr(share, 20)])
