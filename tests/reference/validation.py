"""Which scenarios are refused, and why; of both versions."""

import json
import re
from fractions import Fraction

from scenario import settle, version_of
from tables import (CHOICES, CORRECTIONS, DUST, KINDS, LINES, PARAMETERS, PARTIES, PAYERS, PRESETS,
                    VERSION_1, own_limits)


class Problem(Exception):
    """Why a scenario is refused: the field, what was given and what is allowed."""

    def __init__(self, field, given=None, allowed=None):
        self.field, self.given, self.allowed = field, given, allowed
        super().__init__(f"{field}: given {shown(given)}; allowed is {allowed}")


def shown(given):
    try:
        return json.dumps(given, ensure_ascii=False, default=str)[:100]
    except (ValueError, RecursionError):
        return "something"


SCENARIO_KEYS = ("schema", "name", "base", "values", "counted", "ranges", "custom", "plan", "simulation", "meta")
FUNDER_KEYS = ("label", "party", "amount", "share", "until")
COST_KEYS = ("id", "side", "label", "quantity", "amount")
SAVING_KEYS = (*COST_KEYS, "kind", "counted", "unit", *CORRECTIONS, "verzilverbaar", "parties")
RANGE_KINDS = ("fixed", "uniform", "triangular", "pert")
MAX_LINES, MAX_FUNDERS = 200, 20


def parse(text):
    """The scenario in a text, or a Problem."""
    def no_token(token):
        raise Problem("(not JSON)", token, "JSON")

    def no_duplicates(pairs):
        seen = {}
        for key, value in pairs:
            if key in seen:
                raise Problem(key, "named twice", "once")
            seen[key] = value
        return seen

    try:
        scenario = json.loads(text, parse_constant=no_token, object_pairs_hook=no_duplicates)
    except (ValueError, RecursionError) as error:
        raise Problem("(not JSON)", str(error), "JSON") from None
    validate(scenario)
    return scenario


def validate(scenario):
    """Nothing, or a Problem. The text has been read; of both versions."""
    if not isinstance(scenario, dict):
        raise Problem("(no scenario)", scenario, "an object")
    only_keys("", scenario, SCENARIO_KEYS)
    if "schema" in scenario and number("schema", scenario["schema"]) not in (1, 2):
        raise Problem("schema", scenario["schema"], "1 or 2")
    if "name" in scenario:
        text_of("name", scenario["name"])
    if "base" in scenario:
        one_of("base", scenario["base"], PRESETS)
    for key in ("values", "counted", "ranges", "simulation", "meta"):
        if key in scenario and not isinstance(scenario[key], dict):
            raise Problem(key, scenario[key], "an object")
    custom = scenario.get("custom", [])
    validate_list("custom", custom, MAX_LINES)
    version = version_of(scenario)
    known = {**PARAMETERS, **VERSION_1} if version == 1 else PARAMETERS

    for name, value in scenario.get("values", {}).items():
        if name in CHOICES:
            one_of(name, value, CHOICES[name])
        elif name not in known:
            raise Problem(name, name, "a parameter")
        else:
            p = known[name]
            number(name, value, p.low, p.high, p.whole)
    for name, value in scenario.get("counted", {}).items():
        if name not in LINES:
            raise Problem(f"counted {name}", name, ", ".join(LINES))
        true_or_false(f"counted {name}", value)

    validate_plan(scenario.get("plan", []))
    validate_custom(custom, version)
    limits = own_limits(custom, version)
    for name, spec in scenario.get("ranges", {}).items():
        validate_range(name, spec, known, limits, version)
    simulation = scenario.get("simulation", {})
    only_keys("simulation ", simulation, ("draws", "seed", "pm"))
    if "draws" in simulation:
        number("simulation draws", simulation["draws"], 1000, 1000000, True)
    if "seed" in simulation:
        number("simulation seed", simulation["seed"], 0, 2**53 - 1, True)
    if "pm" in simulation:
        one_of("simulation pm", simulation["pm"], ("weglaten", "trekken"))

    bare = {**scenario, "values": {k: v for k, v in scenario.get("values", {}).items() if k not in VERSION_1}}
    values = settle(bare)["values"]
    for group in ["financiering", *PAYERS]:
        shares_fit(group, [values[f"{group}.{party}"] for party in PARTIES])


def validate_list(at, value, most):
    if not isinstance(value, list):
        raise Problem(at, value, "a list")
    if len(value) > most:
        raise Problem(at, len(value), f"at most {most}")
    for index, one in enumerate(value):
        if not isinstance(one, dict):
            raise Problem(f"{at}[{index}]", one, "an object")


