"""Lines to a deadline with prediction intervals, by ordinary least squares."""

import csv
import random

import numpy
import statsmodels.api

random.seed(27)

with open("projection.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow("times values deadline projected level lower upper".split())
    for _ in range(80):
        years = sorted(random.sample(range(2010, 2025), random.randint(3, 8)))
        values = [random.randint(0, 400) / 4 for _ in years]
        deadline = random.randint(2025, 2030)
        level = random.choice(["90", "95", "99.8"])
        # Years from the base, so that the normal equations keep their digits.
        times = numpy.array(years, dtype=float) - years[0]
        fit = statsmodels.api.OLS(values, statsmodels.api.add_constant(times)).fit()
        at = [[1.0, float(deadline - years[0])]]
        frame = fit.get_prediction(at).summary_frame(alpha=(100 - float(level)) / 100)
        writer.writerow(
            [
                " ".join(map(str, years)), " ".join(map(str, values)), deadline,
                repr(float(frame["mean"].iloc[0])), level,
                repr(float(frame["obs_ci_lower"].iloc[0])),
                repr(float(frame["obs_ci_upper"].iloc[0])),
            ]
        )
