"""From a valid scenario to every value: version 1 to version 2, then what is not named."""

import copy
from fractions import Fraction

from tables import (CHOICES, CPI, DUST, LINES, PARAMETERS, PARTIES, PRESETS, PRESETS_1, TRANSFERS,
                    VERSION_1, own_limits)


# ------------------------------------------------------------------- version 1

def own_transfers(scenario):
    return [line for line in scenario.get("custom", [])
            if line.get("side") == "saving" and line.get("kind", "besparing") == "overdracht"]


def names_version_1(scenario):
    """Whether there is a value that only version 1 knew: `verzilverbaar` on a transfer."""
    names = set(scenario.get("values", {})) | set(scenario.get("ranges", {}))
    own = own_transfers(scenario)
    return (any(name in names for name in VERSION_1) or any("verzilverbaar" in line for line in own)
            or any(f"{line.get('id')}.verzilverbaar" in names for line in own))


def version_of(scenario):
    if "schema" in scenario:
        return int(scenario["schema"])
    return 1 if names_version_1(scenario) else 2


def cashed(shares, z):
    """Four shares with z: each party's x z, and the rest to `rijk`."""
    shares = {party: share * z for party, share in shares.items()}
    shares["rijk"] += 1 - z
    return {party: shares[party] for party in PARTIES}


def upgrade(scenario):
    """The same scenario in version 2 (numbers may become fractions)."""
    if version_of(scenario) == 2:
        return scenario
    scenario = copy.deepcopy(scenario)
    scenario["schema"] = 2
    named = scenario.setdefault("values", {})
    extra = PRESETS_1.get(scenario.get("base"), {})
    cashable = {name: Fraction(named.pop(f"{name}.verzilverbaar", extra.get(f"{name}.verzilverbaar", 1)))
                for name in TRANSFERS}
    named.setdefault("discontovoet", Fraction("0.0225"))
    named.setdefault("samenhang", 0)
    named.setdefault("kans-geen-effect", 0)
    settled = settle(scenario)
    values = settled["values"]
    if "fase" not in named:
        both = values["ingroei-jaar-1"] == 1 and values["ingroei-jaar-2"] == 1
        named["fase"] = "bestaand" if both else "nieuw"
    if "kwaliteit-van-leven.bedrag" not in named and values["kwaliteit-van-leven.aantal"] != 0:
        named["kwaliteit-van-leven.bedrag"] = 50000 * settled["factor"]
    for name, z in cashable.items():
        if z < 1 and values[f"{name}.aantal"] * values[f"{name}.bedrag"] >= 0:
            shares = cashed(with_rest({party: values[f"{name}.{party}"] for party in PARTIES}), z)
            named.update({f"{name}.{party}": share for party, share in shares.items()})
    for line in own_transfers(scenario):
        z = Fraction(line.pop("verzilverbaar", 1))
        if z < 1 and own_number(line, "quantity") * own_number(line, "amount") >= 0:
            line["parties"] = cashed(own_shares(line), z)
    # A z in `ranges` is dropped; SILENT: so is any other range that version 2 does not take.
    limits = own_limits(scenario.get("custom", []), 2)
    scenario["ranges"] = {name: spec for name, spec in scenario.get("ranges", {}).items()
                          if name in limits or (name in PARAMETERS and PARAMETERS[name].ranged)}
    return scenario


# ----------------------------------------------------------------- every value

def price_factor(year, inflation):
    factor = Fraction(1)
    for each in range(2017, year + 1):
        factor *= 1 + (Fraction(CPI[each]) / 100 if each in CPI else inflation)
    return factor


def settle(scenario):
    """A scenario of version 2 with every value filled in, exact."""
    preset_values, preset_counted = PRESETS[scenario.get("base", "brochure")]
    named = dict(scenario.get("values", {}))
    choices = {name: named.pop(name, words[0]) for name, words in CHOICES.items()}

    def stated(name):
        return named.get(name, preset_values.get(name))

    year = stated("prijspeil")
    inflation = Fraction(named.get("verwachte-inflatie", PARAMETERS["verwachte-inflatie"].default))
    factor = price_factor(2016 if year is None else int(year), inflation)
    values = {}
    for name, parameter in PARAMETERS.items():
        # Only defaults are indexed; a named amount stands as it is.
        default = parameter.default * factor if parameter.indexed else parameter.default
        values[name] = default if stated(name) is None else Fraction(stated(name))
    counted = {name: line.counted for name, line in LINES.items()}
    counted.update(preset_counted)
    counted.update(scenario.get("counted", {}))
    return {"values": values, "choices": choices, "counted": counted, "factor": factor,
            "own": [settled_line(line) for line in scenario.get("custom", [])],
            "plan": scenario.get("plan", []), "ranges": scenario.get("ranges", {}),
            "pm": scenario.get("simulation", {}).get("pm", "weglaten")}


def settled_line(line):
    out = {"id": line["id"], "side": line["side"],
           "aantal": own_number(line, "quantity"), "bedrag": own_number(line, "amount")}
    if line["side"] == "saving":
        # SILENT: an own line's kind that is not named. Read as besparing.
        out.update(kind=line.get("kind", "besparing"), counted=line.get("counted", True),
                   parties=own_shares(line))
        for key, default in (("autonoom", 0), ("toerekening", 1), ("verdringing", 0), ("verzilverbaar", 1)):
            out[key] = Fraction(line.get(key, default))
    return out


def own_number(line, key):
    # SILENT: an own line's quantity or amount that is not named. Read as 0.
    return Fraction(line.get(key, 0))


def own_shares(line):
    return with_rest(line.get("parties") or {"gemeente": 1})


def with_rest(shares):
    """The three named shares, and what is left for `overig`."""
    shares = {party: Fraction(shares.get(party, 0)) for party in PARTIES}
    rest = 1 - sum(shares.values())
    shares["overig"] = Fraction(0) if rest < DUST else rest
    return shares


def read(scenario):
    """Every value of a valid scenario of either version."""
    return settle(upgrade(scenario))
