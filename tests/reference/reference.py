#!/usr/bin/env python3
"""Independent reference calculation of the deterministic part of the rekenmodel.

Written straight from the specification (docs of the project: 'The calculation'),
without looking at the product's source, so that the two can check each other.

    python3 reference.py check DIR    every worked example {scenario, outcome} in DIR
    python3 reference.py cases        cases.json, plans.json and invalid.json beside this file

All arithmetic is in exact fractions; a figure is rounded to a double once, when
it is written into the outcome. So no question of rounding can arise here, and a
difference with another implementation is either a mistake or its rounding.
Places where the specification is silent are marked SILENT.
"""

import json
import re
import sys
from fractions import Fraction
from pathlib import Path

PARTIES = ("gemeente", "rijk", "zorgverzekeraar")  # and the rest: "overig"
CORRECTIONS = ("autonoom", "toerekening", "verdringing")
KINDS = ("besparing", "overdracht", "welvaart")
DUST = Fraction(1, 10**9)  # a rest of shares below this is 0; a sum may exceed 1 by it

# CPI in % for the years after 2016.
CPI = {2017: "1.4", 2018: "1.7", 2019: "2.6", 2020: "1.3", 2021: "2.7",
       2022: "10.0", 2023: "3.8", 2024: "3.3", 2025: "3.3"}


class Parameter:
    """One row of the parameter table. `amount`: its default is in 2016 euros."""

    def __init__(self, default, low, high, amount=False, whole=False, ranged=None):
        self.default = Fraction(default)
        self.low, self.high = Fraction(low), Fraction(high)
        self.amount, self.whole, self.ranged = amount, whole, ranged


def _parameters():
    euro = dict(amount=True)
    table = {
        "bezoekers": Parameter("500", "1", "1000000", ranged=(400, 650)),
        "fte": Parameter("3.75", "0", "10000", ranged=(3.5, 4)),
        "vrijwilligers": Parameter("50", "0", "100000", ranged=(40, 60)),
        "kosten-per-bezoeker": Parameter("600", "0", "100000", ranged=(540, 690), **euro),
        "loonkosten-per-fte": Parameter("48800", "0", "500000", ranged=(45800, 52300), **euro),
        "vergoeding-per-vrijwilliger": Parameter("300", "0", "10000", ranged=(0, 600), **euro),
        "huisvesting": Parameter("48000", "0", "1e9", ranged=(40000, 58000), **euro),
        "activiteiten": Parameter("30000", "0", "1e9", ranged=(25000, 36000), **euro),
        "organisatie": Parameter("24000", "0", "1e9", ranged=(20000, 29000), **euro),
        "eigen-inkomsten": Parameter("0", "0", "1e9", **euro),
        "startkosten": Parameter("0", "0", "1e9", **euro),
        "financiering.gemeente": Parameter("1", "0", "1"),
        "financiering.rijk": Parameter("0", "0", "1"),
        "financiering.zorgverzekeraar": Parameter("0", "0", "1"),
        "horizon": Parameter("4", "1", "20", whole=True),
        "discontovoet": Parameter("0.0225", "-0.05", "0.2", ranged=(0, 0.04)),
        "ingroei-jaar-1": Parameter("0.5", "0", "1", ranged=(0.3, 0.8)),
        "ingroei-jaar-2": Parameter("0.8", "0", "1", ranged=(0.6, 1)),
        "kostenstijging": Parameter("0", "-0.2", "0.2"),
        "batenstijging": Parameter("0", "-0.2", "0.2"),
        "drempel": Parameter("0", "0", "100000", **euro),
        "prijspeil": Parameter("2016", "2016", "2025", whole=True),
    }
    for line, (_, _, count, count_range, value, value_range, cashable, payer) in LINES.items():
        table[f"{line}.aantal"] = Parameter(count, "-1e9", "1e9", ranged=count_range)
        table[f"{line}.bedrag"] = Parameter(value, "-1e9", "1e9", ranged=value_range, **euro)
        table[f"{line}.autonoom"] = Parameter("0", "0", "1", ranged=(0, 0.5))
        table[f"{line}.toerekening"] = Parameter("1", "0", "1", ranged=(0.5, 1))
        table[f"{line}.verdringing"] = Parameter("0", "0", "1", ranged=(0, 0.2))
        if payer is not None:  # these do not exist for `welvaart`
            default, low, high = cashable
            table[f"{line}.verzilverbaar"] = Parameter(default, "0", "1", ranged=(low, high))
            for party in PARTIES:
                table[f"{line}.{party}"] = Parameter("1" if party == payer else "0", "0", "1")
    return table


