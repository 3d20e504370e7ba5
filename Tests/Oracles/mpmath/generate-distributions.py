"""Tails and quantiles of the Student t, chi-square and F distributions, 40 digits."""

import csv

from mpmath import exp, findroot, inf, log, loggamma, mp, mpf, nstr, pi, quad, sqrt

mp.dps = 40


def area(logarithm, start, step, upwards):
    """The integral of exp(logarithm) from start on, in steps of about one tail's decay."""
    top = logarithm(start)
    total = mpf(0)
    point = start
    for count in range(400):
        following = point + step * 2 ** (count // 4) if upwards else point - step * 2 ** (count // 4)
        if not upwards and following <= 0:
            following = mpf(0)
        piece = quad(lambda u: exp(logarithm(u) - top), [min(point, following), max(point, following)])
        total += piece
        if piece < total * mpf(10) ** -38 or following == 0:
            return top + log(total)
        point = following
    raise ArithmeticError("the tail does not end")


def student_density(n):
    n = mpf(n)
    constant = loggamma((n + 1) / 2) - loggamma(n / 2) - log(n * pi) / 2
    return lambda u: constant - (n + 1) / 2 * log(1 + u * u / n)


def student(n):
    # In the variable log u the tail of few degrees of freedom falls exponentially too.
    density = student_density(n)

    def upper(t):
        t = mpf(t)
        return exp(area(lambda v: density(exp(v)) + v, log(t), 1 / (1 + t * t) / 2 + mpf(1) / (n + 5), True))

    return upper, lambda t: exp(density(mpf(t)))


def chi_square(n):
    n = mpf(n)
    constant = -n / 2 * log(2) - loggamma(n / 2)
    density = lambda u: constant + (n / 2 - 1) * log(u) - u / 2
    change = lambda v: density(exp(v)) + v
    width = lambda x: 1 / (1 + sqrt(n) + abs(x - n) / 2)
    upper = lambda x: exp(area(change, log(mpf(x)), width(mpf(x)), True))
    lower = lambda x: exp(area_down(change, log(mpf(x)), width(mpf(x))))
    return lower, upper, lambda x: exp(density(mpf(x)))


def area_down(logarithm, start, step):
    return area(lambda w: logarithm(start - w), mpf(0), step, True)


def f(a, b):
    a, b = mpf(a), mpf(b)
    constant = loggamma((a + b) / 2) - loggamma(a / 2) - loggamma(b / 2) + a / 2 * log(a / b)
    density = lambda u: constant + (a / 2 - 1) * log(u) - (a + b) / 2 * log(1 + a * u / b)
    change = lambda v: density(exp(v)) + v
    scale = 1 / (1 + sqrt(1 / (1 / a + 1 / b)))
    slope = lambda x: abs(a / 2 - (a + b) / 2 * a * x / (b + a * x))
    width = lambda x: 1 / (1 / scale + slope(x))
    upper = lambda x: exp(area(change, log(mpf(x)), width(mpf(x)), True))
    lower = lambda x: exp(area_down(change, log(mpf(x)), width(mpf(x))))
    return lower, upper, lambda x: exp(density(mpf(x)))


def quantile(tail, density, probability, start, sign):
    """Newton's steps on the logarithm of the tail, from a start in doubles."""
    x = mpf(start)
    for _ in range(60):
        value = tail(x)
        step = log(value / probability) * value / density(x) * -sign
        x = max(x / 4, x + step)
        if abs(step) < x * mpf(10) ** -32:
            return x
    raise ArithmeticError("no quantile")


def write(name, columns, rows):
    with open(name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        for row in rows:
            writer.writerow([nstr(cell, 20) if isinstance(cell, mpf) else cell for cell in row])
    print(name, len(rows), flush=True)


least = mpf(10) ** -300

rows = []
for n in (0.5, 1, 2, 3, 5, 10, 30, 31, 100, 1000, 10**5, 10**7, 10**9):
    upper, _ = student(n)
    for t in (1e-6, 0.25, 0.99, 1.0, 1.5, 2.0, 3.182446305284263, 6.0, 10.0, 20.0, 36.0, 1e10, 1e150, 1e200):
        tail = upper(t)
        if tail > least:
            rows.append([n, repr(t), tail])
write("student-tails.csv", ["degrees", "value", "upper_tail"], rows)

import scipy.stats as starts

rows = []
for n in (1, 2, 3, 4, 5, 8, 30, 100, 10**4, 10**9):
    upper, density = student(n)
    for p in (0.4, 0.1, 0.05, 0.025, 0.005, 0.001, 1e-6, 1e-12, 1e-100):
        rows.append([n, repr(p), quantile(upper, density, mpf(p), starts.t.isf(p, n), -1)])
write("student-quantiles.csv", ["degrees", "upper_tail", "value"], rows)

rows = []
for n in (0.5, 1, 2, 3, 4, 17, 100, 1000, 10**5, 10**7, 10**9):
    lower, upper, _ = chi_square(n)
    for z in (-30, -8, -3, -1, -0.25, 0, 0.25, 1, 3, 8, 30):
        x = n + z * (2 * n) ** 0.5 if n >= 2000 else n * 2 ** (z / 4)
        below, above = lower(x), upper(x)
        assert abs(below + above - 1) < mpf(10) ** -30
        if min(below, above) > least:
            rows.append([n, repr(x), below, above])
write("chi-square-tails.csv", ["degrees", "value", "lower_tail", "upper_tail"], rows)

rows = []
for n in (1, 2, 3, 17, 100, 10**4, 10**9):
    lower, upper, density = chi_square(n)
    for p in (1e-12, 0.001, 0.025, 0.05, 0.5):
        rows.append([
            n, repr(p),
            quantile(lower, density, mpf(p), starts.chi2.ppf(p, n), 1),
            quantile(upper, density, mpf(p), starts.chi2.isf(p, n), -1),
        ])
write("chi-square-quantiles.csv", ["degrees", "probability", "lower_quantile", "upper_quantile"], rows)

rows = []
for a, b in ((1, 1), (1, 3), (2, 10), (3, 100), (10, 10), (17, 4), (1, 1000), (100, 1000), (5, 10**5),
             (1000, 1000), (10**5, 10**5), (1, 10**9), (6, 10**9), (10**9, 6), (10**9, 10**9)):
    lower, upper, _ = f(a, b)
    spread = (2 / a + 2 / b) ** 0.5
    for z in (-30, -8, -3, -1, -0.25, 0, 0.25, 1, 3, 8, 30):
        x = 1 + z * spread if spread < 0.03 else 2 ** (z / 2)
        below, above = lower(x), upper(x)
        assert abs(below + above - 1) < mpf(10) ** -30
        if min(below, above) > least:
            rows.append([a, b, repr(float(x)), below, above])
write("f-tails.csv", ["numerator", "denominator", "value", "lower_tail", "upper_tail"], rows)

rows = []
for a, b in ((1, 3), (2, 10), (17, 4), (5, 10**5), (1000, 1000)):
    lower, upper, density = f(a, b)
    for p in (1e-12, 0.001, 0.025, 0.5):
        rows.append([
            a, b, repr(p),
            quantile(lower, density, mpf(p), starts.f.ppf(p, a, b), 1),
            quantile(upper, density, mpf(p), starts.f.isf(p, a, b), -1),
        ])
write("f-quantiles.csv", ["numerator", "denominator", "probability", "lower_quantile", "upper_quantile"], rows)
