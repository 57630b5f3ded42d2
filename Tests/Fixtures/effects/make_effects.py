"""Writes effects.json: what scipy says of a few small searches.

Run with Python 3.11, numpy 2.4 and scipy 1.17: python make_effects.py > effects.json
"""

import itertools
import json
import sys

import numpy
import scipy
from scipy import stats


def h(*groups):
    return stats.kruskal(*groups).statistic


def groups_case(values, scores, exact=True):
    names = sorted(set(values))
    samples = [[s for v, s in zip(values, scores) if v == name] for name in names]
    case = {"values": values, "scores": scores, "h": h(*samples)}
    result = stats.permutation_test(
        samples, h, permutation_type="independent", alternative="greater",
        n_resamples=numpy.inf if exact else 9999, rng=numpy.random.default_rng(3),
    )
    case["p"] = result.pvalue
    return case


def trend_case(values, scores, exact=True):
    def magnitude(x):
        return abs(stats.spearmanr(x, scores).statistic)

    result = stats.permutation_test(
        (values,), magnitude, permutation_type="pairings", alternative="greater",
        n_resamples=numpy.inf if exact else 9999, rng=numpy.random.default_rng(5),
    )
    return {
        "values": values, "scores": scores, "rho": stats.spearmanr(values, scores).statistic,
        "pearson": stats.pearsonr(values, scores).statistic, "p": result.pvalue,
    }


def blocks_case(grid, scores):
    """Every arrangement of the first parameter within blocks of the second, by itertools."""
    ranks = stats.rankdata(scores)
    blocks = sorted({b for _, b in grid})
    members = [[i for i, (_, b) in enumerate(grid) if b == block] for block in blocks]
    levels = sorted({a for a, _ in grid})
    mean = {i: ranks[m].mean() for m in members for i in m}

    def statistic(codes):
        return sum(
            (sum(ranks[i] - mean[i] for i, c in enumerate(codes) if c == level) ** 2)
            / codes.count(level)
            for level in levels
        )

    def arrangements(place):
        if place == len(members):
            yield {}
            return
        own = members[place]
        for order in sorted(set(itertools.permutations([grid[i][0] for i in own]))):
            for rest in arrangements(place + 1):
                yield {**dict(zip(own, order)), **rest}

    seen = statistic([a for a, _ in grid])
    found = [statistic([a[i] for i in range(len(grid))]) for a in arrangements(0)]
    return {
        "first": [a for a, _ in grid], "second": [b for _, b in grid], "scores": scores,
        "p": sum(f >= seen - 1e-9 for f in found) / len(found), "arrangements": len(found),
    }


random = numpy.random.default_rng(20250117)
long_values = [["linear", "poly", "rbf", "sigmoid"][i % 4] for i in range(60)]
long_scores = [round(float(x) + 0.03 * (i % 4 == 2), 2) for i, x in enumerate(random.normal(0.8, 0.05, 60))]
long_numbers = [round(float(x), 4) for x in random.uniform(0, 1, 50)]
long_trend = [round(0.1 * x + float(e), 3) for x, e in zip(long_numbers, random.normal(0, 0.1, 50))]
grid = [(a, b) for b in ["10", "20", "30"] for a in ["x", "y", "z"]]
document = {
    "versions": {"python": sys.version.split()[0], "numpy": numpy.__version__, "scipy": scipy.__version__},
    "groups": [
        groups_case(list("aaabbbccc"), [0.81, 0.84, 0.79, 0.86, 0.88, 0.84, 0.90, 0.91, 0.86]),
        groups_case(list("aabbbbb"), [3.0, 1.0, 2.0, 2.0, 5.0, 2.0, 4.0]),
        groups_case(long_values, long_scores, exact=False),
    ],
    "trends": [
        trend_case([1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0], [0.2, 0.25, 0.24, 0.3, 0.5, 0.45, 0.44]),
        trend_case([1.0, 1.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0], [0.9, 0.8, 0.8, 0.7, 0.75, 0.8, 0.6, 0.65]),
        trend_case(long_numbers, long_trend, exact=False),
    ],
    "blocks": blocks_case(grid, [0.50, 0.52, 0.51, 0.60, 0.66, 0.64, 0.40, 0.43, 0.44]),
}
json.dump(document, sys.stdout, indent=1)
print()