# line: kind, counted, aantal, its range, bedrag, its range, (verzilverbaar, low, high), who saves
LINES = {
    "uitkeringen": ("overdracht", True, "4", (0, 6), "13500", (12000, 17000), ("1", 0.5, 1), "gemeente"),
    "dagbesteding": ("besparing", True, "16", (8, 20), "6250", (3680, 10120), ("1", 0.5, 1), "gemeente"),
    "zorggebruik": ("besparing", False, "0", (0, 20), "4600", (2400, 8000), ("0.5", 0, 1), "zorgverzekeraar"),
    "overlast": ("besparing", False, "0", (0, 25), "280", (145, 715), ("0", 0, 0.5), "rijk"),
    "betaald-werk": ("welvaart", False, "0", (0, 6000), "33", (25, 41), None, None),
    "vrijwilligerswerk": ("welvaart", False, "0", (0, 6000), "17", (12, 21), None, None),
    "kwaliteit-van-leven": ("welvaart", False, "0", (0, 10), "50000", (20000, 80000), None, None),
}
PARAMETERS = _parameters()

# base: (values, counted)
PRESETS = {
    "brochure": ({}, {}),
    "prijspeil-2025": ({"prijspeil": "2025"}, {}),
    "voorzichtig": ({"uitkeringen.autonoom": "0.5", "uitkeringen.toerekening": "0.7",
                     "uitkeringen.verdringing": "0.1", "uitkeringen.verzilverbaar": "0.8",
                     "dagbesteding.autonoom": "0.25", "dagbesteding.toerekening": "0.8",
                     "dagbesteding.verzilverbaar": "0.7"}, {}),
    "gunstig": ({"uitkeringen.aantal": "6", "dagbesteding.aantal": "20",
                 "zorggebruik.aantal": "10", "overlast.aantal": "10"},
                {"zorggebruik": True, "overlast": True}),
}


# ---------------------------------------------------------------- calculation

def resolve(scenario):
    """Every parameter's value (exact), the basis of costs, the counted flags and P."""
    preset_values, preset_counted = PRESETS[scenario.get("base", "brochure")]
    named = dict(scenario.get("values", {}))
    basis = named.pop("kostenbasis", "begroting")

    def settled(name):
        if name in named:
            return Fraction(named[name])
        if name in preset_values:
            return Fraction(preset_values[name])
        return None

    year = settled("prijspeil")
    year = 2016 if year is None else int(year)
    factor = Fraction(1)
    for cpi_year in range(2017, year + 1):
        factor *= 1 + Fraction(CPI[cpi_year]) / 100

    values = {}
    for name, parameter in PARAMETERS.items():
        value = settled(name)
        if value is None:
            # Only defaults are indexed; a named amount stands as it is.
            value = parameter.default * factor if parameter.amount else parameter.default
        values[name] = value

    counted = {line: row[1] for line, row in LINES.items()}
    counted.update(preset_counted)
    counted.update(scenario.get("counted", {}))
    return values, basis, counted, factor


def with_rest(shares):
    """The three named shares, and what is left for `overig`."""
    shares = {party: Fraction(shares.get(party, 0)) for party in PARTIES}
    rest = 1 - sum(shares.values())
    shares["overig"] = Fraction(0) if rest < DUST else rest
    return shares


def savings_line(name, kind, counted, quantity, amount, corrections, cashable_share, shares):
    """One line of savings; `unit_value` is the net value of one positive unit."""
    autonoom, toerekening, verdringing = corrections

    def corrected(gross):
        # Harm counts in full.
        if gross < 0:
            return gross
        return gross * (1 - autonoom) * toerekening * (1 - verdringing)

    gross = quantity * amount
    net = corrected(gross)
    if kind == "welvaart":
        cashable = Fraction(0)
    elif gross < 0:
        cashable = net
    else:
        cashable = net * cashable_share
    return {"id": name, "kind": kind, "counted": counted, "gross": gross, "net": net,
            "cashable": cashable,
            "parties": {party: cashable * share for party, share in shares.items()},
            "unit_value": corrected(amount)}


