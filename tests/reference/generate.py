#!/usr/bin/env python3
"""Writes cases.json (400 valid scenarios with their outcomes) and invalid.json.

    python3 generate.py

Seeded, so the same files come out every time. Every scenario is accepted and
calculated by reference.py; one whose outcome hinges on a tie within rounding is
drawn again (exact ties, in sums that doubles represent exactly, are kept).
"""

import json
import math
import random
import sys
from fractions import Fraction
from pathlib import Path

sys.dont_write_bytecode = True
import reference as ref

COUNT = 400
CPI_YEARS = range(2016, 2026)
PAYERS = [line for line, row in ref.LINES.items() if row[7] is not None]
FIXED_PLAUSIBLE = {  # a plausible range, for drawing, where the table has none
    "eigen-inkomsten": (0, 60000), "startkosten": (0, 80000), "horizon": (1, 20),
    "kostenstijging": (-0.02, 0.03), "batenstijging": (-0.05, 0.05), "drempel": (0, 500),
    "prijspeil": (2016, 2025),
}


# ------------------------------------------------------------ the tie guards

def exact_in_doubles(terms):
    """Whether any order of summing these gives the exact sum in doubles."""
    return all(t.denominator <= 2**20 and t.denominator & (t.denominator - 1) == 0
               and abs(t.numerator) < 2**50 for t in terms)


def near_zero(total, terms, margin):
    """Within rounding of zero, and not exactly so in doubles too."""
    largest = max((abs(t) for t in terms), default=Fraction(0))
    if largest == 0 or exact_in_doubles(terms):
        return False
    return abs(total) < margin * largest


def hinges_on_rounding(scenario, out):
    margin = Fraction(1, 10**6)
    costs = [line["amount"] for line in out["costs"]["lines"]] + [-out["costs"]["own_income"]]
    saved = [line["net"] for line in out["savings"] if line["counted"] and line["kind"] != "welvaart"]
    if near_zero(out["costs"]["net"], costs, margin) or near_zero(out["total"]["savings"], saved, margin):
        return True
    if near_zero(out["break_even"]["gap"], costs + saved, margin):
        return True
    sums = costs + saved
    for row in out["years"]:
        # The ramp counts as a term: 0.8 x 1000 is 800, but not by way of doubles.
        sums = sums + [row["costs"], row["savings"]] + ([row["ramp"]] if any(saved) else [])
        if near_zero(row["cumulative"], sums, margin):
            return True
    for line in out["savings"]:  # below the smallest doubles
        for value in (line["gross"], line["net"], line["cashable"], line["unit_value"]):
            if 0 < abs(value) < Fraction(1, 10**290):
                return True
    values = ref.resolve(scenario)[0]
    groups = [[values[f"{g}.{p}"] for p in ref.PARTIES] for g in ["financiering", *PAYERS]]
    groups += [list(map(Fraction, line.get("parties", {}).values())) for line in scenario.get("custom", [])]
    for group in groups:  # a rest at the very edge of 1e-9
        rest = 1 - sum(group)
        if abs(abs(rest) - ref.DUST) < ref.DUST / 10:
            return True
    return False


def must_hold(name, out):
    """What must be true of any outcome."""
    def near(a, b, terms):
        scale = max([1.0, *map(abs, terms)])
        assert abs(a - b) <= 1e-9 * scale, (name, a, b)

    def finite(figure, path=()):
        if isinstance(figure, dict):
            for key, value in figure.items():
                finite(value, path + (key,))
        elif isinstance(figure, list):
            for value in figure:
                finite(value, path)
        elif figure is None:
            assert path[-1] in ("coverage", "savings_factor", "needed", "payback_year"), (name, path)
        elif isinstance(figure, float):
            assert math.isfinite(figure), (name, path)

    finite(out)
    parties, years, total = out["parties"].values(), out["years"], out["total"]
    amounts = [line["amount"] for line in out["costs"]["lines"]] + [out["costs"]["own_income"]]
    grosses = [line["gross"] for line in out["savings"]]
    near(sum(p["net"] for p in parties), total["net"] - total["not_cashable"], amounts + grosses)
    near(sum(p["costs"] for p in parties), out["costs"]["net"], amounts)
    near(math.fsum(amounts[:-1]) - amounts[-1], out["costs"]["net"], amounts)
    near(sum(row["present"] for row in years), out["npv"], [row["present"] for row in years])
    near(sum(row["net"] for row in years), years[-1]["cumulative"], [row["costs"] for row in years] + [row["savings"] for row in years])
    near(total["net"], -out["break_even"]["gap"], [])
    assert out["break_even"]["pm_threshold"] >= 0
    for line in out["savings"]:
        near(sum(line["parties"].values()), line["cashable"], [line["cashable"]])
        assert line["kind"] != "welvaart" or line["cashable"] == 0
        assert line["gross"] >= 0 or line["net"] == line["gross"]
        assert line["gross"] < 0 or line["gross"] >= line["net"] >= line["cashable"] >= 0
    first = out["payback_year"]
    late = [row["year"] for row in years if row["cumulative"] < 0]
    assert first == (max(late, default=0) + 1 if max(late, default=0) < len(years) else None), name
    # Society drops the transfers and adds the welfare.
    by_kind = {kind: math.fsum(l["net"] for l in out["savings"] if l["counted"] and l["kind"] == kind)
               for kind in ref.KINDS}
    near(out["society"]["savings"], total["savings"] - by_kind["overdracht"] + by_kind["welvaart"], grosses)


