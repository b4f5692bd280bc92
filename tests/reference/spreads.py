"""Which parameters are uncertain in a scenario, and over which range; in exact fractions.

And the sensitivity (tornado): each of them at both ends of its range, by reference.py.
"""

from collections import namedtuple
from fractions import Fraction

import reference as ref
from tables import LINES, PARAMETERS

BUDGET = ("fte", "vrijwilligers", "loonkosten-per-fte", "vergoeding-per-vrijwilliger", "huisvesting",
          "activiteiten", "organisatie")
Spread = namedtuple("Spread", "kind low value high")


def in_draws(state):
    """The settled scenario as simulation and sensitivity take it: with `pm` p.m. lines take
    part as if counted. `only_drawn` holds the ids of those."""
    if state["pm"] != "trekken":
        return {**state, "only_drawn": set()}
    drawn = {name for name, counted in state["counted"].items() if not counted}
    own = []
    for line in state["own"]:
        # SILENT: a range of kind `fixed` names a parameter as well.
        named = any(name.rpartition(".")[0] == line["id"] for name in state["ranges"])
        if line["side"] == "saving" and not line["counted"] and named:
            drawn.add(line["id"])
            line = {**line, "counted": True}
        own.append(line)
    return {**state, "counted": dict.fromkeys(state["counted"], True), "own": own, "only_drawn": drawn}


def taking_part(state, name):
    """Whether it can move the outcome in this scenario."""
    kengetal = state["choices"]["kostenbasis"] == "kengetal"
    if name in BUDGET or name == "bezoekers":
        return not kengetal
    if name == "kosten-per-bezoeker":
        return kengetal
    if name.startswith("ingroei-"):
        return state["choices"]["fase"] == "nieuw"
    line = name.rpartition(".")[0]
    if line in LINES:
        return state["counted"][line]
    return all(one["id"] != line or one["side"] == "cost" or one["counted"] for one in state["own"])


def default_range(state, name, value):
    """low-high of the table, in the scenario's prices; it goes along with the value."""
    p = PARAMETERS[name]
    price = state["factor"] if p.indexed else 1
    low, high = (end * price for end in p.ranged)
    default = p.default * price
    if not p.moves:
        return low, high
    if default != 0:
        low, high = low * value / default, high * value / default
    elif name.rpartition(".")[0] in state["only_drawn"]:
        scale = state["values"]["bezoekers"] / 500
        low, high = low * scale, high * scale
    else:
        low, high = Fraction(0), 2 * value
    if name == "vergoeding-per-vrijwilliger":
        high = min(high, max(1500 * state["factor"], value))
    return min(low, high), max(low, high)


def values_of(state):
    """Every value that may have a range: those of the table, and own lines'."""
    values = {name: state["values"][name] for name, p in PARAMETERS.items() if p.ranged}
    for line in state["own"]:
        parts = ("aantal", "bedrag") if line["side"] == "cost" else (
            "aantal", "bedrag", "autonoom", "toerekening", "verdringing", "verzilverbaar")
        values.update({f"{line['id']}.{part}": line[part] for part in parts})
    return values


def spreads(state):
    """{ id: Spread } of every parameter that takes part. `state`: from `in_draws`."""
    found = {}
    for name, value in values_of(state).items():
        spec = state["ranges"].get(name)
        if not taking_part(state, name) or (spec is None and name not in PARAMETERS):
            continue
        spec = spec or {}
        kind = spec.get("kind", "pert")
        if kind == "fixed":
            continue
        low, high = default_range(state, name, value) if name in PARAMETERS else (None, None)
        low, high = Fraction(spec.get("low", low)), Fraction(spec.get("high", high))
        low, high = min(low, value), max(high, value)
        if low < high:
            found[name] = Spread(kind, low, value, high)
    return found


def drawn_spreads(state):
    """The same for the simulation: the discontovoet counts in the tornado alone."""
    return {name: spread for name, spread in spreads(state).items() if name != "discontovoet"}


# ------------------------------------------------------------------ sensitivity

FIGURES = ("net", "npv", "gemeente", "society")
HEADLINE = {"partijen": "net", "gemeente": "gemeente", "samenleving": "society"}


def with_value(state, name, value):
    line, _, part = name.rpartition(".")
    if name in PARAMETERS:
        return {**state, "values": {**state["values"], name: value}}
    return {**state, "own": [{**one, part: value} if one["id"] == line else one for one in state["own"]]}


def four_figures(state):
    out = ref.calculate(state)
    perspective = state["choices"]["perspectief"]
    return {"net": out["total"]["net"], "npv": ref.saldo_and_npv(out, perspective)[1],
            "gemeente": out["parties"]["gemeente"]["net"], "society": out["society"]["net"]}


def sensitivity(state):
    """Rows of each figure, largest swing first, as `sensitivity` gives them."""
    first = HEADLINE[state["choices"]["perspectief"]]
    rows = {figure: [] for figure in FIGURES}
    for name, spread in spreads(state).items():
        at_low, at_high = (four_figures(with_value(state, name, end)) for end in (spread.low, spread.high))

        def moves(figure):
            a, b = at_low[figure], at_high[figure]
            return abs(a - b) > Fraction(1, 10**9) * max(1, abs(a), abs(b))

        moved = [figure for figure in (first, *FIGURES) if moves(figure)]
        if moved:
            rows[moved[0]].append({"id": name, "low": spread.low, "high": spread.high,
                                   "at_low": at_low[moved[0]], "at_high": at_high[moved[0]]})
    for found in rows.values():
        found.sort(key=lambda row: -abs(row["at_high"] - row["at_low"]))
    return rows