def cost_lines(values, basis, own):
    if basis == "kengetal":
        lines = [("kengetal", values["bezoekers"] * values["kosten-per-bezoeker"])]
    else:
        lines = [("personeel", values["fte"] * values["loonkosten-per-fte"]),
                 ("vrijwilligers", values["vrijwilligers"] * values["vergoeding-per-vrijwilliger"]),
                 ("huisvesting", values["huisvesting"]),
                 ("activiteiten", values["activiteiten"]),
                 ("organisatie", values["organisatie"])]
    for line in own:
        if line["side"] == "cost":
            lines.append((line["id"], own_number(line, "quantity") * own_number(line, "amount")))
    return [{"id": name, "amount": amount} for name, amount in lines]


def own_number(line, key):
    # SILENT: an own line's quantity or amount that is not named. Read as 0.
    return Fraction(line.get(key, 0))


def all_savings(values, counted, own):
    lines = []
    for name, row in LINES.items():
        kind, payer = row[0], row[7]
        lines.append(savings_line(
            name, kind, counted[name], values[f"{name}.aantal"], values[f"{name}.bedrag"],
            [values[f"{name}.{c}"] for c in CORRECTIONS],
            values.get(f"{name}.verzilverbaar", Fraction(0)),
            with_rest({} if payer is None else {p: values[f"{name}.{p}"] for p in PARTIES})))
    for line in own:
        if line["side"] != "saving":
            continue
        # SILENT: what an own line does not name. Read as: besparing, counted,
        # no corrections (the table's defaults), fully cashable.
        lines.append(savings_line(
            line["id"], line.get("kind", "besparing"), line.get("counted", True),
            own_number(line, "quantity"), own_number(line, "amount"),
            [Fraction(line.get("autonoom", 0)), Fraction(line.get("toerekening", 1)),
             Fraction(line.get("verdringing", 0))],
            Fraction(line.get("verzilverbaar", 1)),
            with_rest(line.get("parties") or {"gemeente": 1})))
    return lines


def over_the_years(values, costs, savings, start_up):
    """Year by year; the same for all together, for each party and for society."""
    years, cumulative = [], Fraction(0)
    for year in range(1, int(values["horizon"]) + 1):
        ramp = {1: values["ingroei-jaar-1"], 2: values["ingroei-jaar-2"]}.get(year, Fraction(1))
        year_costs = costs * (1 + values["kostenstijging"]) ** (year - 1)
        if year == 1:
            year_costs += start_up
        year_savings = savings * ramp * (1 + values["batenstijging"]) ** (year - 1)
        discount = 1 / (1 + values["discontovoet"]) ** (year - 1)
        net = year_savings - year_costs
        cumulative += net
        years.append({"year": year, "ramp": ramp, "costs": year_costs, "savings": year_savings,
                      "net": net, "cumulative": cumulative, "discount": discount,
                      "present": net * discount})
    return years


def with_costs(values, years, costs):
    """The same years, with these costs in each: what one party pays under a plan."""
    cumulative, out = Fraction(0), []
    for row, year_costs in zip(years, costs):
        net = row["savings"] - year_costs
        cumulative += net
        out.append({**row, "costs": year_costs, "net": net, "cumulative": cumulative,
                    "present": net * row["discount"]})
    return out


def plan_year(plan, year, costs):
    """What each funder pays of these costs in this year, and what is left."""
    def pays(funder):
        if "until" in funder and year > funder["until"]:
            return Fraction(0)
        return Fraction(funder["amount"]) if "amount" in funder else costs * Fraction(funder["share"])

    payments = [pays(funder) for funder in plan]
    rest = costs - sum(payments)
    # A rest that is only rounding is none: 0.1 + 0.2 + 0.7 of the costs.
    if abs(rest) <= DUST * max(abs(amount) for amount in [costs, *payments]):
        rest = Fraction(0)
    return payments, max(rest, Fraction(0)), max(-rest, Fraction(0))


