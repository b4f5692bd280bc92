#!/usr/bin/env python3
"""Independent simulation, to check the product's uncertainty part against.

Written from the text of 'The calculation' (Uncertainty), with numpy and scipy;
the parameters' table comes from reference.py beside this file. PERT draws are
quantiles of scipy's beta distribution at plain uniform random numbers; nothing
is tabulated, shared or stratified. One-way swings come from reference.py, in
exact fractions. Variance shares and EVPPI are brute force: an outer loop over
values of one parameter, and within each a whole simulation of the others.

    python3 uncertainty.py      # writes uncertainty.json again (some minutes)
"""

import json
from fractions import Fraction
from pathlib import Path

import numpy as np
from scipy.special import betaincinv

import reference as ref

DRAWS = 1_000_000
OUTER, INNER = 300, 100_000
SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)
BUDGET = ("fte", "vrijwilligers", "loonkosten-per-fte", "vergoeding-per-vrijwilliger", "huisvesting",
          "activiteiten", "organisatie")
PARTS = ("aantal", "bedrag", "autonoom", "toerekening", "verdringing", "verzilverbaar")


# ------------------------------------------------------------------- scenario

def own_value(line, part):
    neutral = {"aantal": 0, "bedrag": 0, "autonoom": 0, "toerekening": 1, "verdringing": 0, "verzilverbaar": 1}
    return line.get({"aantal": "quantity", "bedrag": "amount"}.get(part, part), neutral[part])


def own_parts(line):
    if line["side"] == "cost":
        return PARTS[:2]
    return PARTS[:5] if line.get("kind") == "welvaart" else PARTS


def all_values(scenario):
    values, basis, counted, factor = ref.resolve(scenario)
    values = {name: float(value) for name, value in values.items()}
    for line in scenario.get("custom", []):
        for part in own_parts(line):
            values[f"{line['id']}.{part}"] = float(own_value(line, part))
    return values, basis, counted, float(factor)


def spreads(scenario):
    """{ id: (kind, low, value, high) } of every parameter that takes part."""
    values, basis, counted, factor = all_values(scenario)
    own = {line["id"]: line for line in scenario.get("custom", [])}
    named = scenario.get("ranges", {})
    found = {}
    for name, value in values.items():
        line, _, part = name.partition(".")
        if line in ref.LINES and not counted[line]:
            continue
        if line in own and own[line]["side"] == "saving" and not own[line].get("counted", True):
            continue
        if basis == "kengetal" and (name in BUDGET or name == "bezoekers"):
            continue
        if basis == "begroting" and name == "kosten-per-bezoeker":
            continue
        if name in named:
            kind = named[name].get("kind", "pert")
            low, high = named[name].get("low", value), named[name].get("high", value)
        elif line in own or ref.PARAMETERS[name].ranged is None:
            continue
        else:
            kind = "pert"
            scale = factor if ref.PARAMETERS[name].amount else 1.0
            low, high = (float(end) * scale for end in ref.PARAMETERS[name].ranged)
        low, high = min(low, value), max(high, value)
        if kind != "fixed" and low < high:
            found[name] = (kind, low, value, high)
    return found


def quantile(spread, u):
    kind, low, value, high = spread
    width = high - low
    if kind == "uniform":
        return low + width * u
    mode = (value - low) / width
    if kind == "triangular":
        rising = low + width * np.sqrt(u * mode)
        return np.where(u < mode, rising, high - width * np.sqrt((1 - u) * (1 - mode)))
    return low + width * betaincinv(1 + 4 * (value - low) / width, 1 + 4 * (high - value) / width, u)


# ---------------------------------------------------------------- calculation

def calculate(scenario, drawn):
    """The figures with some parameters replaced by arrays of draws."""
    values, basis, counted, _ = all_values(scenario)
    values.update(drawn)
    own = scenario.get("custom", [])
    if basis == "kengetal":
        costs = values["bezoekers"] * values["kosten-per-bezoeker"]
    else:
        costs = (values["fte"] * values["loonkosten-per-fte"]
                 + values["vrijwilligers"] * values["vergoeding-per-vrijwilliger"]
                 + values["huisvesting"] + values["activiteiten"] + values["organisatie"])
    lines = [(name, row[0], float(values.get(f"{name}.gemeente", 0))) for name, row in ref.LINES.items() if counted[name]]
    for line in own:
        if line["side"] == "cost":
            costs = costs + values[line["id"] + ".aantal"] * values[line["id"] + ".bedrag"]
        elif line.get("counted", True):
            share = (line.get("parties") or {"gemeente": 1}).get("gemeente", 0)
            lines.append((line["id"], line.get("kind", "besparing"), share))
    costs = costs - values["eigen-inkomsten"]
    saved = welfare = cash = 0.0
    for name, kind, share in lines:
        gross = values[f"{name}.aantal"] * values[f"{name}.bedrag"]
        left = (1 - values[f"{name}.autonoom"]) * values[f"{name}.toerekening"] * (1 - values[f"{name}.verdringing"])
        net = np.where(gross < 0, gross, gross * left)
        if kind != "welvaart":
            saved = saved + net
            cash = cash + np.where(gross < 0, net, net * values[f"{name}.verzilverbaar"]) * share
        if kind != "overdracht":
            welfare = welfare + net
    npv = 0.0
    for year in range(1, int(values["horizon"]) + 1):
        ramp = {1: values["ingroei-jaar-1"], 2: values["ingroei-jaar-2"]}.get(year, 1.0)
        in_year = (saved * ramp * (1 + values["batenstijging"]) ** (year - 1)
                   - costs * (1 + values["kostenstijging"]) ** (year - 1))
        if year == 1:
            in_year = in_year - values["startkosten"]
        npv = npv + in_year / (1 + values["discontovoet"]) ** (year - 1)
    net = saved - costs
    return {"net": net, "npv": npv, "gemeente": cash - costs * values["financiering.gemeente"],
            "society": welfare - costs, "gap": -net / values["bezoekers"],
            "worth": net + values["drempel"] * values["bezoekers"]}


