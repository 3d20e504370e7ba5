"""The benchmark's job with DuckDB: with_duckdb.py DATA UNITS OUT [THREADS]"""

import sys

import duckdb

import kendall

DATA, UNITS, OUT = sys.argv[1:4]
THREADS = int(sys.argv[4]) if len(sys.argv) > 4 else 2
FIRST, LAST = 2015, 2024

db = duckdb.connect()
db.execute(f"SET threads = {THREADS}")

columns = "key establishment code name date workers result fine note".split()
schema = "{" + ", ".join(f"'{column}': 'VARCHAR'" for column in columns) + "}"

# Insertion order is kept, so that rowid tells which row of a file is the later one.
years = " UNION ALL ".join(
    f"""
    SELECT {year}::SMALLINT AS year, key, code, name, date, result, fine
    FROM read_csv(
      '{DATA}/{year}/*/*.csv', columns = {schema}, header = true, auto_detect = false, delim = ',',
      quote = '"', escape = '"', nullstr = ''
    )
    """
    for year in range(FIRST, LAST + 1)
)
db.execute(f"CREATE TEMP TABLE raw AS {years}")

# Each spelling of a name, date, result or fine is read once, not once for each row that has it.
db.execute(f"""
CREATE TEMP TABLE units AS
SELECT code, nfc_normalize(lower(regexp_replace(name, '^(Xã|Phường|Thị trấn) ', ''))) AS base
FROM read_csv('{UNITS}', header = true, all_varchar = true) WHERE level = 'commune'
""")
db.execute("""
CREATE TEMP TABLE names AS
SELECT spelling.name, units.code
FROM (SELECT DISTINCT name FROM raw WHERE name IS NOT NULL) AS spelling
JOIN units ON units.base = trim(regexp_replace(
  lower(nfc_normalize(trim(spelling.name))), '^(xã|x\\.|phường|p\\.|thị trấn|tt\\.)\\s*', ''
))
""")
db.execute("""
CREATE TEMP TABLE dates AS
SELECT date, year(
  try_strptime(trim(date), ['%d/%m/%Y', '%Y-%m-%d', '%d-%m-%Y', '%d.%m.%Y'])
)::SMALLINT AS dated
FROM (SELECT DISTINCT date FROM raw WHERE date IS NOT NULL)
""")
db.execute("""
CREATE TEMP TABLE results AS
SELECT result, nullif(CASE
  WHEN folded IN ('không vi phạm', 'kvp', 'không') THEN 0
  WHEN folded IN ('vi phạm', 'có vi phạm', 'vp') THEN 1
  ELSE -1
END, -1)::TINYINT AS violating
FROM (
  SELECT result, lower(nfc_normalize(trim(result))) AS folded
  FROM (SELECT DISTINCT result FROM raw WHERE result IS NOT NULL)
)
""")
db.execute("""
CREATE TEMP TABLE fines AS
SELECT fine, CASE
  WHEN regexp_full_match(folded, '(\\d{1,3}(\\.\\d{3})+|\\d+)( ?(đồng|đ))?')
  THEN regexp_replace(folded, '[^0-9]', '', 'g')::BIGINT
  WHEN regexp_full_match(folded, '\\d+ triệu')
  THEN regexp_replace(folded, '[^0-9]', '', 'g')::BIGINT * 1000000
END AS amount
FROM (
  SELECT fine, lower(nfc_normalize(trim(fine))) AS folded
  FROM (SELECT DISTINCT fine FROM raw WHERE fine IS NOT NULL)
)
""")

# A code and a name must mean one unit; rows without a unit or key are set aside before the
# later one of two rows with one key is taken.
db.execute("""
CREATE TEMP TABLE counts AS
WITH used AS MATERIALIZED (
  SELECT
    raw.year, raw.key, raw.rowid AS place, dates.dated, results.violating,
    coalesce(coded.code, named.code) AS unit,
    CASE WHEN raw.fine IS NULL THEN 0 ELSE fines.amount END AS amount
  FROM raw
  LEFT JOIN units AS coded ON coded.code = raw.code
  LEFT JOIN names AS named ON named.name = raw.name
  LEFT JOIN dates ON dates.date = raw.date
  LEFT JOIN results ON results.result = raw.result
  LEFT JOIN fines ON fines.fine = raw.fine
  WHERE raw.key IS NOT NULL
    AND CASE
      WHEN raw.code IS NULL THEN named.code IS NOT NULL
      WHEN raw.name IS NULL THEN coded.code IS NOT NULL
      ELSE coded.code = named.code
    END
), later AS (
  SELECT used.* FROM used
  JOIN (SELECT max(place) AS place FROM used GROUP BY year, key) USING (place)
)
SELECT
  unit, year,
  count(*) FILTER (dated = year) AS done,
  count(*) FILTER (dated IS NULL) AS done_open,
  count(*) FILTER (violating = 1 AND dated = year) AS violating,
  count(*) FILTER (
    (dated IS NULL OR dated = year) AND (violating IS NULL OR violating = 1)
    AND (dated IS NULL OR violating IS NULL)
  ) AS violating_open,
  coalesce(sum(amount) FILTER (dated = year), 0)::BIGINT AS fines,
  count(*) FILTER (dated IS NULL OR (dated = year AND amount IS NULL)) AS fines_open
FROM later GROUP BY unit, year
""")

