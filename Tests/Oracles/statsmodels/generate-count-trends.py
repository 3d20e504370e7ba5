"""Writes Poisson and logistic trends of statsmodels' GLM over the cases of the mpmath tables."""

import csv
import warnings

import numpy as np
import statsmodels.api as sm

warnings.simplefilter("ignore")


def cases(name):
    with open(f"../mpmath/{name}.csv") as file:
        yield from csv.DictReader(file)


def numbers(text):
    return np.array([float(part) for part in text.split()])


def fit(times, response, family, offset=None):
    design = np.column_stack([np.ones(len(times)), times - times.mean()])
    model = sm.GLM(response, design, family=family, offset=offset)
    return model.fit(maxiter=300, tol=1e-15, tol_criterion="params")


def write(name, header, rows):
    with open(name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


rows = []
for case in cases("poisson-trend"):
    t, y, n = (numbers(case[key]) for key in ("times", "counts", "populations"))
    if y.max() > 1e6 or n.max() / n.min() > 1e6:
        continue
    result = fit(t, y, sm.families.Poisson(), np.log(n))
    ratio = result.pearson_chi2 / result.df_resid
    error = result.bse[1] * np.sqrt(max(1, ratio))
    rows.append([case["times"], case["counts"], case["populations"]]
                + [repr(float(v)) for v in (result.params[1], error, ratio)])
write("poisson-trend.csv", ["times", "counts", "populations", "slope", "error", "ratio"], rows)
rows = []
for case in cases("logistic-trend"):
    t, x, n = (numbers(case[key]) for key in ("times", "successes", "trials"))
    if abs(float(case["slope"])) > 5:
        continue
    result = fit(t, np.column_stack([x, n - x]), sm.families.Binomial())
    rows.append([case["times"], case["successes"], case["trials"]]
                + [repr(float(v)) for v in (result.params[1], result.bse[1])])
write("logistic-trend.csv", ["times", "successes", "trials", "slope", "error"], rows)
