"""The three counts of one's own centre, and the helper for person-years of uitkering."""

import copy
from decimal import Decimal, getcontext
from fractions import Fraction

from scenario import own_number, settle, settled_line, upgrade
from tables import CORRECTIONS, LINES, PRESETS


def strictest(correction, own, preset):
    return min(own, preset) if correction in ("toerekening", "verzilverbaar") else max(own, preset)


def preset_corrections(line, *corrections):
    stated = PRESETS["voorzichtig"][0]
    return {c: Fraction(stated[f"{line}.{c}"]) for c in corrections if f"{line}.{c}" in stated}


def counted_as(scenario, count):
    """The scenario (of version 2) as it is counted `voorzichtig`, `geen-effect` or `gunstig`."""
    scenario = copy.deepcopy(upgrade(scenario))
    state = settle(scenario)
    values, counted = state["values"], state["counted"]
    named, ranges = scenario.setdefault("values", {}), scenario.setdefault("ranges", {})
    fixed = {name for name, spec in ranges.items() if spec.get("kind", "pert") == "fixed"}
    own = [line for line in scenario.get("custom", []) if line["side"] == "saving" and line.get("counted", True)]

    def harm(line):
        if isinstance(line, str):
            return values[f"{line}.aantal"] * values[f"{line}.bedrag"] < 0
        return own_number(line, "quantity") * own_number(line, "amount") < 0

    def set_value(name, value):
        if name not in fixed:
            named[name] = value

    if count == "voorzichtig":
        for name, line in LINES.items():
            # These two also where they are not counted; other lines only where they are.
            if harm(name) or not (counted[name] or name in ("uitkeringen", "dagbesteding")):
                continue
            for c, preset in corrections_for(line.kind).items():
                set_value(f"{name}.{c}", strictest(c, values[f"{name}.{c}"], preset))
        for line in own:
            if harm(line):
                continue
            whole = settled_line(line)
            for c, preset in corrections_for(whole["kind"]).items():
                if f"{line['id']}.{c}" not in fixed:
                    line[c] = strictest(c, whole[c], preset)
    elif count == "geen-effect":
        for name in LINES:
            if counted[name] and not harm(name) and f"{name}.aantal" not in fixed:
                named[f"{name}.aantal"] = 0
                ranges[f"{name}.aantal"] = {"kind": "fixed"}
        for line in own:
            if not harm(line) and f"{line['id']}.aantal" not in fixed:
                line["quantity"] = 0
                ranges[f"{line['id']}.aantal"] = {"kind": "fixed"}
    elif count == "gunstig":
        for name, factor in (("uitkeringen", Fraction("1.5")), ("dagbesteding", Fraction("1.25"))):
            if not harm(name):
                set_value(f"{name}.aantal", values[f"{name}.aantal"] * factor)
        for name in ("zorggebruik", "overlast"):
            aantal = values[f"{name}.aantal"]
            if aantal == 0 and f"{name}.aantal" not in fixed:
                aantal = 10 * values["bezoekers"] / 500
            if aantal * values[f"{name}.bedrag"] < 0:
                continue  # harm, or what would become it: the line stays as it is
            scenario.setdefault("counted", {})[name] = True
            if aantal != values[f"{name}.aantal"]:
                named[f"{name}.aantal"] = aantal
    else:
        raise ValueError(count)
    return scenario


def corrections_for(kind):
    if kind == "overdracht":
        return preset_corrections("uitkeringen", *CORRECTIONS)
    if kind == "besparing":
        return preset_corrections("dagbesteding", *CORRECTIONS, "verzilverbaar")
    return preset_corrections("dagbesteding", *CORRECTIONS)


COUNTS = ("voorzichtig", "geen-effect", "gunstig")


# ------------------------------------------------ helper for person-years of uitkering

def person_years(exits, still_off, leave_anyway, years):
    """A(n): person-years without uitkering from `exits` people a year, after at most four
    years. In decimals of fifty digits: (1 - x)^(k + 1/2) is no fraction."""
    getcontext().prec = 50
    exits, still_off, stay = Decimal(exits), Decimal(still_off), 1 - Decimal(leave_anyway)
    total = Decimal(0)
    for k in range(min(years, 4)):
        kept = stay.sqrt() * stay**k if k else stay.sqrt()
        off = still_off**k if k else Decimal(1)
        total += (Decimal("0.5") if k == 0 else 1) * max(Decimal(0), off - 1 + kept)
    return float(exits * total)