# ---------------------------------------------------------- random scenarios

def tidy(rng, value):
    """As people type it, mostly: few digits; sometimes all of a double's."""
    if rng.random() < 0.25:
        return value
    digits = rng.choice([0, 1, 2, 3])
    value = round(value, digits) if abs(value) >= 10 else round(value, digits + 2)
    return int(value) if value == int(value) and rng.random() < 0.9 else value


def log_uniform(rng, low, high):
    top = max(abs(low), abs(high))
    size = 10 ** rng.uniform(-6, math.log10(top))
    if low < 0 and rng.random() < 0.5:
        size = -size
    return min(max(size, low), high)


def draw_value(rng, name):
    p = ref.PARAMETERS[name]
    low, high = float(p.low), float(p.high)
    if p.whole:
        return rng.randint(int(low), int(high))
    way = rng.random()
    if way < 0.04:
        value = rng.choice([low, high])
        return int(value) if value == int(value) else value
    if way < 0.08:
        return min(max(0, int(math.ceil(low))), int(math.floor(high)))
    if way < 0.20 and high > 1:
        return log_uniform(rng, low, high)
    if way < 0.26 and name.endswith((".aantal", ".bedrag")):  # harm
        a, b = p.ranged
        return -abs(tidy(rng, rng.uniform(a, b)))
    a, b = p.ranged or FIXED_PLAUSIBLE.get(name, (low, high))
    value = tidy(rng, rng.uniform(a, b))
    return min(max(value, p.low if value < p.low else value), high)


def shares(rng):
    """Three shares, with a rest of nothing, of dust, or of something."""
    way = rng.random()
    if way < 0.15:
        three = rng.choice([[0.1, 0.2, 0.7], [0.7, 0.2, 0.1], [0.3, 0.3, 0.4], [0.6, 0.3, 0.1],
                            [0.15, 0.35, 0.5], [1 / 3, 1 / 3, 1 / 3]])
    elif way < 0.25:
        three = rng.choice([[0, 0, 1], [0, 1, 0], [1, 0, 0], [0, 0, 0]])
    elif way < 0.45:  # hundredths summing to 1
        a = rng.randint(0, 100)
        b = rng.randint(0, 100 - a)
        three = [a / 100, b / 100, (100 - a - b) / 100]
    elif way < 0.55:  # a hair below 1
        a, b = rng.uniform(0, 0.5), rng.uniform(0, 0.4)
        three = [a, b, 1 - a - b - rng.choice([1e-12, 3e-10, 5e-9, 1e-6])]
    elif way < 0.60:  # a hair above 1, as far as allowed
        three = [0.5, 0.3, 0.2 + rng.choice([1e-12, 5e-10])]
    else:
        left = rng.uniform(0, 1)
        a = rng.uniform(0, left)
        b = rng.uniform(0, left - a)
        three = [round(a, 3), round(b, 3), round(left - a - b, 3)]
        if sum(three) > 1:
            three = [0.25, 0.25, 0.25]
    rng.shuffle(three)
    return dict(zip(ref.PARTIES, three))


def own_line(rng, index):
    tail = rng.choice(["", "-x", "-2", "--", "-" + "a" * 10])
    line = {"id": f"{rng.choice('abcz')}{index}{tail}", "side": "cost" if rng.random() < 0.35 else "saving",
            "label": rng.choice(["Scholing", "Huisuitzetting", "Bezoek “thuis” é €", "<b>x</b>", "", "a\\b\"c\n"])}
    quantity = tidy(rng, rng.uniform(0, 30))
    amount = tidy(rng, rng.uniform(0, 4000))
    way = rng.random()
    if way < 0.10:
        quantity = -quantity
    elif way < 0.20:
        amount = -amount
    elif way < 0.23:
        quantity, amount = -quantity, -amount
    elif way < 0.28:
        quantity = 0
    elif way < 0.33:
        quantity, amount = log_uniform(rng, -1e9, 1e9), log_uniform(rng, -1e4, 1e4)
    elif way < 0.35:
        quantity, amount = rng.choice([-1, 1]) * 10**9, rng.choice([1, 1e-6, 10**9])
    line["quantity"], line["amount"] = quantity, amount
    if line["side"] == "cost":
        return line
    line["kind"] = rng.choice(ref.KINDS)
    line["counted"] = rng.random() < 0.7
    line["unit"] = rng.choice(["uren", "incidenten", "", "cliëntjaren"])
    line["autonoom"] = rng.choice([0, 0.2, 0.5, round(rng.random(), 2), rng.random(), 1])
    line["toerekening"] = rng.choice([1, 0.8, 0.5, round(rng.random(), 2), rng.random(), 0])
    line["verdringing"] = rng.choice([0, 0, 0.1, round(rng.random(), 2), rng.random()])
    if line["kind"] != "welvaart":  # whether `welvaart` may name these is left open
        line["verzilverbaar"] = rng.choice([0, 1, 0.5, round(rng.random(), 2)])
        way = rng.random()
        if way < 0.2:
            line["parties"] = {}
        elif way < 0.5:
            keep = rng.sample(ref.PARTIES, rng.choice([1, 2]))
            line["parties"] = {p: s for p, s in shares(rng).items() if p in keep}
        elif way < 0.85:
            line["parties"] = shares(rng)
    return line


