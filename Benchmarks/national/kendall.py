"""Exact two-sided probabilities of Kendall's S for short series, equal values included.

The orders of the values that have a given number of inversions are counted by the Gaussian
multinomial coefficient of the sizes of the groups of equal values.
"""

from math import factorial


def partitions(count, largest=None):
    """All ways to write a count as groups of equal values, largest first."""
    largest = count if largest is None else largest
    if count == 0:
        yield ()
    for first in range(min(count, largest), 0, -1):
        for rest in partitions(count - first, first):
            yield (first, *rest)


def _times(polynomial, size):
    """Multiplies by 1 + q + … + q^(size - 1)."""
    product = [0] * (len(polynomial) + size - 1)
    for power, factor in enumerate(polynomial):
        for shift in range(size):
            product[power + shift] += factor
    return product


def _divided(polynomial, size):
    """Divides by 1 + q + … + q^(size - 1), which leaves no rest here."""
    rest = list(polynomial)
    quotient = []
    for power in range(len(rest) - size + 1):
        factor = rest[power]
        quotient.append(factor)
        for shift in range(size):
            rest[power + shift] -= factor
    return quotient


def _inversions(groups):
    polynomial = [1]
    for size in range(2, sum(groups) + 1):
        polynomial = _times(polynomial, size)
    for group in groups:
        for size in range(2, group + 1):
            polynomial = _divided(polynomial, size)
    return polynomial


def table(longest=10):
    """Rows of groups (`3-1-1`), |S| and the probability of an |S| at least as large."""
    for count in range(3, longest + 1):
        for groups in partitions(count):
            if len(groups) == 1:
                continue
            orders = _inversions(groups)
            pairs = len(orders) - 1
            total = factorial(count)
            for group in groups:
                total //= factorial(group)
            name = "-".join(map(str, groups))
            for s in range(pairs % 2, pairs + 1, 2):
                extreme = sum(
                    number for power, number in enumerate(orders) if abs(pairs - 2 * power) >= s
                )
                yield name, s, extreme / total
