"""The benchmark's job with Polars, streaming: with_polars.py DATA UNITS OUT [THREADS]"""

import os
import sys

DATA, UNITS, OUT = sys.argv[1:4]
os.environ["POLARS_MAX_THREADS"] = sys.argv[4] if len(sys.argv) > 4 else "2"

import polars as pl  # noqa: E402  The number of threads is read on import.

import kendall  # noqa: E402

FIRST, LAST = 2015, 2024
COLUMNS = "key establishment code name date workers result fine note".split()


def run(frame):
    return frame.collect(engine="streaming")


def distinct(column):
    """Each spelling is read once, not once for each row that has it."""
    return raw.lazy().select(column).drop_nulls().unique()


def folded(column):
    return pl.col(column).str.strip_chars().str.normalize("NFC").str.to_lowercase()


raw = run(
    pl.concat(
        pl.scan_csv(
            f"{DATA}/{year}/*/*.csv",
            infer_schema=False,
            new_columns=COLUMNS,
            row_index_name="place",
        )
        .select("place", "key", "code", "name", "date", "result", "fine")
        .with_columns(year=pl.lit(year, pl.Int16))
        for year in range(FIRST, LAST + 1)
    )
)

units = (
    pl.scan_csv(UNITS, infer_schema=False)
    .filter(pl.col("level") == "commune")
    .select(unit="code", base=folded("name").str.replace("^(xã|phường|thị trấn) ", ""))
    .collect()
)
prefix = r"^(xã|x\.|phường|p\.|thị trấn|tt\.)\s*"
names = run(
    distinct("name")
    .with_columns(base=folded("name").str.replace(prefix, "").str.strip_chars())
    .join(units.lazy(), on="base")
    .select("name", named="unit")
)
codes = units.select(code="unit", coded="unit")
trimmed = pl.col("date").str.strip_chars()
dates = run(
    distinct("date").with_columns(
        dated=pl.coalesce(
            trimmed.str.to_date(form, strict=False)
            for form in ["%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y"]
        )
        .dt.year()
        .cast(pl.Int16)
    )
)
result = folded("result")
results = run(
    distinct("result").with_columns(
        violating=pl.when(result.is_in(["không vi phạm", "kvp", "không"]))
        .then(pl.lit(False))
        .when(result.is_in(["vi phạm", "có vi phạm", "vp"]))
        .then(pl.lit(True))
    )
)
fine = folded("fine")
digits = fine.str.replace_all("[^0-9]", "").cast(pl.Int64, strict=False)
fines = run(
    distinct("fine").with_columns(
        amount=pl.when(fine.str.contains(r"^([0-9]{1,3}(\.[0-9]{3})+|[0-9]+)( ?(đồng|đ))?$"))
        .then(digits)
        .when(fine.str.contains("^[0-9]+ triệu$"))
        .then(digits * 1_000_000)
    )
)

# A code and a name must mean one unit; rows without a unit or key are set aside before the
# later one of two rows with one key is taken.
used = run(
    raw.lazy()
    .filter(pl.col("key").is_not_null())
    .join(codes.lazy(), on="code", how="left")
    .join(names.lazy(), on="name", how="left")
    .filter(
        pl.when(pl.col("code").is_null())
        .then(pl.col("named").is_not_null())
        .when(pl.col("name").is_null())
        .then(pl.col("coded").is_not_null())
        .otherwise(pl.col("coded") == pl.col("named"))
    )
    .join(dates.lazy(), on="date", how="left")
    .join(results.lazy(), on="result", how="left")
    .join(fines.lazy(), on="fine", how="left")
    .select(
        "year",
        "key",
        "place",
        "dated",
        "violating",
        unit=pl.coalesce("coded", "named"),
        amount=pl.when(pl.col("fine").is_null()).then(0).otherwise("amount"),
    )
)
del raw
is_due = pl.col("dated") == pl.col("year")
may_be_due = is_due.fill_null(True)
violating = pl.col("violating")
counts = run(
    used.lazy()
    .join(
        used.lazy().group_by("year", "key").agg(pl.col("place").max()),
        on=["year", "place", "key"],
        how="semi",
    )
    .group_by("unit", "year")
    .agg(
        done=is_due.sum(),
        done_open=is_due.is_null().sum(),
        violating=(violating & is_due).sum(),
        violating_open=(
            may_be_due & violating.fill_null(True) & (is_due.is_null() | violating.is_null())
        ).sum(),
        fines=pl.when(is_due).then("amount").sum(),
        fines_open=(is_due.is_null() | (is_due & pl.col("amount").is_null())).sum(),
    )
)
del used

