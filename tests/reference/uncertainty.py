#!/usr/bin/env python3
"""Independent simulation, to check the product's uncertainty part against.

Written from the text of 'The calculation' (Uncertainty), with numpy and scipy;
ranges and swings come from spreads.py, in exact fractions. PERT draws are
quantiles of scipy's beta distribution at plain uniform random numbers; nothing
is tabulated or stratified. Variance shares and EVPPI are brute force: an outer
loop over values of one parameter, and within each a whole simulation of the
others, at scrambled Sobol points; five of these, each with another number of
outer values, give the standard error.

    python3 uncertainty.py      # writes uncertainty.json again (some minutes)
"""

import json
import sys
from fractions import Fraction
from pathlib import Path

sys.dont_write_bytecode = True
import numpy as np
from scipy.special import betaincinv
from scipy.stats import qmc

import reference as ref
from scenario import read
from spreads import HEADLINE, drawn_spreads, in_draws, sensitivity
from tables import LINES
from uncertain import scenarios

DRAWS = 150_000
OUTER, INNER = (80, 90, 100, 110, 120), 2048
PERCENTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
DREMPELS = (0, 100, 200, 250, 300, 350, 400, 500, 600)


# ---------------------------------------------------------------------- draws

def quantile(spread, u):
    kind, low, value, high = spread[0], *map(float, spread[1:])
    width = high - low
    if kind == "uniform":
        return low + width * u
    mode = (value - low) / width
    if kind == "triangular":
        rising = low + width * np.sqrt(u * mode)
        return np.where(u < mode, rising, high - width * np.sqrt((1 - u) * (1 - mode)))
    return low + width * betaincinv(1 + 4 * mode, 1 + 4 * (1 - mode), u)


def tie(state, name):
    """What a parameter takes when all effects turn out well or badly together: 'U', 'V', '1-V' or nothing."""
    line, _, part = name.rpartition(".")
    effect = line in LINES or any(one["id"] == line and one["side"] == "saving" for one in state["own"])
    ties = {"aantal": "U", "toerekening": "V", "autonoom": "1-V", "verdringing": "1-V"}
    return ties.get(part) if effect else None


def common(which, u, v):
    return {"U": u, "V": v, "1-V": 1 - v}[which]


def draw(state, spreads, size, rng):
    """Values of each parameter, and whether there is an effect, in each draw."""
    u, v = rng.random(size), rng.random(size)
    together = rng.random(size) < float(state["values"]["samenhang"])
    effect = rng.random(size) >= float(state["values"]["kans-geen-effect"])
    drawn = {}
    for name, spread in spreads.items():
        own = rng.random(size)
        which = tie(state, name)
        drawn[name] = quantile(spread, own if which is None else np.where(together, common(which, u, v), own))
    return drawn, effect


# ---------------------------------------------------------------- calculation

def paid_by_gemeente(state, costs, year):
    """Its costs of a year (none: a full-effect one), by the plan or its share."""
    if not state["plan"]:
        return costs * float(state["values"]["financiering.gemeente"])
    total = 0.0
    for funder in state["plan"]:
        if funder["party"] == "gemeente" and not ("until" in funder and (year is None or year > funder["until"])):
            total = total + (funder["amount"] if "amount" in funder else costs * funder["share"])
    return total


