"""Exact tests of counts by summing fractions: proportion-test.csv, two-proportions-test.csv."""
import random
from fractions import Fraction
from math import comb


def tails(masses, seen):
    own = masses[seen]
    below = sum((p for k, p in masses.items() if k < seen), Fraction(0))
    less = sum((p for p in masses.values() if p < own), Fraction(0))
    as_likely = sum((p for p in masses.values() if p == own), Fraction(0))
    at_least = 1 - below
    values = [below + own, at_least, less + as_likely, below + own / 2, at_least - own / 2, less + as_likely / 2]
    return ",".join(f"{v.numerator}/{v.denominator}" for v in values)


HEAD = "at_most,at_least,two_sided,mid_at_most,mid_at_least,mid_two_sided\n"
random.seed(20261125)
with open("proportion-test.csv", "w") as out:
    out.write("successes,trials,target," + HEAD)
    for share, most in (("0", 3), ("1", 3), ("0.5", 8), ("0.95", 12), ("0.9", 6), ("0.75", 6), ("0.3", 6), ("0.985", 4)):
        p = Fraction(share)
        for n in list(range(1, most + 1)) + [18]:
            if p.denominator ** n >= 2**126:
                continue
            masses = {k: comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)}
            for x in sorted({0, 1, n // 2, n - 1, n}):
                out.write(f"{x},{n},{share},{tails(masses, x)}\n")

with open("two-proportions-test.csv", "w") as out:
    out.write("first,first_trials,second,second_trials," + HEAD)

    def add(x1, n1, x2, n2):
        k, total = x1 + x2, n1 + n2
        counts = range(max(0, k - n2), min(n1, k) + 1)
        masses = {i: Fraction(comb(n1, i) * comb(n2, k - i), comb(total, k)) for i in counts}
        out.write(f"{x1},{n1},{x2},{n2},{tails(masses, x1)}\n")

    for n1 in range(1, 5):
        for n2 in range(1, 5):
            for x1 in range(n1 + 1):
                for x2 in range(n2 + 1):
                    add(x1, n1, x2, n2)
    for _ in range(60):
        n1, n2 = random.randint(3, 60), random.randint(3, 60)
        add(random.randint(0, n1), n1, random.randint(0, n2), n2)
    add(1, 500000, 5, 400000)
    add(999998, 1000000, 2000000, 2000000)
