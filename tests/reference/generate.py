#!/usr/bin/env python3
"""Writes cases.json, counts.json, helpers.json, sensitivity.json and invalid.json.

    python3 generate.py

Seeded, so the same files come out every time. Every scenario is accepted and
calculated by reference.py; one whose outcome hinges on a tie within rounding is
drawn again (exact ties, in sums that doubles represent exactly, are kept). What
must be covered is chosen by hand (by_hand.py); the random ones come on top.
"""

import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True
import reference as ref
import spreads as spread
from by_hand import by_hand, saving
from counts import COUNTS, counted_as, person_years
from draws import Streams, funder, random_scenario, some_ranges
from case_checks import hinges_on_rounding, must_hold
from invalid import invalid
from scenario import version_of
from tables import PARAMETERS

HERE = Path(__file__).resolve().parent
COUNT, OF_VERSION_1 = 400, 100


def worked_out(name, scenario, count=None, guarded=True):
    """The case, or nothing if it hinges on rounding."""
    # Through text and back, so that the outcome belongs to what is written.
    scenario = ref.parse(json.dumps(scenario))
    seen = counted_as(scenario, count) if count else scenario
    exact = ref.calculate(ref.read(seen))
    if guarded and hinges_on_rounding(seen, exact):
        return None
    must_hold(name, seen, exact)
    return {"name": name, "scenario": scenario, **({"count": count} if count else {}), "outcome": ref.rounded(exact)}


def chosen(name, scenario, count=None, guarded=True):
    case = worked_out(name, scenario, count, guarded)
    if case is None:
        raise SystemExit(f"hinges on rounding: {name}")
    return case


def drawn(name, seed, version, make=None):
    """The first scenario of this seed that does not hinge on rounding."""
    for attempt in range(100):
        streams = Streams(seed, name, attempt)
        scenario = random_scenario(streams, version)
        if make:
            scenario = make(streams, scenario)
        case = worked_out(name, scenario)
        if case:
            return case
    raise SystemExit(f"a hundred times in a row: {name}")


def cases():
    found = [chosen(name, scenario, guarded=guarded) for name, scenario, guarded in by_hand()]
    old = sum(version_of(case["scenario"]) == 1 for case in found)
    for place in range(OF_VERSION_1 - old):
        found.append(drawn(f"v1: random {place}", 2026, 1))
    for place in range(COUNT - len(found)):
        found.append(drawn(f"random {place}", 2026, 2))
    assert len({case["name"] for case in found}) == len(found) == COUNT
    return found


# ------------------------------------------------------------- counts, helpers

def to_count():
    """Scenarios of which each count is worked out: (name, scenario)."""
    fixed = {"kind": "fixed"}
    harm = {"uitkeringen.aantal": -2, "dagbesteding.bedrag": -300, "zorggebruik.aantal": -1, "overlast.aantal": 4}
    yield "brochure", {}
    yield "gunstig", {"base": "gunstig"}
    yield "voorzichtig", {"base": "voorzichtig"}
    yield "a centre of its own", {"values": {"bezoekers": 120, "uitkeringen.aantal": 2.5, "dagbesteding.aantal": 7, "prijspeil": 2026,
                                             "kostenbasis": "kengetal"}}
    yield "stricter already", {"values": {
        "uitkeringen.autonoom": 0.6, "uitkeringen.toerekening": 0.9, "uitkeringen.verdringing": 0.3,
        "dagbesteding.autonoom": 0.1, "dagbesteding.toerekening": 0.5, "dagbesteding.verdringing": 0.2, "dagbesteding.verzilverbaar": 0.4}}
    yield "sure of all effects", {"ranges": {f"{name}.aantal": fixed for name in ("uitkeringen", "dagbesteding", "zorggebruik", "overlast")}}
    yield "sure of some corrections", {"ranges": {
        "uitkeringen.autonoom": fixed, "dagbesteding.verzilverbaar": fixed, "dagbesteding.toerekening": {"kind": "uniform", "low": 0.2, "high": 0.9}}}
    yield "harm", {"values": harm, "counted": {"zorggebruik": True, "overlast": True}}
    yield "harm that is not counted", {"values": harm}
    yield "p.m. lines with a number", {"values": {"zorggebruik.aantal": 3, "overlast.aantal": 40, "betaald-werk.aantal": 800}}
    yield "p.m. lines counted", {
        "values": {"zorggebruik.aantal": 3, "overlast.autonoom": 0.3, "betaald-werk.aantal": 800, "kwaliteit-van-leven.aantal": 2,
                   "perspectief": "samenleving"},
        "counted": {"zorggebruik": True, "overlast": True, "betaald-werk": True, "kwaliteit-van-leven": True}}
    yield "one of two p.m. lines fixed at 0", {"ranges": {"overlast.aantal": fixed}, "values": {"bezoekers": 800}}
    yield "own lines", {"custom": [
        saving("a"), saving("b", kind="overdracht", autonoom=0.6), saving("c", kind="welvaart"), saving("d", counted=False),
        saving("e", kind="overdracht", counted=False), saving("f", quantity=-2), saving("g", kind="welvaart", amount=-3),
        {"id": "h", "side": "cost", "label": "Scholing", "quantity": 2, "amount": 900},
        {"id": "i", "side": "saving", "quantity": 3, "amount": 1000}],
        "ranges": {"h.aantal": {"kind": "uniform", "low": 1, "high": 4}, "a.bedrag": {"low": 8000, "high": 9500}}}
    yield "own lines that are sure", {"custom": [saving("a"), saving("b", kind="overdracht"), saving("c", kind="welvaart")],
                                      "ranges": {"a.aantal": fixed, "a.verzilverbaar": fixed, "b.toerekening": fixed, "c.aantal": fixed}}
    yield "a small gemeente with a plan", {
        "values": {"inwoners-gemeente": 18000, "perspectief": "gemeente", "horizon": 6, "fase": "nieuw"},
        "plan": [{"label": "Gemeente", "party": "gemeente", "share": 0.7}, {"label": "Fonds", "party": "overig", "amount": 40000, "until": 3}]}
    yield "a file of version 1", {"schema": 1, "base": "voorzichtig", "values": {"uitkeringen.verzilverbaar": 0.5, "prijspeil": 2022},
                                  "custom": [saving("a", kind="overdracht", verzilverbaar=0.4)]}
    yield "nothing counted", {"counted": {"uitkeringen": False, "dagbesteding": False}, "base": "geen-effect"}
    yield "SILENT: the first two lines not counted", {"counted": {"uitkeringen": False, "dagbesteding": False}}
    yield "SILENT: what would become harm is not counted either", {"values": {"zorggebruik.bedrag": -100, "overlast.bedrag": -1}}