def calculate(state, drawn, effect=1.0, with_npv=True):
    """The figures with some parameters replaced by draws; effect 0: all counted lines are 0."""
    values = {name: float(value) for name, value in state["values"].items()}
    for line in state["own"]:
        values.update({f"{line['id']}.{key}": float(value) for key, value in line.items() if isinstance(value, Fraction)})
    values.update(drawn)
    if state["choices"]["kostenbasis"] == "kengetal":
        costs = values["bezoekers"] * values["kosten-per-bezoeker"]
    else:
        costs = (values["fte"] * values["loonkosten-per-fte"]
                 + values["vrijwilligers"] * values["vergoeding-per-vrijwilliger"]
                 + values["huisvesting"] + values["activiteiten"] + values["organisatie"])
    costs = costs - values["eigen-inkomsten"]
    lines = [(name, row.kind, values.get(f"{name}.gemeente", 0.0)) for name, row in LINES.items() if state["counted"][name]]
    for line in state["own"]:
        if line["side"] == "cost":
            costs = costs + values[line["id"] + ".aantal"] * values[line["id"] + ".bedrag"]
        elif line["counted"]:
            lines.append((line["id"], line["kind"], float(line["parties"]["gemeente"])))
    saved = welfare = cash = moved = 0.0
    inhabitants = values["inwoners-gemeente"]
    follows = min(1.0, max(0.0, (40000 - inhabitants) / 25000)) if inhabitants > 0 else 0.0
    for name, kind, share in lines:
        gross = values[f"{name}.aantal"] * values[f"{name}.bedrag"]
        left = (1 - values[f"{name}.autonoom"]) * values[f"{name}.toerekening"] * (1 - values[f"{name}.verdringing"])
        net = np.where(gross < 0, gross, gross * left) * effect
        if kind != "welvaart":
            saved = saved + net
            part = net if kind == "overdracht" else np.where(gross < 0, net, net * values[f"{name}.verzilverbaar"])
            cash = cash + part * share
            if name == "uitkeringen":
                moved = part * share * follows
        if kind != "overdracht":
            welfare = welfare + net
    out = {"net": saved - costs, "gemeente": cash - moved - paid_by_gemeente(state, costs, None), "society": welfare - costs}
    out["saldo"] = out[HEADLINE[state["choices"]["perspectief"]]]
    out["worth"] = out["saldo"] + values["drempel"] * values["bezoekers"]
    out["gap"] = -out["saldo"] / values["bezoekers"]
    if with_npv:
        out["npv"] = npv(state, values, costs, saved, welfare, cash, moved)
    return out


def npv(state, values, costs, saved, welfare, cash, moved):
    def full(year):
        if state["choices"]["fase"] == "bestaand" or year > 2:
            ramp = 1.0
        else:
            ramp = values[f"ingroei-jaar-{year}"]
        return ramp * (1 + values["batenstijging"]) ** (year - 1)

    total, perspective = 0.0, state["choices"]["perspectief"]
    for year in range(1, int(values["horizon"]) + 1):
        year_costs = costs * (1 + values["kostenstijging"]) ** (year - 1)
        if year == 1:
            year_costs = year_costs + values["startkosten"]
        if perspective == "gemeente":
            net = cash * full(year) - paid_by_gemeente(state, year_costs, year)
            if year > 2:
                net = net - moved * full(year - 2)
        else:
            net = (welfare if perspective == "samenleving" else saved) * full(year) - year_costs
        total = total + net / (1 + values["discontovoet"]) ** (year - 1)
    return total


# --------------------------------------------------------------------- results

def mean_and_sd(draws):
    """Both with their standard errors, or nothing where there is no such draw."""
    if draws.size == 0:
        return None
    mean, sd = draws.mean(), draws.std()
    fourth = ((draws - mean) ** 4).mean()
    return {"mean": [mean, sd / draws.size**0.5],
            "sd": [sd, (max(fourth - sd**4, 0.0) / draws.size) ** 0.5 / (2 * sd) if sd > 0 else 0.0]}


def quantile_of(draws, share):
    """Of sorted draws. The standard error is by the slope around it."""
    at = [draws[int((share + step) * DRAWS)] for step in (-0.005, 0.005)]
    return [draws[int(share * DRAWS)], (share * (1 - share) / DRAWS) ** 0.5 * (at[1] - at[0]) / 0.01]


def chance(true):
    share = true.mean()
    return [share, (share * (1 - share) / DRAWS) ** 0.5]


def describe(draws, effect, point):
    out = mean_and_sd(draws)
    in_order = np.sort(draws)
    for share in PERCENTILES:
        out[f"p{round(100 * share)}"] = quantile_of(in_order, share)
    out["share_positive"] = chance(draws >= 0)
    out["share_below_point"] = None if point is None else chance(draws < point)
    out["effect"], out["no_effect"] = mean_and_sd(draws[effect]), mean_and_sd(draws[~effect])
    return out


def drempel(gap, share, none):
    """At least 0; nothing where it hangs on the chance of no effect alone."""
    if abs(1 - none - share) <= 0.01:
        return None
    value, error = quantile_of(gap, share)
    return [max(value, 0.0), error]


def simulate(state, rng):
    drawn, effect = draw(state, drawn_spreads(state), DRAWS, rng)
    figures = {name: np.broadcast_to(np.asarray(value, dtype=float), (DRAWS,))
               for name, value in calculate(state, drawn, effect.astype(float)).items()}
    point = calculate(state, {})
    below = (lambda name: None) if state["pm"] == "trekken" else (lambda name: float(point[name]))
    gap, worth, none = np.sort(figures["gap"]), figures["worth"], float(state["values"]["kans-geen-effect"])
    smaller = np.maximum(worth, 0) if worth.mean() < 0 else np.maximum(-worth, 0)
    return {"quantities": {name: describe(figures[name], effect, below(name)) for name in ("net", "npv", "gemeente", "society")},
            "drempel50": drempel(gap, 0.5, none), "drempel80": drempel(gap, 0.8, none), "p95": quantile_of(gap, 0.95),
            "chances": [[limit, *chance(figures["saldo"] + limit * drawn_visitors(state, drawn) >= 0)] for limit in DREMPELS],
            "evpi": [smaller.mean(), smaller.std() / DRAWS**0.5]}