def financing_of(plan, net_costs, years):
    """The dekkingsplan worked out. All funders pay in year 1, and so in a full-effect year."""
    payments, uncovered, surplus = plan_year(plan, 1, net_costs)
    rows = []
    for row in years:
        each, short, over = plan_year(plan, row["year"], row["costs"])
        rows.append({"year": row["year"], "costs": row["costs"], "funders": each, "paid": sum(each),
                     "uncovered": short, "surplus": over})
    return {"funders": [{"label": funder.get("label", ""), "party": funder["party"], "costs": amount}
                        for funder, amount in zip(plan, payments)],
            "paid": sum(payments), "uncovered": uncovered, "surplus": surplus, "years": rows}


def npv(years):
    return sum(row["present"] for row in years)


def payback(years):
    """The first year from which the cumulative stays >= 0 up to the horizon."""
    first = None
    for row in reversed(years):
        if row["cumulative"] < 0:
            break
        first = row["year"]
    return first


def calculate(scenario):
    """The outcome in exact fractions (with `unit_value` left on the savings lines)."""
    values, basis, counted, factor = resolve(scenario)
    own = scenario.get("custom", [])
    visitors = values["bezoekers"]
    start_up = values["startkosten"]

    costs = cost_lines(values, basis, own)
    gross = sum(line["amount"] for line in costs)
    net_costs = gross - values["eigen-inkomsten"]  # C

    savings = all_savings(values, counted, own)
    in_cash = [line for line in savings if line["kind"] != "welvaart"]
    for_society = [line for line in savings if line["kind"] != "overdracht"]
    total = sum((line["net"] for line in in_cash if line["counted"]), Fraction(0))  # S
    not_cashable = sum((line["net"] - line["cashable"] for line in in_cash if line["counted"]), Fraction(0))
    gap = net_costs - total

    def ledger(costs_, savings_, start_up_):
        return {"costs": costs_, "savings": savings_, "net": savings_ - costs_,
                "npv": npv(over_the_years(values, costs_, savings_, start_up_))}

    financing = with_rest({p: values[f"financiering.{p}"] for p in PARTIES})
    parties = {}
    for party, share in financing.items():
        saved = sum((line["parties"][party] for line in savings if line["counted"]), Fraction(0))
        parties[party] = ledger(net_costs * share, saved, start_up * share)
    plan = scenario.get("plan", [])
    society = ledger(net_costs, sum((line["net"] for line in for_society if line["counted"]), Fraction(0)), start_up)

    years = over_the_years(values, net_costs, total, start_up)
    financed = financing_of(plan, net_costs, years) if plan else None
    if plan:  # the plan holds instead of the shares
        for party, row in parties.items():
            mine = [index for index, funder in enumerate(plan) if funder["party"] == party]
            row["costs"] = sum((financed["funders"][index]["costs"] for index in mine), Fraction(0))
            row["net"] = row["savings"] - row["costs"]
            saved = over_the_years(values, Fraction(0), row["savings"], Fraction(0))
            paid = [sum((year["funders"][index] for index in mine), Fraction(0)) for year in financed["years"]]
            row["npv"] = npv(with_costs(values, saved, paid))
    both_positive = net_costs > 0 and total > 0
    return {
        "schema": 1,
        "price_factor": factor,
        "costs": {"lines": costs, "gross": gross, "own_income": values["eigen-inkomsten"],
                  "net": net_costs, "per_visitor": net_costs / visitors, "start_up": start_up},
        "savings": savings,
        "total": {"savings": total, "net": -gap, "net_per_visitor": -gap / visitors,
                  "coverage": total / net_costs if both_positive else None,
                  "not_cashable": not_cashable},
        "parties": parties,
        "society": society,
        "years": years,
        "npv": npv(years),
        "payback_year": payback(years),
        "break_even": {
            "gap": gap, "gap_per_visitor": gap / visitors,
            "savings_factor": net_costs / total if both_positive else None,
            "pm_threshold": max(gap, Fraction(0)),
            "per_line": [{"id": line["id"], "counted": line["counted"],
                          "needed": gap / line["unit_value"] if line["unit_value"] > 0 else None}
                         for line in in_cash]},
        **({"financing": financed} if plan else {}),
    }


