"""Expected comparisons of the sample's communes, by scipy, statsmodels and enumeration.

Reads the counts and yearly values of the published sample (reports/kh166/2025/tables), never its
statistics. Run from this folder: python3 generate.py, then Rscript generate.R.
"""
import csv
import itertools

import numpy
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep

TABLES = "../../../reports/kh166/2025/tables"
INDICATORS = ["establishments-inspected", "officials-trained", "pupils-reached"]
YEAR = 2025


def rows():
    with open(f"{TABLES}/indicators.csv", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file, delimiter=";"):
            if row["indicator"] in INDICATORS and row["unit"] != "873":
                yield row


def number(text):
    return float(text.replace(",", "."))


values, counts = {}, {}
for row in rows():
    if row["value"] and row["reported"] == row["expected"]:
        key = row["indicator"], row["unit"], int(row["year"])
        values[key] = number(row["value"])
        counts[key] = int(row["numerator"]), int(row["denominator"])


def fisher(a, b):
    return stats.fisher_exact([[a[0], a[1] - a[0]], [b[0], b[1] - b[0]]])[1]


def dispersion(pairs):
    centre = sum(x for x, _ in pairs) / sum(n for _, n in pairs)
    z = numpy.array([(x / n - centre) / (centre * (1 - centre) / n) ** 0.5 for x, n in pairs])
    z = stats.mstats.winsorize(z, limits=(len(z) // 10 / len(z),) * 2)
    return float((z**2).mean())


def kendall(series):
    years = sorted({year for own in series for year in own})
    orders = list(itertools.permutations(years))

    def s(order):
        place = dict(zip(years, order))
        return sum(
            int(numpy.sign(own[b] - own[a])) * (1 if place[a] < place[b] else -1)
            for own in series
            for a, b in itertools.combinations(sorted(own), 2)
        )

    seen = s(years)
    return seen, sum(abs(s(order)) >= abs(seen) for order in orders) / len(orders)


with open("units.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(
        "indicator,unit,numerator,denominator,p,change,change_lower,change_upper,change_p".split(",")
    )
    for indicator in INDICATORS:
        own = {unit: c for (i, unit, y), c in counts.items() if i == indicator and y == YEAR}
        total = [sum(c[k] for c in own.values()) for k in (0, 1)]
        for unit, c in sorted(own.items()):
            cells = [indicator, unit, *c, fisher(c, (total[0] - c[0], total[1] - c[1]))]
            before = counts.get((indicator, unit, YEAR - 1))
            if before:
                limits = confint_proportions_2indep(*c, *before, method="newcomb", compare="diff")
                change = c[0] / c[1] - before[0] / before[1]
                cells += [100 * change, *(100 * limit for limit in limits), fisher(c, before)]
            else:
                cells += [""] * 4
            writer.writerow([repr(float(x)) if isinstance(x, float) else x for x in cells])

with open("indicators.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow("indicator,units,chi_square_p,dispersion,trend_s,trend_p".split(","))
    for indicator in INDICATORS:
        own = [c for (i, unit, y), c in sorted(counts.items()) if i == indicator and y == YEAR]
        table = numpy.array([[x, n - x] for x, n in own])
        series = {}
        for (i, unit, year), value in values.items():
            if i == indicator:
                series.setdefault(unit, {})[year] = value
        s, p = kendall(list(series.values()))
        chi = stats.chi2_contingency(table, correction=False).pvalue
        writer.writerow(
            [indicator, len(own), repr(float(chi)), repr(dispersion(own)), s, repr(float(p))]
        )
