#!/usr/bin/env python3
"""Writes plans.json: scenarios with a dekkingsplan, and their outcomes.

    python3 plans.py

Seeded, as generate.py is, whose random scenarios these are with a plan put in; a
file of its own, so that those of cases.json stay what they are.
"""

import sys

sys.dont_write_bytecode = True
from draws import funder
from generate import chosen, drawn, write

COUNT, OF_VERSION_1 = 120, 15


def by_hand():
    """(name, scenario); a comment says what the plan gives, worked out on paper."""
    gemeente = {"label": "Gemeente X", "party": "gemeente", "amount": 200000}
    fonds = {"label": "Fonds Y", "party": "overig", "amount": 100000, "until": 2}
    # 300,000 a year: covered in years 1 and 2, then 100,000 short, as in a full-effect year.
    yield "a fund that stops", {"schema": 2, "plan": [gemeente, fonds]}
    # In year 1 start-up costs come on top, and half of them too: 20,000 short.
    yield "start-up costs", {"values": {"startkosten": 40000}, "plan": [
        dict(gemeente, amount=150000), {"party": "rijk", "share": 0.5}]}
    # 310,000 + 330,000 + ...: costs rise by a tenth, the amount does not.
    yield "costs that rise", {"values": {"kostenstijging": 0.1}, "plan": [dict(gemeente, amount=300000)]}
    # 20,000 more than the costs, in every year.
    yield "a surplus", {"plan": [dict(gemeente, amount=320000)]}
    # 0.1 + 0.2 + 0.7 of 300,000: nothing uncovered.
    yield "shares that leave only rounding", {"plan": [
        {"party": "gemeente", "share": 0.1}, {"party": "rijk", "share": 0.2}, {"party": "overig", "share": 0.7}]}
    # A quarter of 300,000 too much: 75,000.
    yield "shares above the whole", {"plan": [{"party": "gemeente", "share": 1}, {"party": "rijk", "share": 0.25}]}
    # One euro by the gemeente, nothing by the rijk: 299,999 short.
    yield "the shares of financing do not hold", {
        "values": {"financiering.gemeente": 0.2, "financiering.rijk": 0.8}, "plan": [dict(gemeente, amount=1)]}
    # Own income above the costs: a share of less than nothing.
    yield "costs below nothing", {"values": {"eigen-inkomsten": 400000}, "plan": [
        {"party": "gemeente", "share": 0.5}, dict(fonds, until=1)]}
    # The gemeente pays all 300,000, as the shares of financing say.
    yield "an empty plan is none", {"plan": []}
    # Nobody's payment lasts: in a full-effect year all 300,000 are uncovered.
    yield "nothing lasts", {"plan": [dict(gemeente, until=4), dict(fonds, until=20)]}
    # 300,000 in both years of the horizon; in a full-effect year 100,000 short.
    yield "stops after the horizon", {"values": {"horizon": 2}, "plan": [gemeente, dict(fonds, until=20)]}
    # The gemeente pays 200,000 and saves 100,000 of dagbesteding; of 54,000 bijstand half follows.
    yield "a small gemeente", {"values": {"inwoners-gemeente": 27500, "perspectief": "gemeente", "horizon": 5}, "plan": [gemeente, fonds]}
    # The fund pays 100,000 in two years; 200,000, then 300,000 short. Welfare pays nothing.
    yield "welfare", {"values": {"perspectief": "samenleving", "kwaliteit-van-leven.aantal": 3},
                      "counted": {"kwaliteit-van-leven": True}, "plan": [fonds]}
    # 500 × 600 × P; year 1 has 50,000 more, of which a tenth is short; then four tenths of the costs.
    yield "a share that stops, of costs with a start", {
        "values": {"startkosten": 50000, "fase": "nieuw", "prijspeil": 2027, "kostenbasis": "kengetal"},
        "plan": [{"label": "Rijk", "party": "rijk", "share": 0.3, "until": 1}, {"party": "gemeente", "share": 0.6}]}
    # 1,000 to 20,000 sum to 210,000 in year 1; each year one fewer, and none that lasts.
    yield "twenty funders", {"plan": [{"label": str(n), "party": "zorgverzekeraar", "amount": 1000 * n, "until": n} for n in range(1, 21)]}
    # 200,000 and a fifth of 300,000: 40,000 short, as in version 1.
    yield "v1: for good", {"schema": 1, "base": "voorzichtig", "plan": [gemeente, {"party": "overig", "share": 0.2}]}
    # The same 100,000 short in a full-effect year: in that, version 1 is read as version 2.
    yield "v1: until a year", {"schema": 1, "plan": [gemeente, fonds]}


def with_plan(streams, scenario):
    count = streams.of("plan").choice([1, 1, 2, 2, 3, 3, 4, 6, 20])
    scenario["plan"] = [funder(streams.of("funder", place)) for place in range(count)]
    return scenario


def main():
    cases = [chosen(f"plan: {name}", scenario) for name, scenario in by_hand()]
    cases += [drawn(f"plan: v1: random {place}", 2027, 1, with_plan) for place in range(OF_VERSION_1)]
    cases += [drawn(f"plan: random {place}", 2027, 2, with_plan) for place in range(COUNT - len(cases))]
    assert len({case["name"] for case in cases}) == len(cases) == COUNT
    write("plans.json", cases)
    short = sum(any(row["uncovered"] for row in case["outcome"].get("financing", {}).get("years", [])) for case in cases)
    print(f"something uncovered in {short} of {len(cases)}")


if __name__ == "__main__":
    main()
