"""Compares what chitieu, DuckDB and Polars made of the same files, cell by cell.

    compare.py TABLES DUCKDB POLARS TRUTH

TABLES is chitieu's folder with indicators.csv and trends.csv, DUCKDB and POLARS are folders with
figures.csv and trends.csv, TRUTH is what the generator counted when it wrote the files. Prints
what differs, and ends with 1 where something does.
"""

import csv
import math
import sys
from pathlib import Path

# Whole numbers and conclusions must be the same; quotients may end in another digit.
TOLERANCE = 1e-9
SHOWN = 10


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        header = file.readline()
        delimiter = ";" if ";" in header else ","
        file.seek(0)
        for row in csv.DictReader(file, delimiter=delimiter):
            # A table for people's spreadsheets has decimal commas.
            if delimiter == ";":
                row = {key: value.replace(",", ".") for key, value in row.items()}
            yield row


def number(text):
    return None if text in ("", None) else float(text)


def of_chitieu(tables):
    cells = {}
    for row in rows(tables / "indicators.csv"):
        place = (row["unit"], int(row["year"]))
        is_whole = float(row["reported"] == row["expected"])
        if row["indicator"] == "violation-share":
            cells["violating", place] = number(row["numerator"])
            cells["done", place] = number(row["denominator"])
            for name, column in [("share", "value"), ("lower", "lower"), ("upper", "upper")]:
                cells[name, place] = number(row[column])
            cells["share_is_whole", place] = is_whole
        else:
            cells["fines", place] = number(row["value"])
            cells["fines_are_whole", place] = is_whole
    for row in rows(tables / "trends.csv"):
        for name, column in [("points", "points"), ("s", "s"), ("p", "p"), ("slope", "slope")]:
            cells[f"{row['indicator']} {name}", row["unit"]] = number(row[column])
    return cells


def of_rival(folder):
    cells = {}
    flags = {"true": 1.0, "false": 0.0}
    for row in rows(folder / "figures.csv"):
        place = (row["unit"], int(row["year"]))
        for name in ["done", "violating", "fines", "share", "lower", "upper"]:
            cells[name, place] = number(row[name])
        for name in ["share_is_whole", "fines_are_whole"]:
            cells[name, place] = flags[row[name]]
    for row in rows(folder / "trends.csv"):
        for name in ["points", "s", "p", "slope"]:
            cells[f"{row['indicator']} {name}", row["unit"]] = number(row[name])
    return cells


def of_truth(path):
    cells = {}
    for row in rows(path):
        place = (row["unit"], int(row["year"]))
        cells["done", place] = float(row["inspections"])
        cells["violating", place] = float(row["violations"])
        cells["fines", place] = float(row["fines"])
        is_open = int(row["inspections_open"]) + int(row["violations_open"]) > 0
        cells["share_is_whole", place] = float(not is_open)
        cells["fines_are_whole", place] = float(row["fines_open"] == "0")
    return cells


def is_same(a, b):
    if a is None or b is None:
        return a is b
    return math.isclose(a, b, rel_tol=TOLERANCE, abs_tol=TOLERANCE)


def differences(first, second):
    """Cells of the second that the first lacks or gives otherwise."""
    missing = object()
    return [
        (cell, first.get(cell), value)
        for cell, value in second.items()
        if first.get(cell, missing) is missing or not is_same(first[cell], value)
    ]


def compare(tables, duckdb, polars, truth):
    """Lines that say what was compared, and whether all of it was the same."""
    ours = of_chitieu(tables)
    lines = []
    all_same = True
    for name, theirs in [
        ("DuckDB", of_rival(duckdb)),
        ("Polars", of_rival(polars)),
        ("the generator", of_truth(truth)),
    ]:
        found = differences(ours, theirs)
        lines.append(f"chitieu and {name}: {len(theirs)} cells, {len(found)} differ")
        for cell, mine, other in found[:SHOWN]:
            lines.append(f"  {cell}: chitieu {mine}, {name} {other}")
        all_same = all_same and not found and len(theirs) > 0
        # Nothing may be compared with nothing: a unit or year that only chitieu has differs too.
        if name != "the generator":
            alone = [cell for cell in ours if cell not in theirs and not is_country(cell)]
            if alone:
                lines.append(f"  only chitieu has {len(alone)} cells, as {alone[0]}")
                all_same = False
    return lines, all_same


def is_country(cell):
    """The row of the whole country, which the rivals do not make."""
    place = cell[1]
    return (place if isinstance(place, str) else place[0]) == "QG"


if __name__ == "__main__":
    lines, all_same = compare(*map(Path, sys.argv[1:5]))
    print("\n".join(lines))
    sys.exit(0 if all_same else 1)
