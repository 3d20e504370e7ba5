"""Writes exact probabilities of the Cochran-Armitage test from every choice of X of N trials."""

import csv
import random
from collections import Counter
from fractions import Fraction
from itertools import combinations

random.seed(20261125)


def compositions(n):
    if n == 0:
        yield ()
    for first in range(1, n + 1):
        for rest in compositions(n - first):
            yield (first,) + rest


def share(times, trials, total, seen):
    """The share of all choices whose sum of times is at least as far from its mean as the one seen."""
    each = [time for time, count in zip(times, trials) for _ in range(count)]
    mean = Fraction(total * sum(each), len(each))
    extreme = everything = 0
    for choice in combinations(each, total):
        everything += 1
        extreme += abs(sum(choice) - mean) >= abs(seen - mean)
    return Fraction(extreme, everything)


def write(name, rows):
    with open(name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["times", "successes", "trials", "numerator", "denominator"])
        writer.writerows(rows)


def tables(trials, total):
    """Every way to have so many successes among the trials."""
    if len(trials) == 1:
        if total <= trials[0]:
            yield (total,)
        return
    for first in range(min(total, trials[0]) + 1):
        for rest in tables(trials[1:], total - first):
            yield (first,) + rest


def join(numbers):
    return " ".join(map(str, numbers))


def every_pattern():
    """Every tie pattern of 2 to 7 single trials, every number of successes; one table for each sum."""
    for n in range(2, 8):
        for trials in compositions(n):
            if len(trials) == 1:
                continue
            times = range(2021, 2021 + len(trials))
            # More than half are the failures of another table.
            for total in range(1, n // 2 + 1):
                found = {}
                for table in tables(trials, total):
                    found.setdefault(sum(t * x for t, x in zip(times, table)), table)
                for seen, table in sorted(found.items()):
                    p = share(times, trials, total, seen)
                    yield [join(times), join(table), join(trials), p.numerator, p.denominator]


def uneven_years():
    """Up to 7 uneven times with up to 3 trials each, a table at random."""
    for count in range(2, 8):
        for _ in range(30):
            trials = [random.randint(1, 3) for _ in range(count)]
            times = sorted(random.sample(range(2001, 2026), count))
            if random.random() < 0.3:
                times = [time + random.choice((0, 0.5, 0.25)) for time in times]
            table = [random.randint(0, n) for n in trials]
            total = sum(table)
            if 0 < total < sum(trials):
                seen = sum(Fraction(t) * x for t, x in zip(times, table))
                p = share([Fraction(t) for t in times], trials, total, seen)
                yield [join(times), join(table), join(trials), p.numerator, p.denominator]


write("trend-every-pattern.csv", every_pattern())
write("trend-uneven-years.csv", uneven_years())
