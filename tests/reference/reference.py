#!/usr/bin/env python3
"""Independent reference calculation of the deterministic part of the rekenmodel.

Written straight from the specification (docs of the project: 'The calculation',
version 2), without looking at the product's source, so that the two can check
each other.

    python3 reference.py check DIR    every worked example {scenario, outcome} in DIR
    python3 reference.py cases        the cases beside this file, and invalid.json

All arithmetic is in exact fractions; a figure is rounded to a double once, when
it is written into the outcome. So no question of rounding can arise here, and a
difference with another implementation is either a mistake or its rounding.
Places where the specification is silent are marked SILENT.

A scenario goes four steps: `parse` (validation.py: text to a valid scenario),
`upgrade` and `settle` (scenario.py: version 1 to version 2, every value filled
in), and here `calculate`. The tables stand in tables.py; counts.py has the three
counts of one's own centre and the helper for person-years.
"""

import json
import re
import sys
from fractions import Fraction
from pathlib import Path

sys.dont_write_bytecode = True
from counts import counted_as, person_years
from scenario import read, with_rest
from tables import CORRECTIONS, DUST, LINES, PARTIES
from validation import Problem, parse, validate


# ---------------------------------------------------------------- calculation

def budget_follows(inhabitants):
    """The share of a bijstand saving that the budget follows two years later."""
    if inhabitants <= 0:
        return Fraction(0)
    return min(Fraction(1), max(Fraction(0), (40000 - inhabitants) / 25000))


def savings_line(name, kind, counted, quantity, amount, corrections, cashable_share, shares, follows=0):
    """One line of savings. `unit_net` and `unit_gemeente`: what one positive unit is
    worth to all together, and to the gemeente. `_shares`: those before the budget."""
    autonoom, toerekening, verdringing = corrections
    moved = follows * shares["gemeente"]
    full = {**shares, "gemeente": shares["gemeente"] - moved, "rijk": shares["rijk"] + moved}

    def worth(gross):
        """(net, cashable). Harm counts in full."""
        net = gross if gross < 0 else gross * (1 - autonoom) * toerekening * (1 - verdringing)
        if kind == "welvaart":
            return net, Fraction(0)
        return net, net * cashable_share if kind == "besparing" and gross >= 0 else net

    gross = quantity * amount
    net, cashable = worth(gross)
    unit_net, unit_cashable = worth(amount)
    return {"id": name, "kind": kind, "counted": counted, "gross": gross, "net": net, "cashable": cashable,
            "parties": {party: cashable * share for party, share in full.items()},
            "_shares": shares, "_follows": follows, "_unit_net": unit_net,
            "_unit_gemeente": unit_cashable * full["gemeente"]}


def cost_lines(state):
    values = state["values"]
    if state["choices"]["kostenbasis"] == "kengetal":
        lines = [("kengetal", values["bezoekers"] * values["kosten-per-bezoeker"])]
    else:
        lines = [("personeel", values["fte"] * values["loonkosten-per-fte"]),
                 ("vrijwilligers", values["vrijwilligers"] * values["vergoeding-per-vrijwilliger"]),
                 ("huisvesting", values["huisvesting"]),
                 ("activiteiten", values["activiteiten"]),
                 ("organisatie", values["organisatie"])]
    lines += [(line["id"], line["aantal"] * line["bedrag"]) for line in state["own"] if line["side"] == "cost"]
    return [{"id": name, "amount": amount} for name, amount in lines]


def all_savings(state):
    values, lines = state["values"], []
    for name, row in LINES.items():
        lines.append(savings_line(
            name, row.kind, state["counted"][name], values[f"{name}.aantal"], values[f"{name}.bedrag"],
            [values[f"{name}.{c}"] for c in CORRECTIONS], values.get(f"{name}.verzilverbaar"),
            with_rest({p: values[f"{name}.{p}"] for p in PARTIES} if row.payer else {}),
            budget_follows(values["inwoners-gemeente"]) if name == "uitkeringen" else Fraction(0)))
    for line in state["own"]:
        if line["side"] == "saving":
            lines.append(savings_line(
                line["id"], line["kind"], line["counted"], line["aantal"], line["bedrag"],
                [line[c] for c in CORRECTIONS], line["verzilverbaar"], line["parties"]))
    return lines


def ramp(state, year):
    if state["choices"]["fase"] == "bestaand" or year > 2:
        return Fraction(1)
    return state["values"][f"ingroei-jaar-{year}"]


def years_of(state, costs, savings):
    """Year by year, from the costs and savings of each year."""
    rate, years, cumulative = state["values"]["discontovoet"], [], Fraction(0)
    for year, (year_costs, year_savings) in enumerate(zip(costs, savings), start=1):
        discount = 1 / (1 + rate) ** (year - 1)
        net = year_savings - year_costs
        cumulative += net
        years.append({"year": year, "ramp": ramp(state, year), "costs": year_costs, "savings": year_savings,
                      "net": net, "cumulative": cumulative, "discount": discount, "present": net * discount})
    return years