years = pl.LazyFrame({"year": list(range(FIRST, LAST + 1))}, schema={"year": pl.Int16})
x, n = pl.col("violating").cast(pl.Float64), pl.col("done").cast(pl.Float64)
z = 1.959963984540054  # The standard normal quantile of 0.975.
half = z * (x * (n - x) / n + z * z / 4).sqrt()
figures = run(
    units.lazy()
    .select("unit")
    .join(years, how="cross")
    .join(counts.lazy(), on=["unit", "year"], how="left")
    .with_columns(pl.exclude("unit", "year").fill_null(0))
    .select(
        "unit",
        "year",
        "done",
        "violating",
        "fines",
        share_is_whole=pl.col("done_open") + pl.col("violating_open") == 0,
        fines_are_whole=pl.col("fines_open") == 0,
        share=pl.when(n > 0).then(x / n * 100),
        lower=pl.when(n > 0).then(100 * ((x + z * z / 2 - half) / (n + z * z)).clip(0)),
        upper=pl.when(n > 0).then(
            100 * ((x + z * z / 2 + half) / (n + z * z)).clip(upper_bound=1)
        ),
    )
    .sort("unit", "year")
)

shares = figures.lazy().filter("share_is_whole", pl.col("share").is_not_null())
amounts = figures.lazy().filter("fines_are_whole")
series = run(
    pl.concat(
        [
            shares.select("unit", "year", indicator=pl.lit("violation-share"), value="share"),
            amounts.select(
                "unit",
                "year",
                indicator=pl.lit("sum-of-fines"),
                value=pl.col("fines").cast(pl.Float64),
            ),
        ]
    )
).lazy()
rise = pl.col("value_right") - pl.col("value")
pairs = (
    series.join(series, on=["indicator", "unit"])
    .filter(pl.col("year_right") > pl.col("year"))
    .group_by("indicator", "unit")
    .agg(
        s=rise.sign().cast(pl.Int64).sum(),
        slope=(rise / (pl.col("year_right") - pl.col("year"))).median(),
    )
)
ties = (
    series.group_by("indicator", "unit", "value")
    .agg(size=pl.len())
    .group_by("indicator", "unit")
    .agg(
        points=pl.col("size").sum(),
        groups=pl.col("size").sort(descending=True).cast(pl.String).str.join("-"),
    )
)
probabilities = pl.LazyFrame(
    list(kendall.table(LAST - FIRST + 1)),
    schema={"groups": pl.String, "distance": pl.Int64, "p": pl.Float64},
    orient="row",
)
names_of_indicators = pl.LazyFrame({"indicator": ["sum-of-fines", "violation-share"]})
trends = run(
    units.lazy()
    .select("unit")
    .join(names_of_indicators, how="cross")
    .join(ties, on=["indicator", "unit"], how="left")
    .join(pairs, on=["indicator", "unit"], how="left")
    .with_columns(distance=pl.col("s").abs())
    .join(probabilities, on=["groups", "distance"], how="left")
    .select(
        "indicator",
        "unit",
        points=pl.col("points").fill_null(0),
        s=pl.when(pl.col("p").is_not_null()).then("s"),
        p="p",
        slope=pl.when(pl.col("points") >= 3).then("slope"),
    )
    .sort("indicator", "unit")
)

figures.write_csv(f"{OUT}/figures.csv")
trends.write_csv(f"{OUT}/trends.csv")