def some_ranges(rng, custom):
    names = [n for n, p in ref.PARAMETERS.items() if p.ranged]
    chosen = rng.sample(names, rng.randint(1, 4))
    ranges = {}
    for name in chosen:
        low, high = ref.PARAMETERS[name].ranged
        middle = rng.uniform(low, high)
        ranges[name] = {"kind": rng.choice(["uniform", "triangular", "pert"]),
                        "low": low, "high": round(middle + (high - low), 3) if high > 1 else high}
        limit = float(ref.PARAMETERS[name].high)
        ranges[name]["high"] = min(ranges[name]["high"], limit)
    for line in custom[:2]:
        ranges[line["id"] + rng.choice([".aantal", ".bedrag"])] = {"kind": "pert", "low": -10, "high": 10000}
    return ranges


def random_scenario(rng):
    scenario = {}
    if rng.random() < 0.8:
        scenario["schema"] = 1
    if rng.random() < 0.3:
        scenario["name"] = rng.choice(["Ons centrum", "Zelfregie é", "", "x" * 200])
    if rng.random() < 0.75:
        scenario["base"] = rng.choice(list(ref.PRESETS))

    values = {}
    density = rng.choice([0.03, 0.1, 0.1, 0.25, 0.6, 1.0])
    for name in ref.PARAMETERS:
        if name.split(".")[-1] in ref.PARTIES or name in ("horizon", "prijspeil"):
            continue
        if rng.random() < density:
            values[name] = draw_value(rng, name)
    for group in ["financiering", *PAYERS]:
        if rng.random() < max(density, 0.2):
            values.update({f"{group}.{party}": share for party, share in shares(rng).items()})
    if rng.random() < 0.5:
        values["horizon"] = rng.choice([1, 2, 3, 4, 5, 6, 8, 8, 10, rng.randint(1, 20), 20])
    if rng.random() < 0.4:
        values["prijspeil"] = rng.choice(CPI_YEARS)
    if rng.random() < 0.4:
        values["kostenbasis"] = rng.choice(["begroting", "kengetal", "kengetal"])

    mood = rng.random()
    if mood < 0.25:  # savings above costs: payback within the horizon
        values["dagbesteding.aantal"] = rng.randint(45, 120)
        values["dagbesteding.bedrag"] = rng.randint(5000, 8000)
        values.setdefault("horizon", rng.randint(3, 12))
        values["startkosten"] = rng.choice([0, 50000, 400000, rng.randint(0, 900000)])
    elif mood < 0.37:  # payback won and lost again
        values["dagbesteding.aantal"] = rng.randint(50, 90)
        values["dagbesteding.bedrag"] = rng.randint(6000, 9000)
        values["batenstijging"] = rng.choice([-0.2, -0.12, round(rng.uniform(-0.2, -0.05), 3)])
        values["kostenstijging"] = rng.choice([0, 0.05, round(rng.uniform(0, 0.2), 3)])
        values["ingroei-jaar-1"], values["ingroei-jaar-2"] = rng.choice([(1, 1), (0.9, 1), (0.5, 0.8)])
        values["horizon"] = rng.randint(6, 20)
    elif mood < 0.42:  # own income above costs
        values["eigen-inkomsten"] = rng.choice([400000, 10**9, rng.randint(310000, 900000)])
    elif mood < 0.45:  # no costs
        values.update({"fte": 0, "vrijwilligers": 0, "huisvesting": 0, "activiteiten": 0, "organisatie": 0})
        values.pop("kostenbasis", None)
        values.pop("eigen-inkomsten", None)
    elif mood < 0.48:  # no savings
        values.update({"uitkeringen.aantal": 0, "dagbesteding.aantal": 0})
    elif mood < 0.55:  # harm
        values[rng.choice(list(ref.LINES)) + rng.choice([".aantal", ".bedrag"])] = -rng.randint(1, 3000)
    items = list(values.items())
    rng.shuffle(items)
    if items or rng.random() < 0.5:
        scenario["values"] = dict(items)

    if rng.random() < 0.55:
        scenario["counted"] = {line: rng.random() < 0.65
                               for line in rng.sample(list(ref.LINES), rng.randint(0, len(ref.LINES)))}
    way = rng.random()
    own = 0 if way < 0.55 else rng.randint(1, 3) if way < 0.85 else rng.randint(4, 8) if way < 0.96 else rng.randint(20, 25)
    if own or rng.random() < 0.1:
        scenario["custom"] = [own_line(rng, i) for i in range(own)]
    if rng.random() < 0.25:
        scenario["ranges"] = some_ranges(rng, scenario.get("custom", []))
    if rng.random() < 0.25:
        scenario["simulation"] = rng.choice([{}, {"draws": 1000}, {"seed": 2**53 - 1},
                                             {"draws": 1000000, "seed": 0}, {"draws": 5000, "seed": rng.randint(0, 10**9)}])
    if rng.random() < 0.15:
        scenario["meta"] = rng.choice([{}, {"saved": "2025-01-01", "unknown": [1, None, {"a": True}]},
                                       {"bezoekers": -5, "schema": 9}])
    return scenario


# ------------------------------------------------------------- chosen by hand

