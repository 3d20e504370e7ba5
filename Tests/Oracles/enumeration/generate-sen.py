"""Writes Sen's slope, its limits by rank and how often they hold the true slope, for every tie pattern."""

import csv
import random
from fractions import Fraction
from itertools import permutations

random.seed(20261125)
LEVELS = {"90": 10, "95": 20, "99.8": 500}


def compositions(n):
    if n == 0:
        yield ()
    for first in range(1, n + 1):
        for rest in compositions(n - first):
            yield (first,) + rest


def kendall(values):
    return sum((b > a) - (b < a) for j, b in enumerate(values) for a in values[:j])


def critical(n, one_in, known={}):
    """The smallest S whose share of all orders, at least as far from zero, is within the level."""
    if n not in known:
        known[n] = [abs(kendall(order)) for order in permutations(range(n))]
    scores = known[n]
    for s in range(n * (n - 1) // 2 % 2, n * (n - 1) // 2 + 1, 2):
        outside = sum(score >= s for score in scores)
        if outside * one_in <= len(scores):
            return s, outside, len(scores)
    return None, 2, len(scores)


def slopes(years, values):
    return sorted(
        Fraction(values[j] - values[i], years[j] - years[i])
        for j in range(len(values)) for i in range(j)
    )


def limits(ordered, s):
    rank = (len(ordered) - s) // 2
    return ordered[rank], ordered[len(ordered) - 1 - rank]


def orders(values):
    """All different orders of the values."""
    if not values:
        yield ()
    for first in sorted(set(values)):
        rest = list(values)
        rest.remove(first)
        for order in orders(rest):
            yield (first,) + order


def write(name, header, rows):
    with open(name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def patterns(longest):
    for n in range(3, longest + 1):
        yield from compositions(n)


def limit_rows():
    for pattern in patterns(7):
        values = [level for level, size in enumerate(pattern) for _ in range(size)]
        random.shuffle(values)
        years = sorted(random.sample(range(2010, 2026), len(values)))
        ordered = slopes(years, values)
        half = len(ordered) // 2
        median = ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
        for level, one_in in LEVELS.items():
            s, outside, every = critical(len(values), one_in)
            lower, upper = limits(ordered, s) if s is not None else ("", "")
            texts = [repr(float(x)) if x != "" else "" for x in (median, lower, upper)]
            attained = repr(float(1 - Fraction(outside, every)))
            yield [" ".join(map(str, years)), " ".join(map(str, values)), level] + texts + [attained]


def coverage_rows():
    """How many of the different orders of tied errors leave the true slope, 0, inside at 95 %."""
    for pattern in patterns(7):
        # Every order of the sizes up to 6 values; of 7 values the falling sizes.
        if sum(pattern) < 5 or (sum(pattern) == 7 and list(pattern) != sorted(pattern, reverse=True)):
            continue
        if len(pattern) == 7:
            continue
        s, outside, every = critical(sum(pattern), 20)
        values = [level for level, size in enumerate(pattern) for _ in range(size)]
        inside = total = 0
        for order in orders(values):
            lower, upper = limits(slopes(range(len(order)), order), s)
            inside += lower <= 0 <= upper
            total += 1
        # The untied distribution must not be beaten: at least the attained level.
        assert inside * every >= total * (every - outside)
        yield ["+".join(map(str, pattern)), inside, total, outside, every]


write("sen-limits.csv", ["years", "values", "level", "slope", "lower", "upper", "attained"], limit_rows())
write("sen-coverage.csv", ["groups", "inside", "orders", "untied_outside", "untied_orders"], coverage_rows())
