"""Writes straight and bent lines through logarithms of rates, by normal equations in 50 digits, every
possible joinpoint tried, and the weighted BIC with the partial R-squared by its definition."""

import csv
import random

from mpmath import exp, log, lu_solve, matrix, mp, mpf, nstr

mp.dps = 50
random.seed(20261125)


def digits(value):
    return nstr(value, 20, min_fixed=0, max_fixed=0)


def solve(columns, y, w):
    size = len(columns)
    left = matrix(size, size)
    right = matrix(size, 1)
    for i in range(size):
        right[i] = sum(a * b * c for a, b, c in zip(columns[i], y, w))
        for j in range(size):
            left[i, j] = sum(a * b * c for a, b, c in zip(columns[i], columns[j], w))
    beta = lu_solve(left, right)
    residuals = [v - sum(beta[i] * columns[i][k] for i in range(size)) for k, v in enumerate(y)]
    return beta, residuals, sum(r * r * c for r, c in zip(residuals, w))


def row(times, counts, populations):
    c = [mpf(x) if x else mpf(1) / 2 for x in counts]
    y = [log(a / b) for a, b in zip(c, populations)]
    t = [mpf(x) for x in times]
    one = [mpf(1)] * len(t)
    straight, rest, sse0 = solve([one, t], y, c)
    best = None
    for k in range(2, len(t) - 2):
        z = [max(mpf(0), x - t[k]) for x in t]
        beta, _, sse = solve([one, t, z], y, c)
        if best is None or sse < best[0]:
            best = sse, k, beta, z
    sse1, k, bent, z = best
    # {y'(I - H0)z}² / ({y'(I - H0)y}{z'(I - H0)z}), weighted
    _, z_rest, zz = solve([one, t], z, c)
    partial = sum(a * b * w for a, b, w in zip(rest, z_rest, c)) ** 2 / (sse0 * zz)
    n = len(t)
    unit = log(n) / n
    values = [sse0, log(sse0 / n) + 2 * unit, sse1, log(sse1 / n) + 4 * unit,
              log(sse1 / n) + ((2 + partial) * 1 + 2) * unit, partial,
              100 * (exp(straight[1]) - 1), 100 * (exp(bent[1]) - 1), 100 * (exp(bent[1] + bent[2]) - 1)]
    return [" ".join(map(str, x)) for x in (times, counts, populations)] + [times[k]] + [digits(v) for v in values]


def cases():
    for n in (7, 8, 10, 12, 20, 35):
        for level in (2, 60, 4000):
            for turn in (0, 0.15, -0.4):
                times = list(range(2001, 2001 + n)) if turn else sorted(random.sample(range(1980, 2026), n))
                bend = random.randint(2, n - 3)
                populations = [random.randint(9000, 11000) for _ in times]
                counts = []
                for i in range(n):
                    mean = level * 2.718281828 ** (0.03 * i + turn * max(0, i - bend))
                    counts.append(max(0, round(random.gauss(mean, mean**0.5))))
                yield times, counts, populations


with open("joinpoint.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow("times counts populations joinpoint sse0 bic0 sse1 bic1 wbic1 partial apc apc1 apc2".split())
    writer.writerows(row(*case) for case in cases())