def by_hand():
    """(name, scenario, guarded): `guarded` cases must pass the tie guards as well."""
    def values(**named):
        return {"schema": 1, "values": {key.replace("__", ".").replace("_", "-"): v for key, v in named.items()}}

    no_costs = dict(fte=0, vrijwilligers=0, huisvesting=0, activiteiten=0, organisatie=0)
    no_savings = dict(uitkeringen__aantal=0, dagbesteding__aantal=0)
    at_once = dict(ingroei_jaar_1=1, ingroei_jaar_2=1)
    yield "empty object", {}, True
    yield "empty parts", {"values": {}, "counted": {}, "ranges": {}, "custom": [], "simulation": {}, "meta": {}}, True
    for base in ref.PRESETS:
        yield f"base {base}", {"schema": 1, "base": base}, True
    for year in CPI_YEARS:
        yield f"prijspeil {year}", values(prijspeil=year), True
    yield "prijspeil-2025 set back to 2016", {"base": "prijspeil-2025", "values": {"prijspeil": 2016}}, True
    yield "gunstig at 2020", {"base": "gunstig", "values": {"prijspeil": 2020}}, True
    yield "voorzichtig, one correction back", {"base": "voorzichtig", "values": {"uitkeringen.autonoom": 0}}, True
    yield "gunstig, overlast off again", {"base": "gunstig", "counted": {"overlast": False}}, True
    yield "named amounts are not indexed", values(
        prijspeil=2025, huisvesting=48000, dagbesteding__bedrag=6250, kosten_per_bezoeker=600), True
    yield "kengetal indexed", values(prijspeil=2023, kostenbasis="kengetal"), True
    yield "own lines are not indexed", {"values": {"prijspeil": 2025}, "custom": [
        {"id": "a", "side": "cost", "label": "", "quantity": 3, "amount": 1000},
        {"id": "b", "side": "saving", "label": "", "kind": "overdracht", "counted": True, "quantity": 2, "unit": "",
         "amount": 7000, "autonoom": 0, "toerekening": 1, "verdringing": 0, "verzilverbaar": 1}]}, True
    yield "no costs", values(**no_costs), True
    yield "no savings", values(**no_savings), True
    yield "no costs and no savings", values(**no_costs, **no_savings), True
    yield "exact balance", values(kostenbasis="kengetal", bezoekers=500, kosten_per_bezoeker=308, **at_once), True
    yield "exact payback in year 2", values(
        kostenbasis="kengetal", bezoekers=100, kosten_per_bezoeker=1000, startkosten=108000, **at_once), True
    yield "one euro short in year 2", values(
        kostenbasis="kengetal", bezoekers=100, kosten_per_bezoeker=1000, startkosten=108001, **at_once), True
    yield "payback in the last year", values(
        kostenbasis="kengetal", bezoekers=100, kosten_per_bezoeker=1000, startkosten=216000, **at_once), True
    yield "payback won and lost", values(
        dagbesteding__aantal=60, horizon=20, batenstijging=-0.2, **at_once), True
    yield "payback lost for a while, then won", values(
        dagbesteding__aantal=41, horizon=12, batenstijging=0.06, ingroei_jaar_1=1, ingroei_jaar_2=0), True
    yield "own income equals costs", values(eigen_inkomsten=300000), True
    yield "own income above costs", values(eigen_inkomsten=450000), True
    yield "negative costs, negative savings", {"values": {"eigen-inkomsten": 450000, "dagbesteding.aantal": -20}}, True
    yield "harm in number", values(dagbesteding__aantal=-3, dagbesteding__autonoom=0.5, dagbesteding__verzilverbaar=0.2), True
    yield "harm in value", values(dagbesteding__bedrag=-100, dagbesteding__toerekening=0.5, dagbesteding__verzilverbaar=0), True
    yield "twice negative is no harm", values(
        dagbesteding__aantal=-16, dagbesteding__bedrag=-6250, dagbesteding__autonoom=0.25, dagbesteding__verzilverbaar=0.5), True
    yield "zero times negative", values(overlast__aantal=0, overlast__bedrag=-5), True
    yield "harm to welfare", {"values": {"betaald-werk.aantal": -100, "betaald-werk.autonoom": 0.5,
                                         "kwaliteit-van-leven.aantal": 2, "kwaliteit-van-leven.toerekening": 0.5},
                              "counted": {"betaald-werk": True, "kwaliteit-van-leven": True}}, True
    yield "all welfare counted", {"values": {"betaald-werk.aantal": 2000, "vrijwilligerswerk.aantal": 3000, "vrijwilligerswerk.verdringing": 0.1,
                                             "kwaliteit-van-leven.aantal": 3},
                                  "counted": {"betaald-werk": True, "vrijwilligerswerk": True, "kwaliteit-van-leven": True}}, True
    yield "p.m. with a number stays out", values(zorggebruik__aantal=12, overlast__aantal=-40), True
    yield "nothing counted", {"counted": {"uitkeringen": False, "dagbesteding": False}}, True
    yield "nothing attributed", values(uitkeringen__toerekening=0, dagbesteding__autonoom=1), True
    for name, three in [("dust", [0.1, 0.2, 0.7]), ("dust, other order", [0.7, 0.2, 0.1]),
                        ("a rest of 3e-10", [0.5, 0.3, 0.2 - 3e-10]), ("a rest of 2e-9", [0.5, 0.3, 0.2 - 2e-9]),
                        ("5e-10 above 1", [0.5, 0.3, 0.2 + 5e-10]), ("all the rest", [0, 0, 0])]:
        yield f"financing: {name}", {"values": dict(
            {f"financiering.{p}": s for p, s in zip(ref.PARTIES, three)}, startkosten=30000)}, True
        yield f"who saves: {name}", {"values": {f"dagbesteding.{p}": s for p, s in zip(ref.PARTIES, three)}}, True
    for horizon in (1, 2, 3, 20):
        yield f"horizon {horizon}", values(horizon=horizon, startkosten=10000), True
    yield "SILENT: whole numbers written with a point", values(horizon=5.0, prijspeil=2018.0), True
    for rate in (-0.05, 0, 0.2):
        yield f"discontovoet {rate}", values(discontovoet=rate, horizon=20), True
    yield "growth at its limits", values(kostenstijging=0.2, batenstijging=-0.2, horizon=20), True
    yield "growth at its other limits", values(kostenstijging=-0.2, batenstijging=0.2, horizon=20), True
    yield "no ramp at all", values(ingroei_jaar_1=0, ingroei_jaar_2=0), True
    yield "fewest visitors", values(bezoekers=1, kostenbasis="kengetal"), True
    yield "half a visitor more", values(bezoekers=500.5), True
    top = {n: int(p.high) for n, p in ref.PARAMETERS.items()
           if p.high > 1 and not p.whole and "." not in n and n != "eigen-inkomsten"}
    yield "everything at its most", {"values": dict(top, horizon=20, **{"dagbesteding.aantal": 10**9, "dagbesteding.bedrag": 10**9})}, True
    yield "everything at its least", {"values": {n: float(p.low) if n == "discontovoet" else int(p.low)
                                                 for n, p in ref.PARAMETERS.items()
                                                 if "." not in n and n not in ("kostenstijging", "batenstijging")}}, True
    yield "kengetal ignores the budget", values(kostenbasis="kengetal", fte=9, huisvesting=10**6), True
    yield "begroting ignores the kengetal", values(kostenbasis="begroting", kosten_per_bezoeker=99999), True
    tiny = 5e-324
    yield "denormal value of a p.m. line", values(overlast__bedrag=tiny), False
    yield "denormal savings", values(dagbesteding__aantal=1, dagbesteding__bedrag=tiny, uitkeringen__aantal=0), False
    yield "denormal costs", values(kostenbasis="kengetal", bezoekers=1, kosten_per_bezoeker=1e-310), False

    def saving(name, **more):
        line = {"id": name, "side": "saving", "label": name, "kind": "besparing", "counted": True, "quantity": 2, "unit": "x",
                "amount": 9000, "autonoom": 0.2, "toerekening": 0.8, "verdringing": 0.1, "verzilverbaar": 0.5}
        return dict(line, **more)

    yield "own kinds and parties", {"custom": [
        saving("a"), saving("b", parties={}), saving("c", parties={"rijk": 0.4}),
        saving("d", parties={"gemeente": 0, "rijk": 0, "zorgverzekeraar": 0}),
        saving("e", kind="overdracht", parties={"gemeente": 0.1, "rijk": 0.2, "zorgverzekeraar": 0.7}),
        saving("f", counted=False, parties={"zorgverzekeraar": 1}), saving("g", quantity=-1), saving("h", amount=-50),
        saving("i", toerekening=0)]}, True
    welfare = saving("w", kind="welvaart")
    del welfare["verzilverbaar"]
    yield "own welfare line", {"custom": [welfare, dict(welfare, id="w2", quantity=-3), dict(welfare, id="w3", counted=False)]}, True
    yield "negative own costs", {"custom": [
        {"id": "c1", "side": "cost", "label": "Korting", "quantity": -1, "amount": 20000},
        {"id": "c2", "side": "cost", "label": "Korting", "quantity": 1, "amount": -400000},
        {"id": "c3", "side": "cost", "label": "Niets", "quantity": 0, "amount": -5}]}, True
    yield "own costs under kengetal", {"values": {"kostenbasis": "kengetal"}, "custom": [
        {"id": "extra", "side": "cost", "label": "Extra", "quantity": 2.5, "amount": 4000}]}, True
    yield "costs and savings in turns", {"custom": [
        saving("s1"), {"id": "k1", "side": "cost", "label": "", "quantity": 1, "amount": 10},
        saving("s2", kind="overdracht"), {"id": "k2", "side": "cost", "label": "", "quantity": 1, "amount": 20}]}, True
    yield "longest and odd own ids", {"custom": [saving("a" * 32), saving("z"), saving("a--"), saving("c-1")]}, True
    yield "25 own lines", {"custom": [saving(f"s{i}", quantity=i, parties={"rijk": i / 25}) for i in range(25)]}, True
    yield "own amounts at their limits", {"custom": [saving("top", quantity=10**9, amount=10**9),
                                                     saving("bottom", counted=False, quantity=-10**9, amount=10**9)]}, True
    yield "texts of 200 letters", {"name": "n" * 200, "custom": [saving("lang", label="l" * 200, unit="u" * 200)]}, True
    yield "SILENT: 200 characters, more bytes", {"name": "é" * 200, "custom": [saving("lang", label="€" * 200, unit="u" * 200)]}, True
    yield "ranges, simulation and meta do not matter", {
        "ranges": {"bezoekers": {"kind": "pert", "low": 1, "high": 1000000}, "a.aantal": {"kind": "uniform", "low": 0, "high": 9},
                   "a.autonoom": {"kind": "triangular", "low": 0, "high": 1}},
        "custom": [saving("a")], "simulation": {"draws": 1000, "seed": 0}, "meta": {"base": "gunstig", "x": {"y": []}}}, True
    # Readings where the specification is silent; see README.md.
    bare = {"id": "a", "side": "saving", "kind": "besparing", "counted": True, "quantity": 2, "amount": 9000}
    yield "SILENT: fixed range without ends", {"ranges": {"fte": {"kind": "fixed"}}}, True
    yield "SILENT: own ids like a budget line, kengetal or a party", {"custom": [
        saving("personeel"), saving("kengetal"), saving("rijk"), saving("overig"), saving("bezoekers")]}, True
    yield "SILENT: own line without corrections", {"custom": [bare]}, True
    yield "SILENT: own line without kind and counted", {"custom": [
        {"id": "a", "side": "saving", "quantity": 2, "amount": 9000, "verzilverbaar": 0.5}]}, True
    yield "SILENT: own lines without quantity or amount", {"custom": [
        dict(bare, quantity=0), {"id": "b", "side": "saving", "kind": "besparing", "counted": True, "amount": 100},
        {"id": "c", "side": "cost", "quantity": 5}]}, True