# 1.959963984540054 is the standard normal quantile of 0.975.
db.execute(f"""
CREATE TEMP TABLE figures AS
WITH whole AS (
  SELECT
    units.code AS unit, years.year, coalesce(done, 0) AS done, coalesce(violating, 0) AS violating,
    coalesce(fines, 0) AS fines,
    coalesce(done_open + violating_open, 0) = 0 AS share_is_whole,
    coalesce(fines_open, 0) = 0 AS fines_are_whole
  FROM units CROSS JOIN (SELECT unnest(range({FIRST}, {LAST + 1})) AS year) AS years
  LEFT JOIN counts ON counts.unit = units.code AND counts.year = years.year
), normal AS (
  SELECT *, 1.959963984540054::DOUBLE AS z, done::DOUBLE AS n, violating::DOUBLE AS x FROM whole
)
SELECT
  unit, year, done, violating, fines, share_is_whole, fines_are_whole,
  CASE WHEN n > 0 THEN x / n * 100 END AS share,
  CASE WHEN n > 0 THEN 100 * greatest(0,
    (x + z * z / 2 - z * sqrt(x * (n - x) / n + z * z / 4)) / (n + z * z)) END AS lower,
  CASE WHEN n > 0 THEN 100 * least(1,
    (x + z * z / 2 + z * sqrt(x * (n - x) / n + z * z / 4)) / (n + z * z)) END AS upper
FROM normal
""")

db.execute("CREATE TEMP TABLE kendall (groups VARCHAR, s INTEGER, p DOUBLE)")
rows = list(kendall.table(LAST - FIRST + 1))
db.execute(
    "INSERT INTO kendall SELECT unnest($1), unnest($2), unnest($3)",
    [[row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows]],
)
db.execute("""
CREATE TEMP TABLE trends AS
WITH series AS (
  SELECT 'violation-share' AS indicator, unit, year, share AS value FROM figures
  WHERE share_is_whole AND share IS NOT NULL
  UNION ALL
  SELECT 'sum-of-fines', unit, year, fines::DOUBLE FROM figures WHERE fines_are_whole
), pairs AS (
  SELECT
    a.indicator, a.unit, sum(sign(b.value - a.value))::INTEGER AS s,
    median((b.value - a.value) / (b.year - a.year)) AS slope
  FROM series AS a
  JOIN series AS b ON b.indicator = a.indicator AND b.unit = a.unit AND b.year > a.year
  GROUP BY ALL
), ties AS (
  SELECT
    indicator, unit, sum(size)::INTEGER AS points,
    string_agg(size::VARCHAR, '-' ORDER BY size DESC) AS groups
  FROM (SELECT indicator, unit, count(*) AS size FROM series GROUP BY indicator, unit, value)
  GROUP BY ALL
), indicators AS (
  SELECT indicator, code AS unit
  FROM units CROSS JOIN (VALUES ('violation-share'), ('sum-of-fines')) AS names (indicator)
)
SELECT
  indicators.indicator, indicators.unit, coalesce(points, 0) AS points,
  CASE WHEN p IS NOT NULL THEN pairs.s END AS s, p,
  CASE WHEN points >= 3 THEN slope END AS slope
FROM indicators
LEFT JOIN ties USING (indicator, unit)
LEFT JOIN pairs USING (indicator, unit)
LEFT JOIN kendall ON kendall.groups = ties.groups AND kendall.s = abs(pairs.s)
""")

db.execute(f"COPY (FROM figures ORDER BY unit, year) TO '{OUT}/figures.csv'")
db.execute(f"COPY (FROM trends ORDER BY indicator, unit) TO '{OUT}/trends.csv'")