def rounded(figure):
    """Fractions to doubles, all the way down; too large for a double is no figure."""
    if isinstance(figure, Fraction):
        try:
            return float(figure)
        except OverflowError:
            return None
    if isinstance(figure, dict):
        return {key: rounded(value) for key, value in figure.items() if key != "unit_value"}
    if isinstance(figure, list):
        return [rounded(value) for value in figure]
    return figure


def evaluate(scenario):
    """The outcome of a valid scenario, as the public interface gives it."""
    return rounded(calculate(scenario))


# ----------------------------------------------------------------- validation

class Problem(Exception):
    """Why a scenario is refused. The text begins with the field's name."""


SCENARIO_KEYS = {"schema", "name", "base", "values", "counted", "ranges", "custom", "plan", "simulation", "meta"}
FUNDER_KEYS = {"label", "party", "amount", "share", "until"}
COST_KEYS = {"id", "side", "label", "quantity", "amount"}
SAVING_KEYS = COST_KEYS | {"kind", "counted", "unit", "verzilverbaar", "parties", *CORRECTIONS}


def parse(text):
    """The scenario in a text, or a Problem."""
    def no_token(token):
        raise Problem(f"(not JSON): {token}")

    def no_duplicates(pairs):
        seen = {}
        for key, value in pairs:
            if key in seen:
                raise Problem(f"{key}: named twice")
            seen[key] = value
        return seen

    try:
        scenario = json.loads(text, parse_constant=no_token, object_pairs_hook=no_duplicates)
    except (ValueError, RecursionError) as error:
        raise Problem(f"(not JSON): {error}") from None
    validate(scenario)
    return scenario


def validate(scenario):
    if not isinstance(scenario, dict):
        raise Problem("(no scenario): not an object")
    only_keys("", scenario, SCENARIO_KEYS)
    if "schema" in scenario and number("schema", scenario["schema"]) != 1:
        raise Problem(f"schema: {scenario['schema']}")
    if "name" in scenario:
        text_of("name", scenario["name"])
    if "base" in scenario and (not isinstance(scenario["base"], str) or scenario["base"] not in PRESETS):
        raise Problem(f"base: {scenario['base']}")
    for key in ("values", "counted", "ranges", "simulation", "meta"):
        if key in scenario and not isinstance(scenario[key], dict):
            raise Problem(f"{key}: not an object")

    for name, value in scenario.get("values", {}).items():
        if name == "kostenbasis":
            if value not in ("begroting", "kengetal"):
                raise Problem(f"kostenbasis: {value}")
        elif name not in PARAMETERS:
            raise Problem(f"{name}: unknown parameter")
        else:
            p = PARAMETERS[name]
            number(name, value, p.low, p.high, p.whole)
    for name, value in scenario.get("counted", {}).items():
        if name not in LINES:
            raise Problem(f"counted {name}: unknown line")
        if not isinstance(value, bool):
            raise Problem(f"counted {name}: {value}")

    validate_plan(scenario.get("plan", []))
    own_limits = validate_custom(scenario.get("custom", []))
    for name, spec in scenario.get("ranges", {}).items():
        validate_range(name, spec, own_limits)
    simulation = scenario.get("simulation", {})
    only_keys("simulation ", simulation, {"draws", "seed"})
    if "draws" in simulation:
        number("simulation draws", simulation["draws"], 1000, 1000000, True)
    if "seed" in simulation:
        number("simulation seed", simulation["seed"], 0, 2**53 - 1, True)

    values = resolve(scenario)[0]
    groups = ["financiering"] + [line for line, row in LINES.items() if row[7] is not None]
    for group in groups:
        shares_fit(group, [values[f"{group}.{party}"] for party in PARTIES])