# -------------------------------------------------------------- invalid input

def invalid():
    """(name, text, field, given); see README.md for how to read `field`."""
    def v(name, token, field=None, given=None):
        return f"{name} = {token}", f'{{"schema":1,"values":{{"{name}":{token}}}}}', field or name, given

    def whole(label, text, field=None, given=None):
        return label, text, field, given

    def own(label, line, field, given=None):
        text = json.dumps({"schema": 1, "custom": line if isinstance(line, list) else [line]}, ensure_ascii=False)
        return f"custom: {label}", text, field, given

    saving = {"id": "c1", "side": "saving", "label": "x", "kind": "besparing", "counted": True, "quantity": 2,
              "unit": "x", "amount": 9000}
    cost = {"id": "c1", "side": "cost", "label": "x", "quantity": 1, "amount": 5000}

    # Not JSON, or not an object.
    yield whole("empty text", "")
    yield whole("words", "geen json")
    yield whole("truncated", '{"schema":1,"values":{"bezoekers":5')
    yield whole("trailing comma", '{"schema":1,}')
    yield whole("text after the object", '{"schema":1} {"schema":1}')
    yield whole("array", "[]")
    yield whole("number", "1")
    yield whole("string", '"brochure"')
    yield whole("null", "null")
    yield whole("NaN", '{"values":{"bezoekers":NaN}}')
    yield whole("Infinity", '{"values":{"bezoekers":Infinity}}')
    yield whole("-Infinity", '{"values":{"bezoekers":-Infinity}}')
    yield whole("10,000 brackets", "[" * 10000 + "]" * 10000)
    yield whole("10,000 open brackets", "[" * 10000)
    yield whole("10,000 brackets for a value", '{"values":{"bezoekers":' + "[" * 10000 + "]" * 10000 + "}}")
    # Names.
    yield whole("unknown key", '{"schema":1,"waarden":{}}', "waarden", "waarden")
    yield whole("a file of several scenarios", '{"schema":1,"scenarios":[{"schema":1}]}', "scenarios")
    yield v("bezoeker", "500", given="bezoeker")
    yield v("betaald-werk.gemeente", "1")
    yield v("kwaliteit-van-leven.verzilverbaar", "0.5")
    yield v("dagbesteding.overig", "0")
    yield v("financiering.overig", "0")
    yield whole("duplicate key", '{"schema":1,"values":{"bezoekers":500,"bezoekers":600}}', "bezoekers")
    # Types.
    yield v("bezoekers", '"veel"', given="veel")
    yield v("bezoekers", '"500"', given="500")
    yield v("bezoekers", "true", given="true")
    yield v("bezoekers", "null", given="null")
    yield v("fte", "[3]")
    yield v("dagbesteding.autonoom", '{"low":0}')
    yield v("kostenbasis", "1", given="1")
    yield v("kostenbasis", '"raming"', given="raming")
    yield whole("values is a list", '{"schema":1,"values":[]}', "values")
    yield whole("counted is a list", '{"schema":1,"counted":["zorggebruik"]}', "counted")
    yield whole("ranges is null", '{"schema":1,"ranges":null}', "ranges")
    yield whole("meta is a string", '{"schema":1,"meta":"x"}', "meta")
    yield whole("simulation is a number", '{"schema":1,"simulation":1000}', "simulation")
    # Limits.
    for name, token in [("bezoekers", "0"), ("bezoekers", "1000001"), ("fte", "-1"), ("fte", "10001"),
                        ("vrijwilligers", "100001"), ("kosten-per-bezoeker", "-0.5"), ("kosten-per-bezoeker", "100001"),
                        ("loonkosten-per-fte", "500001"), ("vergoeding-per-vrijwilliger", "10001"),
                        ("huisvesting", "-1"), ("huisvesting", "1000000001"), ("eigen-inkomsten", "-7"),
                        ("startkosten", "2000000000"), ("financiering.rijk", "-0.1"), ("discontovoet", "-0.06"),
                        ("discontovoet", "0.21"), ("ingroei-jaar-1", "1.5"), ("ingroei-jaar-2", "-0.5"),
                        ("kostenstijging", "0.25"), ("batenstijging", "-0.25"), ("drempel", "100001"),
                        ("dagbesteding.aantal", "2000000000"), ("dagbesteding.bedrag", "-2000000000"),
                        ("dagbesteding.autonoom", "50"), ("uitkeringen.toerekening", "-0.2"), ("overlast.verdringing", "1.01"),
                        ("zorggebruik.verzilverbaar", "100"), ("horizon", "0"), ("horizon", "21"), ("horizon", "4.5"),
                        ("prijspeil", "2015"), ("prijspeil", "2026"), ("prijspeil", "2017.5"),
                        ("bezoekers", "1e999"), ("dagbesteding.aantal", "-1e999")]:
        yield v(name, token, given=token)
    # Schema, base, name.
    for token in ("2", "0", "1.5", "-1", '"1"', "null"):
        yield whole(f"schema {token}", f'{{"schema":{token}}}', "schema", token.strip('"'))
    yield whole("unknown base", '{"base":"rooskleurig"}', "base", "rooskleurig")
    yield whole("base with a capital", '{"base":"Brochure"}', "base", "Brochure")
    yield whole("base a number", '{"base":1}', "base", "1")
    yield whole("name of 201 characters", json.dumps({"name": "n" * 201}), "name")
    yield whole("name a number", '{"name":5}', "name", "5")
    # Shares.
    yield whole("financing 2e-9 above 1", '{"values":{"financiering.gemeente":0.5,"financiering.rijk":0.3,'
                '"financiering.zorgverzekeraar":0.200000002}}', "financiering")
    yield whole("financing above 1 through the default", '{"values":{"financiering.rijk":0.2}}', "financiering")
    yield whole("line 2e-9 above 1", '{"values":{"dagbesteding.gemeente":0.5,"dagbesteding.rijk":0.500000002}}', "dagbesteding")
    yield whole("line above 1 through the default", '{"values":{"uitkeringen.rijk":0.5}}', "uitkeringen")
    yield whole("p.m. line above 1 through the default", '{"values":{"zorggebruik.gemeente":0.01}}', "zorggebruik")
    # Counted.
    yield whole("counted: unknown line", '{"counted":{"zorg":true}}', "zorg", "zorg")
    yield whole("counted: own line", json.dumps({"counted": {"c1": True}, "custom": [saving]}), "c1", "c1")
    yield whole("counted: a number", '{"counted":{"zorggebruik":1}}', "zorggebruik", "1")
    yield whole("counted: a string", '{"counted":{"zorggebruik":"ja"}}', "zorggebruik", "ja")
    yield whole("counted: null", '{"counted":{"zorggebruik":null}}', "zorggebruik", "null")
    # Ranges.

    def a_range(label, name, spec, field, given=None):
        return whole(f"ranges: {label}", f'{{"schema":1,"ranges":{{"{name}":{spec}}}}}', field, given)

    yield a_range("unknown parameter", "bezoeker", '{"kind":"pert","low":1,"high":2}', "bezoeker", "bezoeker")
    yield a_range("own line that is not there", "c9.aantal", '{"kind":"pert","low":1,"high":2}', "c9.aantal")
    yield a_range("unknown kind", "bezoekers", '{"kind":"normaal","low":400,"high":700}', "bezoekers", "normaal")
    yield a_range("low above high", "bezoekers", '{"kind":"pert","low":700,"high":400}', "bezoekers", "700")
    yield a_range("no low", "bezoekers", '{"kind":"pert","high":700}', "bezoekers low")
    yield a_range("no high", "fte", '{"kind":"uniform","low":3}', "fte high")
    yield a_range("low out of limits", "bezoekers", '{"kind":"pert","low":0,"high":700}', "bezoekers", "0")
    yield a_range("high out of limits", "dagbesteding.autonoom", '{"kind":"pert","low":0,"high":1.5}', "dagbesteding.autonoom", "1.5")
    yield a_range("unknown key", "bezoekers", '{"kind":"pert","low":400,"high":700,"mode":500}', "mode", "mode")
    yield a_range("a string for low", "bezoekers", '{"kind":"pert","low":"400","high":700}', "bezoekers low")
    yield a_range("a list", "bezoekers", "[400,700]", "bezoekers")
    # Own lines.
    yield whole("custom is an object", '{"custom":{}}', "custom")
    yield own("a string for a line", ["c1"], "custom")
    yield own("null for a line", [None], "custom")
    for label, name in [("capital", "C1"), ("empty", ""), ("33 characters", "a" * 33), ("digit first", "1c"),
                        ("space", "c 1"), ("underscore", "c_1"), ("é", "é1")]:
        yield own(f"id: {label}", dict(saving, id=name), "custom", name or None)
    yield own("id of a fixed line", dict(saving, id="dagbesteding"), "custom", "dagbesteding")
    yield own("id not a string", dict(saving, id=1), "custom")
    yield own("id twice", [saving, dict(cost)], "custom c1", "c1")
    yield own("no id", {k: x for k, x in saving.items() if k != "id"}, "custom id")
    yield own("no side", {k: x for k, x in saving.items() if k != "side"}, "custom c1.side")
    yield own("unknown side", dict(saving, side="winst"), "custom c1.side", "winst")
    yield own("unknown kind", dict(saving, kind="subsidie"), "custom c1.kind", "subsidie")
    yield own("unknown key", dict(saving, bedrag=3), "custom c1 bedrag", "bedrag")
    yield own("quantity out of limits", dict(saving, quantity=2000000000), "custom c1.quantity", "2000000000")
    yield own("amount out of limits", dict(cost, amount=-2000000000), "custom c1.amount", "-2000000000")
    yield own("quantity a string", dict(saving, quantity="2"), "custom c1.quantity", "2")
    yield own("correction above 1", dict(saving, autonoom=1.2), "custom c1.autonoom", "1.2")
    yield own("counted a string", dict(saving, counted="ja"), "custom c1.counted", "ja")
    yield own("label of 201 characters", dict(saving, label="l" * 201), "custom c1.label")
    yield own("unit of 201 characters", dict(saving, unit="u" * 201), "custom c1.unit")
    yield own("label a number", dict(cost, label=5), "custom c1.label", "5")
    yield own("parties above 1", dict(saving, parties={"gemeente": 0.5, "rijk": 0.500000002}), "custom c1.parties")
    yield own("a party below 0", dict(saving, parties={"rijk": -0.1}), "custom c1.rijk", "-0.1")
    yield own("unknown party", dict(saving, parties={"provincie": 0.1}), "custom c1 provincie", "provincie")
    yield own("parties a list", dict(saving, parties=[1]), "custom c1.parties")
    # Simulation.
    for name, token in [("draws", "999"), ("draws", "1000001"), ("draws", "1000.5"), ("draws", '"1000"'), ("seed", "-1"),
                        ("seed", "9007199254740992"), ("seed", "1.5"), ("seed", "null")]:
        yield whole(f"{name} {token}", f'{{"simulation":{{"{name}":{token}}}}}', name, token.strip('"'))
    yield whole("simulation: unknown key", '{"simulation":{"trekkingen":1000}}', "trekkingen", "trekkingen")
    # The plan.
    funder = {"label": "Fonds", "party": "overig", "amount": 1000}

    def plan(label, funders, field, given=None):
        return whole(f"plan: {label}", json.dumps({"plan": funders}), field, given)

    yield plan("an object", {}, "plan")
    yield plan("21 funders", [funder] * 21, "plan", "21")
    yield plan("a string for a funder", ["Fonds"], "plan[0]", "Fonds")
    yield plan("no party", [{"amount": 5}], "plan[0].party")
    yield plan("unknown party", [dict(funder, party="provincie")], "plan[0].party", "provincie")
    yield plan("neither amount nor share", [{"party": "rijk"}], "plan[0].amount")
    yield plan("amount and share", [dict(funder, share=0.5)], "plan[0].share", "0.5")
    yield plan("amount below 0", [dict(funder, amount=-1)], "plan[0].amount", "-1")
    yield plan("amount out of limits", [funder, dict(funder, amount=2000000000)], "plan[1].amount", "2000000000")
    yield plan("share above 1", [{"party": "rijk", "share": 1.5}], "plan[0].share", "1.5")
    yield plan("share a string", [{"party": "rijk", "share": "0.5"}], "plan[0].share", "0.5")
    yield plan("until 0", [dict(funder, until=0)], "plan[0].until", "0")
    yield plan("until 21", [dict(funder, until=21)], "plan[0].until", "21")
    yield plan("until not whole", [dict(funder, until=2.5)], "plan[0].until", "2.5")
    yield plan("label of 201 characters", [dict(funder, label="l" * 201)], "plan[0].label")
    yield plan("unknown key", [dict(funder, bedrag=3)], "plan[0].bedrag", "bedrag")