# --------------------------------------------------------------------- results

def describe(draws, point):
    """Estimates, each with its standard error."""
    draws = np.sort(np.broadcast_to(np.asarray(draws, dtype=float), (DRAWS,)))
    mean, sd = draws.mean(), draws.std(ddof=1)
    fourth = ((draws - mean) ** 4).mean()
    out = {"mean": [mean, sd / DRAWS**0.5],
           "sd": [sd, (max(fourth - sd**4, 0.0) / DRAWS) ** 0.5 / (2 * sd) if sd > 0 else 0.0]}
    for share in SHARES:
        out[f"p{round(100 * share)}"] = quantile_of(draws, share)
    for name, count in (("share_positive", (draws >= 0).mean()), ("share_below_point", (draws < point).mean())):
        out[name] = [count, (count * (1 - count) / DRAWS) ** 0.5]
    return out


def quantile_of(draws, share):
    at = [draws[int((share + step) * DRAWS)] for step in (-0.005, 0.005)]
    return [draws[int(share * DRAWS)], (share * (1 - share) / DRAWS) ** 0.5 * (at[1] - at[0]) / 0.01]


def simulate(scenario, rng):
    drawn = {name: quantile(spread, rng.random(DRAWS)) for name, spread in spreads(scenario).items()}
    figures = calculate(scenario, drawn)
    point = calculate(scenario, {})
    out = {name: describe(figures[name], float(point[name])) for name in ("net", "npv", "gemeente", "society")}
    gap = np.sort(np.broadcast_to(figures["gap"], (DRAWS,)))
    worth = np.broadcast_to(figures["worth"], (DRAWS,))
    smaller = np.maximum(worth, 0) if worth.mean() < 0 else np.maximum(-worth, 0)
    chances = [[float(drempel), float((gap <= drempel).mean())] for drempel in (0, 100, 250, 300, 350, 400, 500)]
    return {"quantities": out,
            "drempel50": quantile_of(gap, 0.5), "drempel80": quantile_of(gap, 0.8), "p95": float(gap[int(0.95 * DRAWS)]),
            "chances": chances, "evpi": [smaller.mean(), smaller.std() / DRAWS**0.5]}


def nested(scenario, rng):
    """Per parameter its first-order share and its EVPPI, by brute force."""
    all_spreads = spreads(scenario)
    inner = {name: quantile(spread, rng.random(INNER)) for name, spread in all_spreads.items()}
    total = calculate(scenario, inner)
    variance = np.var(total["net"])
    out = {}
    for name, spread in all_spreads.items():
        outer = quantile(spread, (np.arange(OUTER) + 0.5) / OUTER)
        given = [calculate(scenario, {**inner, name: value}) for value in outer]
        net = np.array([np.mean(one["net"]) for one in given])
        worth = np.array([np.mean(one["worth"]) for one in given])
        out[name] = {"variance_share": float(np.var(net) / variance),
                     "evppi": float(np.maximum(worth, 0).mean() - max(worth.mean(), 0))}
    return out


def swings(scenario):
    """Every parameter taking part at both ends of its range, in exact fractions."""
    rows = {}
    for name, (_, low, _, high) in spreads(scenario).items():
        line, _, part = name.partition(".")
        ends = []
        for end in (low, high):
            changed = json.loads(json.dumps(scenario))
            own = [one for one in changed.get("custom", []) if one["id"] == line]
            if own:
                own[0][{"aantal": "quantity", "bedrag": "amount"}.get(part, part)] = end
            else:
                changed.setdefault("values", {})[name] = end
            outcome = ref.evaluate(changed)
            ends.append([outcome["total"]["net"], outcome["npv"], outcome["parties"]["gemeente"]["net"]])
        moved = [a != b for a, b in zip(*ends)]
        for place, figure in enumerate(("net", "npv", "gemeente")):
            if moved[place] and (place == 0 or not moved[0]):
                rows.setdefault(figure, []).append(
                    {"id": name, "low": low, "high": high, "at_low": ends[0][place], "at_high": ends[1][place]})
    return {figure: rows.get(figure, []) for figure in ("net", "npv", "gemeente")}


