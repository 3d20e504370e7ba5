"""Exact tests of counts: scipy.stats.binomtest, fisher_exact, poisson, binom."""
import random

from scipy import stats

random.seed(20261125)
SIDES = ("less", "greater", "two-sided")
with open("proportion-test.csv", "w") as out:
    out.write("successes,trials,target,at_most,at_least,two_sided\n")
    for _ in range(150):
        n = round(10 ** random.uniform(0.3, 6.3))
        p = random.choice([0.5, 0.95, 0.9, 0.01, random.random()])
        x = min(n, max(0, round(n * p + random.uniform(-4, 4) * (n * p * (1 - p)) ** 0.5)))
        values = [stats.binomtest(x, n, p, side).pvalue for side in SIDES]
        out.write(f"{x},{n},{p!r}," + ",".join(repr(float(v)) for v in values) + "\n")

with open("two-proportions-test.csv", "w") as out:
    out.write("first,first_trials,second,second_trials,at_most,at_least,two_sided\n")
    for _ in range(120):
        n1, n2 = round(10 ** random.uniform(0.3, 3.5)), round(10 ** random.uniform(0.3, 3.5))
        p = random.random()
        x1, x2 = stats.binom.rvs(n1, p, random_state=random.randint(0, 9999)), stats.binom.rvs(n2, p, random_state=random.randint(0, 9999))
        table = [[x1, n1 - x1], [x2, n2 - x2]]
        values = [stats.fisher_exact(table, side).pvalue for side in SIDES]
        out.write(f"{x1},{n1},{x2},{n2}," + ",".join(repr(float(v)) for v in values) + "\n")
