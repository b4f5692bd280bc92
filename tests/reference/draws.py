"""Random scenarios. Each thing that is drawn has a stream of its own, named after it:
a new parameter or line leaves everything else as it was."""

import math
import random

from tables import CHOICES, KINDS, LINES, PARAMETERS, PARTIES, PAYERS, PRESETS, own_limits

NEW = ("verwachte-inflatie", "inwoners-gemeente", "samenhang", "kans-geen-effect")  # in version 2
PLAUSIBLE = {  # a plausible range, for drawing, where the table has none
    "eigen-inkomsten": (0, 60000), "startkosten": (0, 80000), "horizon": (1, 20),
    "kostenstijging": (-0.02, 0.03), "batenstijging": (-0.05, 0.05), "drempel": (0, 500),
    "verwachte-inflatie": (-0.01, 0.06),
}
INHABITANTS = (0, 1, 9000, 14999, 15000, 15001, 21000, 27500, 33333, 39999, 40000, 40001, 250000, 2000000)


class Streams:
    def __init__(self, *seed):
        self.seed = seed

    def of(self, *what):
        return random.Random(" ".join(map(str, self.seed + what)))


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
    p = PARAMETERS.get(name) or PARAMETERS["dagbesteding.verzilverbaar"]
    low, high = float(p.low), float(p.high)
    if name == "inwoners-gemeente" and rng.random() < 0.6:
        return rng.choice(INHABITANTS)
    if p.whole:
        return rng.randint(int(low), int(high if name != "inwoners-gemeente" else 60000))
    way = rng.random()
    if way < 0.04:
        value = rng.choice([low, high])
        return int(value) if value == int(value) else value
    if way < 0.08:
        return min(max(0, int(math.ceil(low))), int(math.floor(high)))
    if way < 0.20 and high > 1:
        return log_uniform(rng, low, high)
    a, b = map(float, p.ranged or PLAUSIBLE.get(name, (low, high)))
    if way < 0.26 and name.endswith((".aantal", ".bedrag")):  # harm
        return -abs(tidy(rng, rng.uniform(a, b)))
    return min(max(tidy(rng, rng.uniform(a, b)), low), high)


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
    return dict(zip(PARTIES, three))


def own_line(rng, index, version):
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
    line["kind"] = rng.choice(KINDS)
    line["unit"] = rng.choice(["uren", "incidenten", "", "cliëntjaren"])
    line["counted"] = rng.random() < 0.7
    line["autonoom"] = rng.choice([0, 0.2, 0.5, round(rng.random(), 2), rng.random(), 1])
    line["toerekening"] = rng.choice([1, 0.8, 0.5, round(rng.random(), 2), rng.random(), 0])
    line["verdringing"] = rng.choice([0, 0, 0.1, round(rng.random(), 2), rng.random()])
    for key in ("counted", "autonoom", "toerekening", "verdringing"):  # what is not named has a default
        if rng.random() < 0.15:
            del line[key]
    if line["kind"] == "besparing" or (line["kind"] == "overdracht" and version == 1):
        line["verzilverbaar"] = rng.choice([0, 1, 0.5, round(rng.random(), 2)])
    if line["kind"] != "welvaart":  # whether `welvaart` may name these is left open
        way = rng.random()
        if way < 0.2:
            line["parties"] = {}
        elif way < 0.5:
            keep = rng.sample(PARTIES, rng.choice([1, 2]))
            line["parties"] = {p: s for p, s in shares(rng).items() if p in keep}
        elif way < 0.85:
            line["parties"] = shares(rng)
    return line


def some_ranges(rng, custom, version):
    """Ranges do not matter to `evaluate`; they must be read all the same."""
    ranges = {}
    for name in rng.sample([n for n, p in PARAMETERS.items() if p.ranged], rng.randint(1, 4)):
        p = PARAMETERS[name]
        low, high = map(float, p.ranged)
        top = round(rng.uniform(low, high) + (high - low), 3) if high > 1 else high
        spec = {"kind": rng.choice(["uniform", "triangular", "pert"]), "low": low, "high": min(top, float(p.high))}
        if version == 2 and rng.random() < 0.3:
            del spec[rng.choice(["low", "high"])]  # the default's other end stays
        ranges[name] = {"kind": "fixed"} if rng.random() < 0.2 else spec
    limits = own_limits(custom, version)
    for name in rng.sample(sorted(limits), min(2, len(limits))):
        share = limits[name] == (0, 1)
        if share and name.endswith("verzilverbaar") and not line_has(custom, name):
            continue
        ranges[name] = {"kind": "pert", "low": 0 if share else -10, "high": 1 if share else 10000}
    return ranges


def line_has(custom, name):
    line, _, part = name.rpartition(".")
    return any(one["id"] == line and part in one for one in custom)