def validate_plan(plan):
    validate_list("plan", plan, MAX_FUNDERS)
    for index, funder in enumerate(plan):
        at = f"plan[{index}]"
        only_keys(at + ".", funder, FUNDER_KEYS)
        if "label" in funder:
            text_of(at + ".label", funder["label"])
        one_of(at + ".party", funder.get("party"), (*PARTIES, "overig"))
        if ("amount" in funder) == ("share" in funder):
            raise Problem(f"{at}.amount {at}.share", [funder.get("amount"), funder.get("share")], "one of the two")
        if "amount" in funder:
            number(f"{at}.amount", funder["amount"], 0, 10**9)
        else:
            number(f"{at}.share", funder["share"], 0, 1)
        if "until" in funder:
            number(f"{at}.until", funder["until"], 1, 20, True)


def validate_custom(custom, version):
    ids = set()
    for line in custom:
        name = line.get("id")
        if not isinstance(name, str) or not re.fullmatch(r"[a-z][a-z0-9-]{0,31}", name):
            raise Problem("custom id", name, "a letter, then at most 31 letters, digits and hyphens")
        if name in LINES or name in ids:
            raise Problem(f"custom {name}.id", name, "an id that is not taken")
        ids.add(name)
        at = f"custom {name}."
        one_of(at + "side", line.get("side"), ("cost", "saving"))
        saving = line["side"] == "saving"
        only_keys(at, line, SAVING_KEYS if saving else COST_KEYS)
        for key in ("label", "unit"):
            if key in line:
                text_of(at + key, line[key])
        for key in ("quantity", "amount"):
            if key in line:
                number(at + key, line[key], -10**9, 10**9)
        if not saving:
            continue
        kind = line.get("kind", "besparing")
        one_of(at + "kind", kind, KINDS)
        true_or_false(at + "counted", line.get("counted", True))
        if version == 2 and kind == "overdracht" and "verzilverbaar" in line:
            raise Problem(at + "verzilverbaar", line["verzilverbaar"], "none on a transfer")
        for key in (*CORRECTIONS, "verzilverbaar"):
            if key in line:
                number(at + key, line[key], 0, 1)
        parties = line.get("parties", {})
        if not isinstance(parties, dict):
            raise Problem(at + "parties", parties, "an object")
        only_keys(at + "parties.", parties, PARTIES)
        for party, share in parties.items():
            number(f"{at}parties.{party}", share, 0, 1)
        shares_fit(at + "parties", parties.values())


def validate_range(name, spec, known, limits, version):
    at = f"ranges {name}"
    if name in known and (version == 1 or known[name].ranged):
        low_limit, high_limit = known[name].low, known[name].high
        defaults = known[name].ranged is not None
    elif name in limits:
        low_limit, high_limit = limits[name]
        defaults = False
    else:
        raise Problem(at, name, "a parameter that has a range")
    if not isinstance(spec, dict):
        raise Problem(at, spec, "an object")
    only_keys(at + ".", spec, ("kind", "low", "high"))
    kind = spec.get("kind", "pert")
    one_of(at + ".kind", kind, RANGE_KINDS)
    for key in ("low", "high"):
        if key in spec:
            number(f"{at}.{key}", spec[key], low_limit, high_limit)
        elif kind != "fixed" and not defaults:
            raise Problem(f"{at}.{key}", None, "a number")
    if "low" in spec and "high" in spec and spec["low"] > spec["high"]:
        raise Problem(f"{at}.low", spec["low"], "at most high")


def only_keys(at, mapping, allowed):
    for key in mapping:
        if key not in allowed:
            raise Problem(f"{at}{key}", key, ", ".join(allowed))


def one_of(at, value, allowed):
    if not isinstance(value, str) or value not in allowed:
        raise Problem(at, value, ", ".join(allowed))


def true_or_false(at, value):
    if not isinstance(value, bool):
        raise Problem(at, value, "true or false")


def text_of(at, value):
    if not isinstance(value, str) or len(value) > 200:
        raise Problem(at, value, "a text of at most 200 characters")


def number(at, value, low=None, high=None, whole=False):
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise Problem(at, value, "a number")
    if value - value != 0:  # 1e999 is read as infinity
        raise Problem(at, str(value), "a finite number")
    # Limits as doubles: the 0.2 in a file is not exactly a fifth.
    if (low is not None and value < float(low)) or (high is not None and value > float(high)):
        raise Problem(at, value, f"{float(low):g} to {float(high):g}")
    if whole and value != int(value):
        raise Problem(at, value, "a whole number")
    return value


def shares_fit(at, shares):
    total = sum((Fraction(share) for share in shares), Fraction(0))
    if total > 1 + DUST:
        raise Problem(at, float(total), "shares that sum to at most 1")