def counts():
    found = [chosen(f"{name}: {count}", scenario, count) for name, scenario in to_count() for count in COUNTS]
    place = 0
    while len(found) < 120:
        scenario = random_scenario(Streams(2028, place), 2 if place % 4 else 1)
        trio = [worked_out(f"random {place}: {count}", scenario, count) for count in COUNTS]
        place += 1
        if all(trio) and not wild(trio[0]["scenario"]):
            found += trio
    return found


def wild(scenario):
    """Quantities so large that 1.5 times as many would be out of limits."""
    return any(abs(value) > 10**8 for value in scenario.get("values", {}).values() if not isinstance(value, str))


def helpers():
    rows = [(4, 0.7, 0.084, years) for years in range(1, 8)]
    rows += [(exits, 0.7, 0.084, 4) for exits in (0, 1, 2.5, 12)]
    rows += [(4, off, 0.084, years) for off in (0, 0.5, 0.916, 0.95, 1) for years in (1, 2, 4)]
    rows += [(4, 0.7, leave, years) for leave in (0, 0.234, 0.3, 0.6, 0.9, 1) for years in (1, 2, 3, 4)]
    rows += [(10, 1, 0, years) for years in (1, 2, 3, 4)]
    return [{"exits": e, "still_off": s, "leave_anyway": x, "years": n, "aantal": person_years(e, s, x, n)} for e, s, x, n in rows]


# ----------------------------------------------------------------- sensitivity