def over_years(state, amount, first=Fraction(0)):
    """Costs of each year: growing, with `first` on top in year 1."""
    growth = 1 + state["values"]["kostenstijging"]
    return [amount * growth ** (t - 1) + (first if t == 1 else 0) for t in horizon(state)]


def savings_over_years(state, amount):
    growth = 1 + state["values"]["batenstijging"]
    return [amount * ramp(state, t) * growth ** (t - 1) for t in horizon(state)]


def horizon(state):
    return range(1, int(state["values"]["horizon"]) + 1)


def plan_year(plan, year, costs):
    """What each funder pays of these costs in this year, and what is left. No
    year: a full-effect one, which has only the funders without `until`."""
    def pays(funder):
        if "until" in funder and (year is None or year > funder["until"]):
            return Fraction(0)
        return Fraction(funder["amount"]) if "amount" in funder else costs * Fraction(funder["share"])

    payments = [pays(funder) for funder in plan]
    rest = costs - sum(payments)
    # SILENT: a rest that is only rounding is none: 0.1 + 0.2 + 0.7 of the costs.
    if abs(rest) <= DUST * max(abs(amount) for amount in [costs, *payments]):
        rest = Fraction(0)
    return payments, max(rest, Fraction(0)), max(-rest, Fraction(0))


def financing_of(plan, net_costs, yearly):
    """The dekkingsplan worked out, or nothing without one."""
    if not plan:
        return None
    payments, uncovered, surplus = plan_year(plan, None, net_costs)
    rows = []
    for year, costs in enumerate(yearly, start=1):
        each, short, over = plan_year(plan, year, costs)
        rows.append({"year": year, "pays": each, "costs": costs, "uncovered": short, "surplus": over})
    return {"funders": [{"label": funder.get("label", ""), "party": funder["party"], "pays": amount}
                        for funder, amount in zip(plan, payments)],
            "costs": net_costs, "uncovered": uncovered, "surplus": surplus, "years": rows}


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


def party_savings(state, savings, party):
    """What a party saves in each year: the bijstand budget follows two years later."""
    yearly = [Fraction(0)] * len(horizon(state))
    for line in savings:
        if not line["counted"]:
            continue
        own = savings_over_years(state, line["cashable"])
        for place, amount in enumerate(own):
            yearly[place] += amount * line["_shares"][party]
            if place >= 2 and party in ("gemeente", "rijk"):
                moved = line["_follows"] * line["_shares"]["gemeente"] * own[place - 2]
                yearly[place] += moved if party == "rijk" else -moved
    return yearly


def ledger(costs, savings, years):
    return {"costs": costs, "savings": savings, "net": savings - costs, "npv": npv(years)}


def calculate(state):
    """The outcome in exact fractions (keys that begin with _ are no part of it)."""
    values, plan = state["values"], state["plan"]
    visitors, start_up = values["bezoekers"], values["startkosten"]

    costs = cost_lines(state)
    gross = sum(line["amount"] for line in costs)
    net_costs = gross - values["eigen-inkomsten"]  # C
    yearly_costs = over_years(state, net_costs, start_up)

    savings = all_savings(state)
    in_cash = [line for line in savings if line["kind"] != "welvaart"]
    for_society = [line for line in savings if line["kind"] != "overdracht"]

    def total_of(lines, value):
        return sum((value(line) for line in lines if line["counted"]), Fraction(0))

    total = total_of(in_cash, lambda line: line["net"])  # S
    not_cashable = total_of(in_cash, lambda line: line["net"] - line["cashable"])
    years = years_of(state, yearly_costs, savings_over_years(state, total))
    financing = financing_of(plan, net_costs, yearly_costs)

    parties = {}
    for party, share in with_rest({p: values[f"financiering.{p}"] for p in PARTIES}).items():
        saved = total_of(savings, lambda line: line["parties"][party])
        if plan:  # it holds instead of the shares
            mine = [place for place, funder in enumerate(plan) if funder["party"] == party]
            pays = sum((financing["funders"][place]["pays"] for place in mine), Fraction(0))
            yearly = [sum((row["pays"][place] for place in mine), Fraction(0)) for row in financing["years"]]
        else:
            pays, yearly = net_costs * share, over_years(state, net_costs * share, start_up * share)
        parties[party] = ledger(pays, saved, years_of(state, yearly, party_savings(state, savings, party)))

    welfare = total_of(for_society, lambda line: line["net"])
    society = ledger(net_costs, welfare, years_of(state, yearly_costs, savings_over_years(state, welfare)))

    gaps = {"partijen": net_costs - total, "gemeente": -parties["gemeente"]["net"], "samenleving": -society["net"]}
    perspective = state["choices"]["perspectief"]
    unit = "_unit_gemeente" if perspective == "gemeente" else "_unit_net"
    gap, society_threshold = gaps["partijen"], max(gaps["samenleving"], Fraction(0))
    both_positive = net_costs > 0 and total > 0
    return {
        "schema": 2,
        "price_factor": state["factor"],
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
            "society_threshold": society_threshold,
            "society_threshold_per_visitor": society_threshold / visitors,
            "perspectives": {name: {"gap": each, "gap_per_visitor": each / visitors} for name, each in gaps.items()},
            "per_line": [{"id": line["id"], "counted": line["counted"],
                          "needed": gaps[perspective] / line[unit] if line[unit] > 0 else None}
                         for line in (for_society if perspective == "samenleving" else in_cash)]},
        **({"financing": financing} if plan else {}),
    }


