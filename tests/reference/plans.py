#!/usr/bin/env python3
"""Writes plans.json: scenarios with a dekkingsplan, and their outcomes.

    python3 plans.py

Seeded, as generate.py is, whose scenarios these are with a plan put in; a file
of its own, so that those of cases.json stay what they are.
"""

import json
import random
import sys
from fractions import Fraction
from pathlib import Path

sys.dont_write_bytecode = True
import generate
import reference as ref

COUNT = 120


def by_hand():
    """(name, scenario): each worked out on paper as well, in the comment."""
    gemeente = {"label": "Gemeente X", "party": "gemeente", "amount": 200000}
    fonds = {"label": "Fonds Y", "party": "overig", "amount": 100000, "until": 2}
    # 300,000 a year: covered in years 1 and 2, then 100,000 short.
    yield "a fund that stops", {"plan": [gemeente, fonds]}
    # In year 1 start-up costs come on top, and half of them too: 20,000 short.
    yield "start-up costs", {"values": {"startkosten": 40000}, "plan": [
        dict(gemeente, amount=150000), {"party": "rijk", "share": 0.5}]}
    # 310,000 + 330,000 + ...: costs rise by a tenth, the amount does not.
    yield "costs that rise", {"values": {"kostenstijging": 0.1}, "plan": [dict(gemeente, amount=300000)]}
    # 20,000 more than the costs, in every year.
    yield "a surplus", {"plan": [dict(gemeente, amount=320000)]}
    yield "shares that leave only rounding", {"plan": [
        {"party": "gemeente", "share": 0.1}, {"party": "rijk", "share": 0.2}, {"party": "overig", "share": 0.7}]}
    yield "shares above the whole", {"plan": [{"party": "gemeente", "share": 1}, {"party": "rijk", "share": 0.25}]}
    yield "the shares of financing do not hold", {
        "values": {"financiering.gemeente": 0.2, "financiering.rijk": 0.8}, "plan": [dict(gemeente, amount=1)]}
    # Own income above the costs: a share of less than nothing.
    yield "costs below nothing", {"values": {"eigen-inkomsten": 400000}, "plan": [
        {"party": "gemeente", "share": 0.5}, dict(fonds, until=1)]}
    yield "an empty plan is none", {"plan": []}
    yield "stops after the horizon", {"values": {"horizon": 2}, "plan": [gemeente, dict(fonds, until=20)]}


def funder(rng):
    out = {}
    if rng.random() < 0.8:
        out["label"] = rng.choice(["Gemeente", "Fonds “Y” é", "", "Zorgverzekeraar"])
    out["party"] = rng.choice([*ref.PARTIES, "overig", "gemeente"])
    if rng.random() < 0.6:
        way = rng.random()
        amount = rng.uniform(0, 250000) if way < 0.8 else rng.choice([0, 10**9, 300000, rng.uniform(0, 10**9)])
        out["amount"] = generate.tidy(rng, amount)
    else:
        out["share"] = rng.choice([0, 1, 0.1, 0.25, 1 / 3, round(rng.random(), 2), rng.random()])
    if rng.random() < 0.5:
        out["until"] = rng.choice([1, 2, 3, 4, rng.randint(1, 20)])
    return out


def hinges(scenario, out):
    """Whether a rest lies at the very edge of what counts as rounding."""
    for row in out.get("financing", {}).get("years", []):
        largest = max(abs(amount) for amount in [row["costs"], *row["funders"]])
        rest = abs(row["costs"] - sum(row["funders"]))
        if largest and ref.DUST / 2 < rest / largest < ref.DUST * 2:
            return True
    return generate.hinges_on_rounding(scenario, out)


def must_hold(name, out):
    """What the parties pay and what nobody pays are the costs, in every year."""
    parties = out["parties"].values()
    if "financing" not in out:
        return
    found = out["financing"]
    amounts = [1.0, abs(out["costs"]["net"]), *[row["costs"] for row in found["funders"]]]
    rest = found["uncovered"] - found["surplus"]
    assert abs(sum(p["costs"] for p in parties) + rest - out["costs"]["net"]) <= 1e-8 * max(amounts), name
    for row, year in zip(found["years"], out["years"]):
        scale = max(1.0, abs(row["costs"]), *row["funders"])
        assert row["costs"] == year["costs"], name
        assert abs(row["paid"] + row["uncovered"] - row["surplus"] - row["costs"]) <= 1e-8 * scale, name
        assert row["uncovered"] == 0 or row["surplus"] == 0, name


def main():
    rng = random.Random(2027)
    cases = []

    def add(name, scenario):
        scenario = ref.parse(json.dumps(scenario))
        outcome = ref.evaluate(scenario)
        must_hold(name, outcome)
        cases.append({"name": name, "scenario": scenario, "outcome": outcome})

    for name, scenario in by_hand():
        add(f"plan: {name}", scenario)
    while len(cases) < COUNT:
        scenario = generate.random_scenario(rng)
        count = rng.choice([1, 1, 2, 2, 3, 3, 4, 6, 20])
        scenario["plan"] = [funder(rng) for _ in range(count)]
        ref.validate(scenario)
        if not hinges(scenario, ref.calculate(scenario)):
            add(f"plan: random {len(cases)}", scenario)
    generate.write(Path(__file__).resolve().parent / "plans.json", cases)
    short = sum(any(row["uncovered"] for row in case["outcome"].get("financing", {}).get("years", [])) for case in cases)
    print(f"something uncovered in {short} of {len(cases)}")


if __name__ == "__main__":
    main()
