"""Jeffreys limits, Newcombe limits, exact tests of rates and ratios, standardised rates: 50 digits."""
import random

from mpmath import betainc, findroot, gammainc, loggamma, mp, mpf, nstr, sqrt, erfinv, exp, log, quad

mp.dps = 50
random.seed(20261125)
LEVELS = ("90", "95", "99.8")


def text(x):
    return nstr(x, 20)


def bisect(f, low, high, steps=150):
    """The root of an increasing function."""
    for _ in range(steps):
        middle = (low + high) / 2
        if f(middle) < 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def alpha(level):
    return 1 - mpf(level) / 100


def beta_quantile(p, a, b):
    return bisect(lambda x: betainc(a, b, 0, x, regularized=True) - p, mpf(0), mpf(1))


def normal(level):
    return sqrt(2) * erfinv(1 - alpha(level))


def jeffreys(x, n, level):
    if x == 0:
        return mpf(0)
    return beta_quantile(alpha(level) / 2, x + mpf(1) / 2, n - x + mpf(1) / 2)


with open("jeffreys.csv", "w") as out:
    out.write("successes,trials,level,lower,upper\n")
    for n in (1, 2, 5, 12, 18, 73, 260, 1000):
        for x in sorted({0, 1, n // 3, n // 2, n - 1, n}):
            for level in LEVELS:
                lower, upper = jeffreys(x, n, level), 1 - jeffreys(n - x, n, level)
                out.write(f"{x},{n},{level},{text(lower)},{text(upper)}\n")


def wilson(x, n, z):
    x, n = mpf(x), mpf(n)
    root = z * sqrt(z * z + 4 * x * (1 - x / n))
    return (2 * x + z * z - root) / (2 * (n + z * z)), (2 * x + z * z + root) / (2 * (n + z * z))


with open("newcombe.csv", "w") as out:
    out.write("earlier,earlier_trials,later,later_trials,level,lower,upper\n")
    for _ in range(150):
        n1, n2 = random.choice([5, 12, 18, 260, 1000]), random.choice([5, 12, 18, 300, 5000])
        x1, x2 = random.randint(0, n1), random.randint(0, n2)
        level = random.choice(LEVELS)
        (l1, u1), (l2, u2) = wilson(x1, n1, normal(level)), wilson(x2, n2, normal(level))
        p1, p2 = mpf(x1) / n1, mpf(x2) / n2
        lower = p2 - p1 - sqrt((p2 - l2) ** 2 + (u1 - p1) ** 2)
        upper = p2 - p1 + sqrt((u2 - p2) ** 2 + (p1 - l1) ** 2)
        out.write(f"{x1},{n1},{x2},{n2},{level},{text(lower)},{text(upper)}\n")


def poisson_tails(x, mu):
    mu = mpf(mu)
    mass = lambda k: exp(k * log(mu) - mu - loggamma(k + 1))
    below = sum((mass(k) for k in range(x)), mpf(0))
    own, limit = mass(x), mass(x) * (1 + mpf(10) ** -7)
    top = int(mu + 40 * sqrt(mu) + 60)
    two = sum((m for m in map(mass, range(top)) if m <= limit), mpf(0))
    return below + own, sum((mass(k) for k in range(x, top)), mpf(0)), two


with open("rate-test.csv", "w") as out:
    out.write("events,expected,at_most,at_least,two_sided\n")
    for mu in ("0.125", "0.5", "1", "2.25", "5", "9.75", "17", "40", "1234.5"):
        for z in (-4, -1, 0, 1, 2, 5):
            x = round(float(mu) + z * float(mu) ** 0.5)
            if x >= 0:
                out.write(f"{x},{mu}," + ",".join(map(text, poisson_tails(x, mu))) + "\n")


with open("rate-ratio.csv", "w") as out:
    out.write("later,later_population,base,base_population,level,lower,upper\n")
    for case in range(80):
        x1, x0 = (random.randint(0, 15), random.randint(1, 15)) if case < 40 else (random.randint(20, 900), random.randint(20, 900))
        m1, m0 = random.randint(1000, 90000), random.randint(1000, 90000)
        level, n = random.choice(LEVELS), x1 + x0
        a = alpha(level) / 2
        share = mpf(0) if x1 == 0 else beta_quantile(a, x1, x0 + 1)
        rest = beta_quantile(a, x0, x1 + 1)
        lower, upper = share / (1 - share) * m0 / m1, (1 - rest) / rest * m0 / m1
        out.write(f"{x1},{m1},{x0},{m0},{level},{text(lower)},{text(upper)}\n")


def gamma_quantile(p, shape):
    return bisect(lambda x: gammainc(shape, 0, x, regularized=True) - p, mpf(0), mpf(10 * shape + 60))


def count_limits(x, level, method):
    if method == "exact":
        a = alpha(level) / 2
        return (gamma_quantile(a, x) if x else mpf(0)), gamma_quantile(1 - a, x + 1)
    z, x = normal(level), mpf(x)
    cube = lambda c, z: c * (1 - 1 / (9 * c) + z / (3 * sqrt(c))) ** 3
    return (max(mpf(0), cube(x, -z)) if x else mpf(0)), cube(x + 1, z)


with open("direct-standardisation.csv", "w") as out:
    out.write("events,populations,standards,level,method,value,variance,lower,upper\n")
    for case in range(60):
        strata = random.randint(1, 19)
        events = [random.randint(0, 30) for _ in range(strata)]
        if sum(events) < 10:
            continue
        populations = [random.randint(100, 60000) for _ in range(strata)]
        standards = [random.randint(500, 9000) for _ in range(strata)]
        level, method = random.choice(LEVELS), random.choice(("exact", "byar"))
        total = mpf(sum(standards))
        value = sum(mpf(w) * x / n for x, n, w in zip(events, populations, standards)) / total
        variance = sum(x * (mpf(w) / n) ** 2 for x, n, w in zip(events, populations, standards)) / total**2
        all_events = sum(events)
        lower, upper = (value + sqrt(variance / all_events) * (limit - all_events) for limit in count_limits(all_events, level, method))
        cells = [" ".join(map(str, c)) for c in (events, populations, standards)]
        out.write(",".join(cells + [level, method] + [text(1000 * value), text(10**6 * variance), text(max(mpf(0), 1000 * lower)), text(1000 * upper)]) + "\n")

with open("indirect-standardisation.csv", "w") as out:
    out.write("events,populations,reference_events,reference_populations,level,method,expected,ratio,lower,upper,rate\n")
    for case in range(60):
        strata = random.randint(1, 19)
        events = [random.randint(0, 12) for _ in range(strata)]
        populations = [random.randint(100, 6000) for _ in range(strata)]
        reference = [random.randint(1, 900) for _ in range(strata)]
        whole = [random.randint(5000, 90000) for _ in range(strata)]
        level, method = random.choice(LEVELS), random.choice(("exact", "byar"))
        expected = sum(mpf(n) * x / m for n, x, m in zip(populations, reference, whole))
        lower, upper = (limit / expected for limit in count_limits(sum(events), level, method))
        ratio = sum(events) / expected
        rate = ratio * sum(reference) / mpf(sum(whole)) * 1000
        cells = [" ".join(map(str, c)) for c in (events, populations, reference, whole)]
        out.write(",".join(cells + [level, method] + list(map(text, (expected, ratio, lower, upper, rate)))) + "\n")