def drawn_visitors(state, drawn):
    return drawn.get("bezoekers", float(state["values"]["bezoekers"]))


# ------------------------------------------------- what each parameter is worth

def once(state, spreads, outer, rng):
    """One brute-force estimate: {id: (variance of the conditional mean, EVPPI)}."""
    together, none = float(state["values"]["samenhang"]), float(state["values"]["kans-geen-effect"])
    u, v, *own = qmc.Sobol(len(spreads) + 2, rng=rng).random(INNER).T
    alone = {name: quantile(spread, each) for (name, spread), each in zip(spreads.items(), own)}
    tied = {name: quantile(spread, common(tie(state, name), u, v)) if tie(state, name) else alone[name]
            for name, spread in spreads.items()}

    def means(apart, joint):
        """Mean saldo and mean worth with an effect, and without one."""
        total = np.zeros(2)
        for weight, given in ((1 - together, apart), (together, joint)):
            if weight:
                total += weight * two_means(given, 1.0)
        return total, two_means(apart, 0.0) if none else np.zeros(2)

    def two_means(given, effect):
        found = calculate(state, given, effect, False)
        return np.array([np.mean(found["saldo"]), np.mean(found["worth"])])

    def value_of(weights, saldo, worth):
        mean = weights @ saldo
        return weights @ (saldo - mean) ** 2, weights @ np.maximum(worth, 0) - max(weights @ worth, 0.0)

    out = {}
    evenly, grid = np.full(outer, 1 / outer), (np.arange(outer) + 0.5) / outer
    for name, spread in spreads.items():
        which, rows = tie(state, name), []
        for at in grid:
            value = {name: float(quantile(spread, np.array(at)))}
            known = dict(tied)
            # In draws together it tells where the others are that take the same.
            for other, its in spreads.items():
                theirs = tie(state, other)
                if which and theirs and (which == "U") == (theirs == "U"):
                    place = at if which == theirs else 1 - at
                    known[other] = float(quantile(its, np.array(place)))
            with_effect, without = means({**alone, **value}, {**known, **value})
            rows.append((1 - none) * with_effect + none * without)
        rows = np.array(rows)
        out[name] = value_of(evenly, rows[:, 0], rows[:, 1])
    if 0 < none < 1:
        rows = np.array(means(alone, tied))
        out["kans-geen-effect"] = value_of(np.array([1 - none, none]), rows[:, 0], rows[:, 1])
    return out


def nested(state, rng, sd):
    """Per parameter its share in the variance of the perspective's saldo and its EVPPI, each
    with its standard error. `sd`: of that saldo, with its own."""
    found = [once(state, drawn_spreads(state), outer, rng) for outer in OUTER]
    variance, unsure = sd[0] ** 2, 2 * sd[1] / sd[0]
    out = {}
    for name in found[0]:
        share, error = over_times([one[name][0] / variance for one in found])
        out[name] = {"variance_share": [share, (error**2 + (share * unsure) ** 2) ** 0.5],
                     "evppi": over_times([one[name][1] for one in found])}
    return out


def over_times(found):
    return [float(np.mean(found)), float(np.std(found, ddof=1)) / len(found) ** 0.5]


# --------------------------------------------------------------------- output

def plain(value):
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, (float, np.floating)):
        return float(f"{value:.7g}")
    return value


def main():
    rows = []
    for place, (name, scenario, every_parameter) in enumerate(scenarios()):
        scenario = ref.parse(json.dumps(scenario))
        state = in_draws(read(scenario))
        rng = np.random.default_rng([2017, place])
        row = {"name": name, "scenario": scenario, **plain(simulate(state, rng))}
        if every_parameter:
            headline = HEADLINE[state["choices"]["perspectief"]]
            row["nested"] = plain(nested(state, rng, row["quantities"][headline]["sd"]))
        row["sensitivity"] = ref.rounded(sensitivity(state))
        rows.append(row)
        print(name, len(drawn_spreads(state)), flush=True)
    path = Path(__file__).resolve().parent / "uncertainty.json"
    path.write_text("[\n" + ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
