"""Binomial tails of up to ten million trials by summing masses, and Clopper-Pearson limits of few successes: 50 digits."""
from fractions import Fraction

from mpmath import exp, log, loggamma, mp, mpf, nstr

mp.dps = 50


def sum_from(n, p, x, step):
    """The masses from x outwards, until they add nothing."""
    q = 1 - p
    mass = term = exp(loggamma(n + 1) - loggamma(x + 1) - loggamma(n - x + 1) + x * log(p) + (n - x) * log(q))
    while 0 <= x + step <= n and term > mass * mpf(10) ** -40:
        term *= (n - x) * p / ((x + 1) * q) if step > 0 else x * q / ((n - x + 1) * p)
        x += step
        mass += term
    return mass


with open("proportion-test.csv", "w") as out:
    out.write("successes,trials,target,at_most,at_least\n")
    for n in (100000, 2000000, 10000000):
        # A fraction stands for what it says, other numbers for the double that they are.
        for target, p in (("0.95", mpf(19) / 20), ("0.013", mpf(13) / 1000), ("0.31415926535897931", mpf(0.31415926535897931))):
            for z in (-5, -1.5, 2.5):
                x = round(float(n * p + z * (n * p * (1 - p)) ** 0.5))
                values = (sum_from(n, p, x, -1), sum_from(n, p, x, 1))
                out.write(f"{x},{n},{target}," + ",".join(nstr(v, 20) for v in values) + "\n")


def root(f, low, high):
    for _ in range(170):
        middle = (low + high) / 2
        low, high = (middle, high) if f(middle) < 0 else (low, middle)
    return low


with open("clopper-pearson-large.csv", "w") as out:
    out.write("successes,trials,level,lower,upper\n")
    for n in (100000, 1000000, 10000000):
        for x in (1, 2, 17):
            for level in ("90", "95", "99.8"):
                a = (1 - mpf(level) / 100) / 2
                most = mpf(100) / n
                lower = root(lambda p: 1 - sum_from(n, p, x - 1, -1) - a, most / 10**8, most)
                upper = root(lambda p: a - sum_from(n, p, x, -1), most / 10**8, most)
                out.write(f"{x},{n},{level},{nstr(lower, 20)},{nstr(upper, 20)}\n")