def saldo_and_npv(outcome, perspective):
    """The saldo of a full-effect year and the NPV, of a perspective."""
    row = {"gemeente": outcome["parties"]["gemeente"], "samenleving": outcome["society"]}.get(perspective)
    return (row["net"], row["npv"]) if row else (outcome["total"]["net"], outcome["npv"])


def rounded(figure):
    """Fractions to doubles, all the way down; too large for a double is no figure."""
    if isinstance(figure, Fraction):
        try:
            return float(figure)
        except OverflowError:
            return None
    if isinstance(figure, dict):
        return {key: rounded(value) for key, value in figure.items() if not key.startswith("_")}
    if isinstance(figure, list):
        return [rounded(value) for value in figure]
    return figure


def evaluate(scenario):
    """The outcome of a valid scenario, as the public interface gives it."""
    return rounded(calculate(read(scenario)))


# ----------------------------------------------------------------- comparison

RATIOS = {"price_factor", "coverage", "savings_factor", "needed", "ramp", "discount"}


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
        plan = [abs(amount) for row in expected["financing"]["years"] for amount in [row["costs"], *row["pays"]]]
        one_year, years = max(one_year, *plan), max(years, *plan)

    def walk(path, want, have):
        if isinstance(want, dict):
            if not isinstance(have, dict):
                return found.append((path, want, have))
            for key in want.keys() | have.keys():
                walk(path + (key,), want.get(key, "absent"), have.get(key, "absent"))
        elif isinstance(want, list):
            if not isinstance(have, list) or len(want) != len(have):
                return found.append((path, want, have))
            for index, pair in enumerate(zip(want, have)):
                walk(path + (index,), *pair)
        elif isinstance(want, (int, float)) and not isinstance(want, bool):
            if isinstance(have, bool) or not isinstance(have, (int, float)):
                return found.append((path, want, have))
            if path[-1] in RATIOS:
                scale = max(1.0, abs(want))
            elif path[0] == "years" or path[-1] == "npv" or path[:2] == ("financing", "years"):
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
    from spreads import in_draws, sensitivity  # which needs this file

    failures, done = 0, {}

    def rows(file):
        found = json.loads((folder / file).read_text(encoding="utf-8"))
        done[file] = len(found)
        return found

    def fail(*what):
        nonlocal failures
        failures += 1
        print("FAIL", *what)

    for file in ("cases.json", "plans.json", "counts.json"):
        for case in rows(file):
            scenario = parse(json.dumps(case["scenario"]))
            if "count" in case:
                scenario = counted_as(scenario, case["count"])
            if differences(case["outcome"], evaluate(scenario)):
                fail(file, case["name"])
    for case in rows("sensitivity.json"):
        found = rounded(sensitivity(in_draws(read(parse(json.dumps(case["scenario"]))))))
        if found != case["sensitivity"]:
            fail("sensitivity.json", case["name"])
    for case in rows("helpers.json"):
        found = person_years(case["exits"], case["still_off"], case["leave_anyway"], case["years"])
        if abs(found - case["aantal"]) > 1e-9 * max(1, abs(found)):
            fail("helpers.json", case)
    for case in rows("invalid.json"):
        try:
            parse(case["text"])
        except Problem as problem:
            # Every word of the field stands in what this file says about it.
            said = str(problem)
            if case["field"] and not all(word in said for word in re.split(r"[ .]", case["field"])):
                fail(case["name"], "field", case["field"], "said", said)
        else:
            fail("accepted:", case["name"])
    print(", ".join(f"{count} in {file}" for file, count in done.items()) + f"; {failures} failed")
    return failures


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "check":
        sys.exit(bool(check_examples(sys.argv[2])))
    if len(sys.argv) == 2 and sys.argv[1] == "cases":
        sys.exit(bool(check_cases(Path(__file__).resolve().parent)))
    sys.exit(__doc__)
