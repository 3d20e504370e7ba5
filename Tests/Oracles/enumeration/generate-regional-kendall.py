"""Writes the distribution of the sum of Kendall's S over units, from all orders of their values."""

import csv
import random
from collections import Counter
from fractions import Fraction
from itertools import permutations, product
from math import factorial

random.seed(20261125)


def kendall(values):
    return sum(
        (b > a) - (b < a) for j, b in enumerate(values) for a in values[:j]
    )


def patterns(n, most=None):
    """The partitions of n."""
    most = most or n
    if n == 0:
        yield ()
    for first in range(min(n, most), 0, -1):
        for rest in patterns(n - first, first):
            yield (first,) + rest


# Every tie pattern of 2 to 7 values that are not all equal, scored over all n! orders.
ORDERS = {}
for n in range(2, 8):
    for pattern in patterns(n):
        if len(pattern) == 1:
            continue
        values = [level for level, size in enumerate(pattern) for _ in range(size)]
        scores = {}
        for order in permutations(values):
            scores.setdefault(kendall(order), []).append(order)
        ORDERS[pattern] = {s: (len(found), found[0]) for s, found in scores.items()}


def row(units):
    """One value of the sum at random, and how many of all orders lie as far from zero."""
    chosen = [random.choice(sorted(ORDERS[unit])) for unit in units]
    own = sum(chosen)
    extreme = Counter({0: 1})
    for unit in units:
        step = Counter()
        for (s, ways), (t, (count, _)) in product(extreme.items(), ORDERS[unit].items()):
            step[s + t] += ways * count
        extreme = step
    all_orders = 1
    for unit in units:
        all_orders *= factorial(sum(unit))
    share = Fraction(sum(c for s, c in extreme.items() if abs(s) >= abs(own)), all_orders)
    series = "|".join(
        " ".join(map(str, ORDERS[unit][s][1])) for unit, s in zip(units, chosen)
    )
    return [series, own, share.numerator, share.denominator]


def sets():
    names = list(ORDERS)
    yield from ((name,) for name in names)
    yield from ((name, name) for name in names)
    # Every tie pattern with others of every length.
    for name in names:
        for n in range(2, 8):
            yield (name, random.choice([other for other in names if sum(other) == n]))
    yield from (tuple(random.choices(names, k=3)) for _ in range(20))


with open("regional-kendall.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["series", "s", "numerator", "denominator"])
    writer.writerows(row(units) for units in sets())


def shared():
    """Units that share their years: all orders of whole years, with missing values too."""
    for years in (3, 4, 5, 6, 7):
        for units in (1, 2, 3, 5):
            for missing in (0, 0, 1):
                table = [[random.randint(0, 4) for _ in range(units)] for _ in range(years)]
                for _ in range(missing if years > 4 and units > 1 else 0):
                    table[random.randrange(years)][random.randrange(units)] = None
                yield table


def total(table):
    columns = list(zip(*table))
    return sum(kendall([v for v in column if v is not None]) for column in columns)


rows = []
for table in shared():
    columns = [[v for v in column if v is not None] for column in zip(*table)]
    if all(len(set(column)) < 2 for column in columns):
        continue
    own = total(table)
    extreme = orders = squares = 0
    for order in permutations(table):
        s = total(order)
        orders += 1
        extreme += abs(s) >= abs(own)
        squares += s * s
    share, variance = Fraction(extreme, orders), Fraction(squares, orders)
    series = "|".join(
        " ".join("-" if v is None else str(v) for v in column) for column in zip(*table)
    )
    rows.append([series, own, share.numerator, share.denominator, repr(float(variance))])
with open("shared-years.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["series", "s", "numerator", "denominator", "variance"])
    writer.writerows(rows)