def moods(rng, values, version):
    """Now and then a scenario of a certain sort."""
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
        values[rng.choice(["uitkeringen", "dagbesteding", "zorggebruik"]) + rng.choice([".aantal", ".bedrag"])] = -rng.randint(1, 3000)
    elif mood < 0.65 and version == 2:  # a small gemeente, over a while
        values["inwoners-gemeente"] = rng.choice(INHABITANTS[1:])
        values["horizon"] = rng.randint(2, 9)
        values["uitkeringen.aantal"] = rng.choice([3, 8.5, 20, rng.uniform(0, 30)])


def drawn_values(streams, version):
    rng = streams.of("values")
    density = rng.choice([0.03, 0.1, 0.1, 0.25, 0.6, 1.0])
    values = {}
    for name in PARAMETERS:
        if name.split(".")[-1] in PARTIES or name in ("horizon", "prijspeil"):
            continue
        if version == 1 and name in NEW:
            continue
        each = streams.of(name)
        if each.random() < (max(density, 0.25) if name in NEW else density):
            values[name] = draw_value(each, name)
    for group in ["financiering", *PAYERS]:
        each = streams.of(group)
        if each.random() < max(density, 0.2):
            values.update({f"{group}.{party}": share for party, share in shares(each).items()})
    each = streams.of("horizon")
    if each.random() < 0.5:
        values["horizon"] = each.choice([1, 2, 3, 4, 5, 6, 8, 8, 10, each.randint(1, 20), 20])
    each = streams.of("prijspeil")
    if each.random() < 0.4:
        values["prijspeil"] = each.randint(2016, 2025 if version == 1 else 2030)
    each = streams.of("kostenbasis")
    if each.random() < 0.4:
        values["kostenbasis"] = each.choice(["begroting", "kengetal", "kengetal"])
    if version == 2:
        for name in ("fase", "perspectief"):
            each = streams.of(name)
            if each.random() < 0.6:
                values[name] = each.choice(CHOICES[name])
    else:
        each = streams.of("verzilverbaar")
        if each.random() < 0.5:
            values["uitkeringen.verzilverbaar"] = each.choice([0, 1, 0.5, round(each.random(), 2), each.random()])
    moods(streams.of("mood"), values, version)
    items = list(values.items())
    streams.of("order").shuffle(items)
    return dict(items)


def random_scenario(streams, version):
    rng = streams.of("scenario")
    scenario = {}
    stated = rng.random() < 0.8
    if stated:
        scenario["schema"] = version
    if rng.random() < 0.3:
        scenario["name"] = rng.choice(["Ons centrum", "Zelfregie é", "", "x" * 200])
    if rng.random() < 0.75:
        known = [base for base in PRESETS if version == 2 or base != "geen-effect"]
        scenario["base"] = streams.of("base").choice(known)
    values = drawn_values(streams, version)
    if version == 1 and not stated:  # what tells that it is of version 1
        values.setdefault("uitkeringen.verzilverbaar", 0.75)
    if values or rng.random() < 0.5:
        scenario["values"] = values
    if rng.random() < 0.55:
        scenario["counted"] = {}
        for line in LINES:
            each = streams.of("counted", line)
            if each.random() < 0.5:
                scenario["counted"][line] = each.random() < 0.65
    rng = streams.of("custom")
    way = rng.random()
    own = 0 if way < 0.55 else rng.randint(1, 3) if way < 0.85 else rng.randint(4, 8) if way < 0.96 else rng.randint(20, 25)
    if own or rng.random() < 0.1:
        scenario["custom"] = [own_line(streams.of("custom", i), i, version) for i in range(own)]
    rng = streams.of("ranges")
    if rng.random() < 0.25:
        scenario["ranges"] = some_ranges(rng, scenario.get("custom", []), version)
    rng = streams.of("rest")
    if rng.random() < 0.25:
        scenario["simulation"] = rng.choice([{}, {"draws": 1000}, {"seed": 2**53 - 1}, {"draws": 1000000, "seed": 0},
                                             {"draws": 5000, "seed": rng.randint(0, 10**9)}])
        if version == 2 and rng.random() < 0.5:
            scenario["simulation"]["pm"] = rng.choice(["weglaten", "trekken"])
    if rng.random() < 0.15:
        scenario["meta"] = rng.choice([{}, {"saved": "2025-01-01", "unknown": [1, None, {"a": True}]},
                                       {"bezoekers": -5, "schema": 9}])
    return scenario


def funder(rng):
    out = {}
    if rng.random() < 0.8:
        out["label"] = rng.choice(["Gemeente", "Fonds “Y” é", "", "Zorgverzekeraar"])
    out["party"] = rng.choice([*PARTIES, "overig", "gemeente"])
    if rng.random() < 0.6:
        way = rng.random()
        amount = rng.uniform(0, 250000) if way < 0.8 else rng.choice([0, 10**9, 300000, rng.uniform(0, 10**9)])
        out["amount"] = tidy(rng, amount)
    else:
        out["share"] = rng.choice([0, 1, 0.1, 0.25, 1 / 3, round(rng.random(), 2), rng.random()])
    if rng.random() < 0.5:
        out["until"] = rng.choice([1, 2, 3, 4, rng.randint(1, 20)])
    return out
