"""Writes exact tests of heterogeneity by writing out all tables, and discrete adjusted p-values, in fractions."""

import csv
import random
from fractions import Fraction
from itertools import product
from math import comb, factorial

random.seed(8)


def tables(total, caps):
    if len(caps) == 1:
        if total <= caps[0]:
            yield (total,)
        return
    for first in range(min(total, caps[0]) + 1):
        for rest in tables(total - first, caps[1:]):
            yield (first,) + rest


def hypergeometric(table, sizes):
    weight = 1
    for count, size in zip(table, sizes):
        weight *= comb(size, count)
    return weight


def multinomial(table, sizes):
    weight = factorial(sum(table))
    for count, size in zip(table, sizes):
        weight = weight * size**count
    for count in table:
        weight //= factorial(count)
    return weight


def test(counts, sizes, law):
    total = sum(counts)
    caps = sizes if law is hypergeometric else [total] * len(sizes)
    observed = law(counts, sizes)
    every = unlikely = 0
    for table in tables(total, caps):
        weight = law(table, sizes)
        every += weight
        if weight <= observed:
            unlikely += weight
    return Fraction(unlikely, every)


def write(name, header, rows):
    with open(name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def pack(values):
    return " ".join(map(str, values))


cases = []
# Every table of three small units.
for sizes in ((1, 1, 1), (2, 2, 3), (1, 2, 4)):
    for counts in product(*(range(size + 1) for size in sizes)):
        cases.append(("proportion", list(counts), list(sizes)))
for units, largest in ((2, 40), (3, 20), (4, 12), (5, 9), (6, 6), (7, 5)):
    for _ in range(12):
        sizes = [random.randint(1, largest) for _ in range(units)]
        counts = [random.randint(0, size) for size in sizes]
        cases.append(("proportion", counts, sizes))
for units, most in ((2, 20), (3, 8), (4, 5), (6, 2), (8, 1)):
    for _ in range(10):
        sizes = [random.choice((1, 2, 3, 5, 8, 120, 4567)) for _ in range(units)]
        counts = [random.randint(0, most) for _ in range(units)]
        cases.append(("rate", counts, sizes))
rows = []
large = []
for measure, counts, sizes in cases:
    law = hypergeometric if measure == "proportion" else multinomial
    value = test(counts, sizes, law)
    fits = measure == "proportion" or sum(sizes) ** sum(counts) < 2**120
    row = [measure, pack(counts), pack(sizes)]
    (rows if fits else large).append(row + [f"{value.numerator}/{value.denominator}", repr(float(value))])
HEADER = ["measure", "counts", "sizes", "fraction", "probability"]
write("heterogeneity.csv", HEADER, rows)
write("heterogeneity-large.csv", HEADER, large)


def step(support, t):
    return max((value for value in support if value <= t), default=Fraction(0))


def discrete(p, supports):
    order = sorted(range(len(p)), key=lambda k: p[k])
    heyse = [sum(step(s, p[k]) for s in supports) / (j + 1) for j, k in enumerate(order)]
    down = []
    for j, k in enumerate(order):
        values = [step(s, p[k]) for s in supports]
        down.append(Fraction(1) if 1 in values else sum(v / (1 - v) for v in values) / (j + 1))
    for j in range(len(p) - 2, -1, -1):
        heyse[j] = min(heyse[j], heyse[j + 1])
    for j in range(1, len(p)):
        down[j] = max(down[j], down[j - 1])
    result = {}
    for j, k in enumerate(order):
        result[k] = (min(Fraction(1), heyse[j]), min(Fraction(1), down[j]))
    return [result[k][0] for k in range(len(p))], [result[k][1] for k in range(len(p))]


def binomial_support(trials):
    """Attainable p-values of the one-sided sign test, from the least to 1."""
    return [Fraction(sum(comb(trials, k) for k in range(x + 1)), 2**trials) for x in range(trials + 1)]


rows = []
for tests in (1, 2, 5, 18, 40):
    for _ in range(6):
        supports = [binomial_support(random.randint(1, 14)) for _ in range(tests)]
        p = [random.choice(s[: max(1, len(s) * 2 // 3)]) for s in supports]
        heyse, down = discrete(p, supports)
        rows.append(
            [
                pack(repr(float(v)) for v in p),
                ";".join(pack(repr(float(v)) for v in s) for s in supports),
                pack(repr(float(v)) for v in heyse),
                pack(repr(float(v)) for v in down),
            ]
        )
write("discrete-adjusted.csv", ["p", "attainable", "heyse", "stepdown"], rows)
