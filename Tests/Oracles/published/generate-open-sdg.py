"""Classes and scores as Open SDG's published definitions give them, in double precision.

Written anew from the definitions (growth rate, ratio, thresholds, score), not copied.
"""

import csv
import random

random.seed(16)


def growth(later, earlier, years):
    return (later / earlier) ** (1 / years) - 1


def judged(base, latest, target, direction, elapsed, span):
    if (latest - target) * direction >= 0:
        return "", "target-achieved", 5.0
    sign = -1 if base < 0 else 1
    ratio = sign * direction * growth(latest, base, elapsed) / abs(growth(target, base, span))
    if ratio >= 0.95:
        name = "substantial-progress"
    elif ratio >= 0.6:
        name = "moderate-progress"
    elif ratio >= 0:
        name = "limited-progress"
    else:
        name = "deterioration"
    if ratio >= 0.6:
        score = min(7.1429 * ratio - 4.2857, 5)
    else:
        score = max(4.1667 * ratio - 2.5, -5)
    return repr(ratio), name, score


with open("open-sdg.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow("base latest target direction elapsed span ratio category score".split())
    while file.tell() < 18_000:
        base, latest, target = (random.randint(1, 200) / 2 for _ in range(3))
        if random.random() < 0.1:
            base, latest, target = -base, -latest, -target
        # Open SDG divides by zero where base and target are equal.
        if base == target:
            continue
        direction = random.choice(["up", "down"])
        span = random.randint(2, 15)
        elapsed = random.randint(1, span)
        result = judged(base, latest, target, 1 if direction == "up" else -1, elapsed, span)
        writer.writerow([base, latest, target, direction, elapsed, span, *map(str, result)])