def validate_plan(plan):
    if not isinstance(plan, list):
        raise Problem("plan: not a list")
    if len(plan) > 20:
        raise Problem(f"plan: {len(plan)} funders")
    for place, funder in enumerate(plan):
        at = f"plan[{place}]"
        if not isinstance(funder, dict):
            raise Problem(f"{at}: not an object")
        only_keys(at + ".", funder, FUNDER_KEYS)
        if "label" in funder:
            text_of(at + ".label", funder["label"])
        if funder.get("party") not in (*PARTIES, "overig"):
            raise Problem(f"{at}.party: {funder.get('party')}")
        if "amount" in funder and "share" in funder:
            raise Problem(f"{at}.share and {at}.amount: one of both")
        if "amount" not in funder and "share" not in funder:
            raise Problem(f"{at}.amount: missing")
        if "amount" in funder:
            number(f"{at}.amount", funder["amount"], 0, 10**9)
        else:
            number(f"{at}.share", funder["share"], 0, 1)
        if "until" in funder:
            number(f"{at}.until", funder["until"], 1, 20, True)


def validate_custom(custom):
    if not isinstance(custom, list):
        raise Problem("custom: not a list")
    limits = {}
    ids = set()
    for line in custom:
        if not isinstance(line, dict):
            raise Problem("custom: not an object")
        name = line.get("id")
        if not isinstance(name, str) or not re.fullmatch(r"[a-z][a-z0-9-]{0,31}", name):
            raise Problem(f"custom id: {name}")
        if name in LINES or name in ids:
            raise Problem(f"custom {name}.id: taken")
        ids.add(name)
        at = f"custom {name}."
        if line.get("side") not in ("cost", "saving"):
            raise Problem(f"{at}side: {line.get('side')}")
        saving = line["side"] == "saving"
        only_keys(at, line, SAVING_KEYS if saving else COST_KEYS)
        for key in ("label", "unit"):
            if key in line:
                text_of(at + key, line[key])
        limits[f"{name}.aantal"] = limits[f"{name}.bedrag"] = (-10**9, 10**9)
        for key in ("quantity", "amount"):
            if key in line:
                number(at + key, line[key], -10**9, 10**9)
        if not saving:
            continue
        if line.get("kind", "besparing") not in KINDS:
            raise Problem(f"{at}kind: {line['kind']}")
        if not isinstance(line.get("counted", True), bool):
            raise Problem(f"{at}counted: {line['counted']}")
        for key in (*CORRECTIONS, "verzilverbaar"):
            limits[f"{name}.{key}"] = (0, 1)
            if key in line:
                number(at + key, line[key], 0, 1)
        parties = line.get("parties", {})
        if not isinstance(parties, dict):
            raise Problem(f"{at}parties: not an object")
        only_keys(at + "parties.", parties, PARTIES)
        for party, share in parties.items():
            number(f"{at}parties.{party}", share, 0, 1)
        shares_fit(at + "parties", parties.values())
    return limits


def validate_range(name, spec, own_limits):
    at = f"ranges {name}"
    if name in PARAMETERS:
        low_limit, high_limit = PARAMETERS[name].low, PARAMETERS[name].high
    elif name in own_limits:
        low_limit, high_limit = own_limits[name]
    else:
        raise Problem(f"{at}: unknown parameter")
    if not isinstance(spec, dict):
        raise Problem(f"{at}: not an object")
    only_keys(at + ".", spec, {"kind", "low", "high"})
    kind = spec.get("kind", "pert")
    if kind not in ("fixed", "uniform", "triangular", "pert"):
        raise Problem(f"{at}.kind: {kind}")
    for key in ("low", "high"):
        if key in spec:
            number(f"{at}.{key}", spec[key], low_limit, high_limit)
        elif kind != "fixed":
            raise Problem(f"{at}.{key}: missing")
    if "low" in spec and "high" in spec and spec["low"] > spec["high"]:
        raise Problem(f"{at}.low: {spec['low']} above high")


def only_keys(at, mapping, allowed):
    for key in mapping:
        if key not in allowed:
            raise Problem(f"{at}{key}: unknown")


def text_of(at, value):
    if not isinstance(value, str) or len(value) > 200:
        raise Problem(f"{at}: {value}")


def number(at, value, low=None, high=None, whole=False):
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise Problem(f"{at}: {value}")
    if value - value != 0:  # 1e999 is read as infinity
        raise Problem(f"{at}: {value} not finite")
    # Limits as doubles: the 0.2 in a file is not exactly a fifth.
    if (low is not None and value < float(low)) or (high is not None and value > float(high)):
        raise Problem(f"{at}: {value} outside {low}..{high}")
    if whole and value != int(value):
        raise Problem(f"{at}: {value} not whole")
    return value