# ------------------------------------------------------------------- scenarios

def only(scenario, *names):
    """The scenario with no other parameters uncertain than these."""
    others = [name for name in spreads(scenario) if name not in names]
    ranges = {**scenario.get("ranges", {}), **{name: {"kind": "fixed"} for name in others}}
    return {**scenario, "ranges": ranges}


def scenarios():
    own = [{"id": "c1", "side": "saving", "label": "Huisuitzetting", "kind": "besparing", "counted": True,
            "quantity": 6, "unit": "keer", "amount": 9000, "autonoom": 0.2, "toerekening": 0.8, "verdringing": 0.05,
            "verzilverbaar": 0.5, "parties": {"gemeente": 0.3, "rijk": 0.1, "zorgverzekeraar": 0}},
           {"id": "c2", "side": "cost", "label": "Scholing", "quantity": 3, "amount": 5000},
           {"id": "c3", "side": "saving", "label": "Werk", "kind": "welvaart", "quantity": 900, "amount": 30},
           {"id": "c4", "side": "saving", "label": "Niet geteld", "counted": False, "quantity": 10, "amount": 1e6}]
    own_ranges = {"c1.aantal": {"kind": "triangular", "low": 0, "high": 10}, "c1.bedrag": {"kind": "uniform", "low": 5000, "high": 15000},
                  "c1.autonoom": {"kind": "pert", "low": 0, "high": 0.6}, "c2.aantal": {"kind": "uniform", "low": 1, "high": 5},
                  "c2.bedrag": {"kind": "triangular", "low": 4000, "high": 9000}, "c3.bedrag": {"low": 20, "high": 41},
                  "c4.aantal": {"low": 0, "high": 50}, "eigen-inkomsten": {"kind": "triangular", "low": 0, "high": 40000},
                  "startkosten": {"kind": "uniform", "low": 0, "high": 60000}, "bezoekers": {"kind": "uniform", "low": 350, "high": 700}}
    harm = {"values": {"drempel": 330, "dagbesteding.aantal": 4, "uitkeringen.bedrag": 6000, "dagbesteding.autonoom": 0.3},
            "ranges": {"dagbesteding.aantal": {"low": -12, "high": 20}, "uitkeringen.aantal": {"kind": "uniform", "low": -6, "high": 9},
                       "uitkeringen.bedrag": {"kind": "triangular", "low": -9000, "high": 16000}}}
    return [
        ("brochure", {}, False),
        ("voorzichtig", {"base": "voorzichtig"}, False),
        ("gunstig met een drempel", {"base": "gunstig", "values": {"drempel": 220}}, False),
        ("kengetal", {"values": {"kostenbasis": "kengetal", "drempel": 300}}, False),
        ("eigen regels", {"base": "prijspeil-2025", "custom": own, "ranges": own_ranges,
                          "values": {"horizon": 7, "financiering.gemeente": 0.6, "kostenstijging": 0.01}}, False),
        ("schade", harm, False),
        ("twintig jaar", {"values": {"horizon": 20, "drempel": 340}, "ranges": {
            "kostenstijging": {"low": -0.02, "high": 0.05}, "batenstijging": {"kind": "uniform", "low": -0.02, "high": 0.04},
            "discontovoet": {"kind": "triangular", "low": 0, "high": 0.1}}}, False),
        ("twee jaar", {"values": {"horizon": 2}}, False),
        ("klein", only({"values": {"drempel": 320}}, "bezoekers", "fte", "dagbesteding.aantal", "dagbesteding.bedrag",
                       "dagbesteding.autonoom", "uitkeringen.aantal"), True),
        ("kleine schade", only(harm, "dagbesteding.aantal", "dagbesteding.bedrag", "dagbesteding.autonoom",
                               "uitkeringen.aantal", "uitkeringen.bedrag", "uitkeringen.toerekening"), True),
        ("klein kengetal", only({"values": {"kostenbasis": "kengetal", "drempel": 290}}, "kosten-per-bezoeker",
                                "dagbesteding.aantal", "uitkeringen.aantal"), True),
        ("kleine eigen regels", only({"custom": own, "ranges": own_ranges, "values": {"drempel": 275}}, "bezoekers", "c1.aantal",
                                     "c1.bedrag", "c1.autonoom", "c2.aantal", "c2.bedrag", "eigen-inkomsten"), True),
    ]


def plain(value):
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, Fraction):
        return float(value)
    return float(f"{value:.10g}") if isinstance(value, float) else value


def main():
    rows = []
    for place, (name, scenario, small) in enumerate(scenarios()):
        rng = np.random.default_rng(20170901 + place)
        row = {"name": name, "scenario": scenario, **plain(simulate(scenario, rng))}
        if small:
            row["nested"] = plain(nested(scenario, rng))
        row["swings"] = swings(scenario)
        rows.append(row)
        print(name, len(spreads(scenario)), flush=True)
    path = Path(__file__).resolve().parent / "uncertainty.json"
    path.write_text("[\n" + ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows) + "\n]\n")


if __name__ == "__main__":
    main()
