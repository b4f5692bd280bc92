"""The brochure's simulation in vectorised numpy, with the outputs of `simulate`.

    python3 numpy_bench.py DRAWS TIMES

It is what a careful user of numpy would write. PERT distributions are drawn with
numpy's beta sampler; in the draws in which effects are tied, an input has the quantile
of its own draws at the common uniform. Quantiles come from partitioning, variance
shares and EVPPI from the mean saldo in 64 groups of equal size of each input.

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
    "organisatie": (20000, 24000, 29000), "d.verzilverbaar": (0.5, 1, 1),
    "u.aantal": (0, 4, 6), "u.bedrag": (12000, 13500, 17000), "d.aantal": (8, 16, 20), "d.bedrag": (3680, 6250, 10120),
    **{f"{line}.{field}": ends for line in "ud" for field, ends in {
        "autonoom": (0, 0, 0.5), "toerekening": (0.5, 1, 1), "verdringing": (0, 0, 0.2)}.items()},
}
TIED, NO_EFFECT, DISCOUNT = 0.5, 0.15, 0.028
GROUPS = 64


def figures(x, effect):
    """Returns the four saldi, for inputs `x` that are arrays of draws or single values;
    `effect` is 1 where there is an effect and else 0."""
    costs = (x["fte"] * x["loon"] + x["vrijwilligers"] * x["vergoeding"] + x["huisvesting"] + x["activiteiten"] + x["organisatie"])
    lines = {}
    for line in "ud":
        gross = x[f"{line}.aantal"] * x[f"{line}.bedrag"]
        net_factor = (1 - x[f"{line}.autonoom"]) * x[f"{line}.toerekening"] * (1 - x[f"{line}.verdringing"])
        lines[line] = np.where(gross < 0, gross, gross * net_factor) * effect
    saved = lines["u"] + lines["d"]
    cash = lines["u"] + lines["d"] * x["d.verzilverbaar"]
    step = 1 / (1 + DISCOUNT)
    present = 1 + step * (1 + step * (1 + step))
    return {"net": saved - costs, "npv": (saved - costs) * present, "gemeente": cash - costs, "society": lines["d"] - costs}


def tie(x, rng, draws):
    """Sets the effects in a share of the draws to their quantiles at common uniforms."""
    tied = np.flatnonzero(rng.random(draws) < TIED)
    u, v = (rng.random(draws)[tied] * draws).astype(np.int64), (rng.random(draws)[tied] * draws).astype(np.int64)
    for name, column in x.items():
        indexes = {"aantal": u, "toerekening": v, "autonoom": draws - 1 - v, "verdringing": draws - 1 - v}.get(name.split(".")[-1])
        if indexes is not None:
            column[tied] = np.sort(column)[indexes]


def simulate(draws, seed, with_value_of_information):
    rng = np.random.default_rng(seed)
    x = {name: low + (high - low) * rng.beta(1 + 4 * (value - low) / (high - low), 1 + 4 * (high - value) / (high - low), draws)
         for name, (low, value, high) in RANGES.items()}
    tie(x, rng, draws)
    effect = rng.random(draws) >= NO_EFFECT
    point = {name: float(figure) for name, figure in figures({name: ends[1] for name, ends in RANGES.items()}, 1).items()}
    found = figures(x, effect)
    out = {}
    for name, figure in found.items():
        out[name] = (figure.mean(), figure.std(ddof=1), np.quantile(figure, (0.05, 0.25, 0.5, 0.75, 0.95)), (figure >= 0).mean(),
                     (figure < point[name]).mean(), np.histogram(figure, 64),
                     *((figure[kind].mean(), figure[kind].std(ddof=1)) for kind in (effect, ~effect)))
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
        means, shares = np.array([net[effect].mean(), net[~effect].mean()]), np.array([effect.mean(), 1 - effect.mean()])
        out["kans-geen-effect"] = (shares @ (means - net.mean()) ** 2 / variance, shares @ np.maximum(means, 0) - max(net.mean(), 0))
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