# --------------------------------------------------------------------- output

def write(path, rows):
    text = "[\n" + ",\n".join(json.dumps(row, separators=(",", ":"), ensure_ascii=False, allow_nan=False) for row in rows) + "\n]\n"
    path.write_text(text, encoding="utf-8")
    print(f"{path.name}: {len(rows)} rows, {len(text.encode()) / 1e6:.2f} MB")


def main():
    here = Path(__file__).resolve().parent
    rng = random.Random(2026)
    cases, redrawn = [], 0

    def add(name, scenario):
        # Through text and back, so that the outcome belongs to what is written.
        scenario = ref.parse(json.dumps(scenario))
        outcome = ref.evaluate(scenario)
        must_hold(name, outcome)
        cases.append({"name": name, "scenario": scenario, "outcome": outcome})

    for name, scenario, guarded in by_hand():
        if guarded and hinges_on_rounding(scenario, ref.calculate(scenario)):
            raise SystemExit(f"hinges on rounding: {name}")
        add(name, scenario)
    while len(cases) < COUNT:
        scenario = random_scenario(rng)
        ref.validate(scenario)
        if hinges_on_rounding(scenario, ref.calculate(scenario)):
            redrawn += 1
            continue
        add(f"random {len(cases)}", scenario)
    assert len({case["name"] for case in cases}) == COUNT
    write(here / "cases.json", cases)
    rows = [dict(zip(("name", "text", "field", "given"), row)) for row in invalid()]
    assert len({row["name"] for row in rows}) == len(rows)
    write(here / "invalid.json", rows)
    paid = [case["outcome"]["payback_year"] for case in cases]
    print(f"redrawn {redrawn}; payback: {len(paid) - paid.count(None)} of {COUNT}")


if __name__ == "__main__":
    main()
