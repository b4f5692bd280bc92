"""The brochure's simulation in vectorised numpy, with the outputs of `simulate`.

    python3 numpy_bench.py DRAWS TIMES

It is what a careful user of numpy would write. PERT distributions are drawn with
numpy's beta sampler, quantiles come from partitioning, variance shares and EVPPI
from the mean saldo in 64 groups of equal size of each input.

Prints as JSON the shortest time of a full run in milliseconds ("full"), that of a
run without variance shares and EVPPI ("without_value_of_information"), and the mean
saldo ("mean"), by which `bench.mjs` checks that the model is the same one.
"""

import json
import sys
import time

import numpy as np

# Low, value and high of each uncertain input of the brochure; "u" is the line uitkeringen, "d" dagbesteding.
RANGES = {
    "bezoekers": (400, 500, 650), "fte": (3.5, 3.75, 4), "vrijwilligers": (40, 50, 60), "loon": (45800, 48800, 52300),
    "vergoeding": (0, 300, 600), "huisvesting": (40000, 48000, 58000), "activiteiten": (25000, 30000, 36000),
    "organisatie": (20000, 24000, 29000), "discontovoet": (0, 0.0225, 0.04), "ingroei1": (0.3, 0.5, 0.8), "ingroei2": (0.6, 0.8, 1),
    "u.aantal": (0, 4, 6), "u.bedrag": (12000, 13500, 17000), "d.aantal": (8, 16, 20), "d.bedrag": (3680, 6250, 10120),
    **{f"{line}.{field}": ends for line in "ud" for field, ends in {
        "autonoom": (0, 0, 0.5), "toerekening": (0.5, 1, 1), "verdringing": (0, 0, 0.2), "verzilverbaar": (0.5, 1, 1)}.items()},
}
GROUPS = 64


def figures(x):
    """Returns the four saldi, for inputs `x` that are arrays of draws or single values."""
    costs = (x["fte"] * x["loon"] + x["vrijwilligers"] * x["vergoeding"] + x["huisvesting"] + x["activiteiten"] + x["organisatie"])
    lines = {}
    for line in "ud":
        gross = x[f"{line}.aantal"] * x[f"{line}.bedrag"]
        net_factor = (1 - x[f"{line}.autonoom"]) * x[f"{line}.toerekening"] * (1 - x[f"{line}.verdringing"])
        lines[line] = np.where(gross < 0, gross, gross * net_factor)
    saved = lines["u"] + lines["d"]
    cash = lines["u"] * x["u.verzilverbaar"] + lines["d"] * x["d.verzilverbaar"]
    step = 1 / (1 + x["discontovoet"])
    savings_factor = x["ingroei1"] + step * (x["ingroei2"] + step * (1 + step))
    costs_factor = 1 + step * (1 + step * (1 + step))
    return {"net": saved - costs, "npv": saved * savings_factor - costs * costs_factor, "gemeente": cash - costs, "society": lines["d"] - costs}


def simulate(draws, seed, with_value_of_information):
    rng = np.random.default_rng(seed)
    x = {name: low + (high - low) * rng.beta(1 + 4 * (value - low) / (high - low), 1 + 4 * (high - value) / (high - low), draws)
         for name, (low, value, high) in RANGES.items()}
    point = {name: float(figure) for name, figure in figures({name: ends[1] for name, ends in RANGES.items()}).items()}
    found = figures(x)
    out = {}
    for name, figure in found.items():
        out[name] = (figure.mean(), figure.std(ddof=1), np.quantile(figure, (0.05, 0.25, 0.5, 0.75, 0.95)), (figure >= 0).mean(),
                     (figure < point[name]).mean(), np.histogram(figure, 64))
    net = found["net"]
    gap = -net / x["bezoekers"]
    out["drempels"] = np.quantile(gap, (0.5, 0.8, 0.95))
    counts, edges = np.histogram(gap, 4096)
    out["acceptability"] = np.interp(np.arange(0, 500, 10), edges[1:], np.cumsum(counts) / draws)
    out["evpi"] = np.maximum(net, 0).mean() - max(net.mean(), 0)
    if with_value_of_information:
        variance = net.var()
        for name, column in x.items():
            edges = np.quantile(column, np.arange(1, GROUPS) / GROUPS)
            group = np.searchsorted(edges, column)
            means = np.bincount(group, net, GROUPS) / np.bincount(group, minlength=GROUPS)
            out[name] = (means.var() / variance, np.maximum(means, 0).mean() - max(means.mean(), 0))
    return out


def shortest_time(draws, times, with_value_of_information):
    """Returns the shortest time of some runs in milliseconds, and the mean saldo."""
    all_times = []
    for seed in range(times):
        start = time.thread_time()
        found = simulate(draws, seed, with_value_of_information)
        all_times.append(1e3 * (time.thread_time() - start))
    return min(all_times), float(found["net"][0])


if __name__ == "__main__":
    draws, times = int(sys.argv[1]), int(sys.argv[2])
    full, mean = shortest_time(draws, times, True)
    print(json.dumps({"full": full, "without_value_of_information": shortest_time(draws, times, False)[0], "mean": mean}))