def shares_fit(at, shares):
    total = sum((Fraction(share) for share in shares), Fraction(0))
    if total > 1 + DUST:
        raise Problem(f"{at}: shares sum to {float(total)}")


# ----------------------------------------------------------------- comparison

def differences(expected, actual):
    """Where two outcomes differ by more than 1e-9 x max(1, the largest term summed)."""
    found = []
    full_year = [1.0] + [abs(line["amount"]) for line in expected["costs"]["lines"]]
    full_year += [abs(line["gross"]) for line in expected["savings"]]
    full_year += [abs(expected["costs"]["own_income"]), abs(expected["costs"]["start_up"])]
    one_year = max(full_year)
    years = max([one_year] + [abs(row[key]) for row in expected["years"]
                              for key in ("costs", "savings", "cumulative", "present")])
    if "financing" in expected:
        plan = [abs(amount) for row in expected["financing"]["years"] for amount in [row["costs"], *row["funders"]]]
        one_year, years = max(one_year, *plan), max(years, *plan)
    ratios = {"price_factor", "coverage", "savings_factor", "needed", "ramp", "discount"}

    def walk(path, want, have):
        if isinstance(want, dict):
            if not isinstance(have, dict):
                return found.append((path, want, have))
            for key in want.keys() | (have.keys() - {"schema"}):
                walk(path + (key,), want.get(key, "absent"), have.get(key, "absent"))
        elif isinstance(want, list):
            if not isinstance(have, list) or len(want) != len(have):
                return found.append((path, want, have))
            for index, pair in enumerate(zip(want, have)):
                walk(path + (index,), *pair)
        elif isinstance(want, (int, float)) and not isinstance(want, bool):
            if isinstance(have, bool) or not isinstance(have, (int, float)):
                return found.append((path, want, have))
            if path[-1] in ratios:
                scale = max(1.0, abs(want))
            elif path[0] == "years" or path[-1] == "npv":
                scale = years
            else:
                scale = one_year
            if not abs(want - have) <= 1e-9 * scale:
                found.append((path, want, have))
        elif want != have or type(want) is not type(have):
            found.append((path, want, have))

    walk((), expected, actual)
    return found


def check_examples(folder):
    files = sorted(Path(folder).glob("*.json"))
    failures = 0 if files else 1
    for file in files:
        example = json.loads(file.read_text(encoding="utf-8"))
        validate(example["scenario"])
        wrong = differences(example["outcome"], evaluate(example["scenario"]))
        print(f"{'ok  ' if not wrong else 'FAIL'} {file.name}")
        for path, want, have in wrong:
            print("     ", ".".join(map(str, path)), "expected", want, "got", have)
        failures += bool(wrong)
    print(f"{len(files)} examples, {failures} failed")
    return failures


def check_cases(folder):
    """That the committed cases are what this file gives, and that all of invalid.json is refused."""
    failures = 0
    cases = json.loads((folder / "cases.json").read_text(encoding="utf-8"))
    cases += json.loads((folder / "plans.json").read_text(encoding="utf-8"))
    for case in cases:
        parse(json.dumps(case["scenario"]))
        if differences(case["outcome"], evaluate(case["scenario"])):
            print("FAIL", case["name"])
            failures += 1
    refused = json.loads((folder / "invalid.json").read_text(encoding="utf-8"))
    for case in refused:
        try:
            parse(case["text"])
        except Problem as problem:
            # Every word of the field stands in what this file says about it.
            said = str(problem)
            if case["field"] and not all(word in said for word in re.split(r"[ .]", case["field"])):
                print("FAIL", case["name"], "field", case["field"], "said", said)
                failures += 1
        else:
            print("FAIL accepted:", case["name"])
            failures += 1
    print(f"{len(cases)} cases, {len(refused)} invalid inputs, {failures} failed")
    return failures


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "check":
        sys.exit(bool(check_examples(sys.argv[2])))
    if len(sys.argv) == 2 and sys.argv[1] == "cases":
        sys.exit(bool(check_cases(Path(__file__).resolve().parent)))
    sys.exit(__doc__)
