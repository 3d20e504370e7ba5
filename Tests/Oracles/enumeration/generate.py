"""Writes the exact distributions of Kendall's S; whole numbers only, standard library only."""

import csv
import itertools
from math import factorial


def write(name, header, rows):
    with open(name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def score(values):
    return sum((b > a) - (b < a) for a, b in itertools.combinations(values, 2))


def compositions(total):
    if total == 0:
        yield ()
    for first in range(1, total + 1):
        for rest in compositions(total - first):
            yield (first,) + rest


def every_order():
    """All n! orders of every tie pattern of 3 to 7 values, one example for each S."""
    for count in range(3, 8):
        for groups in compositions(count):
            if len(groups) == 1:
                continue
            values = [level for level, size in enumerate(groups) for _ in range(size)]
            scores, example = {}, {}
            for order in itertools.permutations(values):
                s = score(order)
                scores[s] = scores.get(s, 0) + 1
                example.setdefault(s, order)
            for s in sorted(scores):
                extreme = sum(k for other, k in scores.items() if abs(other) >= abs(s))
                yield [
                    "+".join(map(str, groups)),
                    " ".join(map(str, example[s])),
                    s,
                    extreme,
                    factorial(count),
                ]


def add(one, other, shift):
    result = [0] * max(len(one), len(other) + shift)
    for k, count in enumerate(one):
        result[k] += count
    for k, count in enumerate(other):
        result[k + shift] += count
    return result


def gaussian(n, k, known={}):
    """Pascal's rule [n, k] = [n-1, k-1] + q^k [n-1, k], another way than products and quotients."""
    if k == 0 or k == n:
        return [1]
    if (n, k) not in known:
        known[n, k] = add(gaussian(n - 1, k - 1), gaussian(n - 1, k), k)
    return known[n, k]


def distribution(groups):
    counts, size = [1], 0
    for group in groups:
        size += group
        factor = gaussian(size, group)
        product = [0] * (len(counts) + len(factor) - 1)
        for i, a in enumerate(counts):
            for j, b in enumerate(factor):
                product[i + j] += a * b
        counts = product
    return counts


def tails(groups):
    """Pairs of (s, number of orders with |S| >= s) for s >= 0, and the number of orders."""
    counts = distribution(groups)
    pairs = len(counts) - 1
    result, running = [], 0
    for k in range(pairs // 2 + 1):
        running += counts[k]
        s = pairs - 2 * k
        result.append((s, 2 * running if s else sum(counts)))
    return result, sum(counts)


def long_series():
    patterns = [(1,) * n for n in (8, 10, 16, 25, 33)]
    patterns += [(8, 1, 1), (5, 5), (6, 4, 3, 2, 1), (10, 10, 10), (20, 5, 3, 1, 1, 1), (50, 3, 2, 1)]
    for groups in patterns:
        rows, total = tails(groups)
        for s, extreme in rows:
            yield ["+".join(map(str, groups)), s, extreme, total]


def critical_values():
    for count in range(3, 34):
        rows, total = tails((1,) * count)
        if count <= 8:
            seen = {}
            for order in itertools.permutations(range(count)):
                s = score(order)
                seen[s] = seen.get(s, 0) + 1
            for s, extreme in rows:
                assert extreme == sum(k for other, k in seen.items() if abs(other) >= s)
        for level, one_in in (("90", 10), ("95", 20), ("99.8", 500)):
            fitting = [(s, e) for s, e in rows if s > 0 and e * one_in <= total]
            s, extreme = min(fitting) if fitting else ("", rows[0][1])
            yield [count, level, s, extreme, total]


write(
    "every-order.csv",
    ["groups", "series", "s", "orders_as_extreme", "orders"],
    every_order(),
)
write("long-series.csv", ["groups", "s", "orders_as_extreme", "orders"], long_series())
write(
    "critical-values.csv",
    ["points", "level", "critical_s", "orders_outside", "orders"],
    critical_values(),
)