def by_hand_swings():
    for perspective in ("partijen", "gemeente", "samenleving"):
        for pm in ("weglaten", "trekken"):
            yield f"{perspective}, {pm}", {"values": {"perspectief": perspective, "fase": "nieuw", "inwoners-gemeente": 25000,
                                                      "overlast.aantal": 12}, "simulation": {"pm": pm}}
    yield "counted lines without a default quantity", {
        "values": {"zorggebruik.aantal": 7, "overlast.aantal": -4, "betaald-werk.aantal": 0}, "counted": {
            "zorggebruik": True, "overlast": True, "betaald-werk": True}}
    yield "negative quantities", {"values": {"uitkeringen.aantal": -3, "dagbesteding.aantal": -8, "dagbesteding.bedrag": -100}}
    for fee in (0, 200, 800, 1600, 9000):
        yield f"a fee of {fee} a volunteer", {"values": {"vergoeding-per-vrijwilliger": fee, "prijspeil": 2019}}
    yield "shares outside their range", {"values": {"dagbesteding.autonoom": 0.7, "uitkeringen.toerekening": 0.2, "dagbesteding.verdringing": 0.4,
                                                    "dagbesteding.verzilverbaar": 0.1, "discontovoet": 0.09, "fase": "nieuw", "ingroei-jaar-1": 0}}
    yield "a share of harm", {"values": {"dagbesteding.aantal": 2}, "ranges": {"dagbesteding.aantal": {"low": -9, "high": 12}}}
    yield "a user's range is widened, not moved", {"values": {"fte": 9, "bezoekers": 100}, "ranges": {
        "fte": {"low": 1, "high": 3}, "huisvesting": {"kind": "uniform", "low": 60000, "high": 80000}}}
    yield "one end named", {"values": {"fte": 6, "dagbesteding.bedrag": 5000}, "ranges": {
        "fte": {"high": 8}, "dagbesteding.bedrag": {"low": 4000}, "dagbesteding.autonoom": {"kind": "uniform", "high": 0.8}, "discontovoet": {"low": 0.02}}}
    yield "p.m. drawn in a large centre", {"values": {"bezoekers": 1500, "perspectief": "samenleving", "kwaliteit-van-leven.aantal": 50, "prijspeil": 2028},
                                           "counted": {"uitkeringen": False}, "simulation": {"pm": "trekken"}}
    yield "v1: ranges of version 1", {"schema": 1, "base": "voorzichtig", "values": {"prijspeil": 2022, "kwaliteit-van-leven.aantal": 2},
                                      "counted": {"kwaliteit-van-leven": True}, "ranges": {"uitkeringen.verzilverbaar": {"low": 0, "high": 1}}}


def ambiguous(state):
    """Ranges of which the specification leaves more than one reading."""
    for name, spec in state["ranges"].items():
        ends = [end for end in ("low", "high") if end in spec]
        if len(ends) == 1 and name in PARAMETERS:  # one end, beyond the default's other
            low, high = spread.default_range({**state, "only_drawn": set()}, name, spread.values_of(state)[name])
            if "low" in spec and spec["low"] > high or "high" in spec and spec["high"] < low:
                return True
        if spec.get("kind") == "fixed" and state["pm"] == "trekken" and name not in PARAMETERS:
            return True
    return False


def unclear(state):
    """Whether it is rounding that decides if a parameter moves a figure."""
    for name, found in spread.spreads(state).items():
        ends = [spread.four_figures(spread.with_value(state, name, end)) for end in (found.low, found.high)]
        for a, b in zip(ends[0].values(), ends[1].values()):
            if 0 < abs(a - b) < max(1, abs(a), abs(b)) / 10**6:
                return True
    return False


def swings():
    found = []

    def add(name, scenario):
        scenario = ref.parse(json.dumps(scenario))
        settled = ref.read(scenario)
        if ambiguous(settled) or wild(scenario) or any(abs(line["aantal"] * line["bedrag"]) > 10**9 for line in settled["own"]):
            return False
        state = spread.in_draws(settled)
        if unclear(state):
            return False
        found.append({"name": name, "scenario": scenario, "sensitivity": ref.rounded(spread.sensitivity(state))})
        return True

    for name, scenario in by_hand_swings():
        if not add(name, scenario):
            raise SystemExit(f"not clear: {name}")
    place = 0
    while len(found) < 80:
        streams = Streams(2029, place)
        scenario = random_scenario(streams, 1 if place % 5 == 0 else 2)
        rng = streams.of("swings")
        if "ranges" not in scenario and rng.random() < 0.4:
            scenario["ranges"] = some_ranges(rng, scenario.get("custom", []), 2)
        if rng.random() < 0.2:
            scenario["plan"] = [funder(streams.of("funder", at)) for at in range(2)]
        add(f"random {place}", scenario)
        place += 1
    return found


# --------------------------------------------------------------------- output

def write(name, rows):
    text = "[\n" + ",\n".join(json.dumps(row, separators=(",", ":"), ensure_ascii=False, allow_nan=False) for row in rows) + "\n]\n"
    (HERE / name).write_text(text, encoding="utf-8")
    print(f"{name}: {len(rows)} rows, {len(text.encode()) / 1e6:.2f} MB")


def main():
    all_cases = cases()
    write("cases.json", all_cases)
    write("counts.json", counts())
    write("helpers.json", helpers())
    write("sensitivity.json", swings())
    rows = [dict(zip(("name", "text", "field", "given"), row)) for row in invalid()]
    assert len({row["name"] for row in rows}) == len(rows)
    write("invalid.json", rows)
    paid = [case["outcome"]["payback_year"] for case in all_cases]
    old = sum(version_of(case["scenario"]) == 1 for case in all_cases)
    print(f"of version 1: {old}; payback: {len(paid) - paid.count(None)} of {COUNT}")


if __name__ == "__main__":
    main()
