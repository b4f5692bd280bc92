"""What a generated scenario may not hinge on, and what must be true of any outcome."""

from fractions import Fraction

from scenario import read, settle, upgrade
from tables import DUST, KINDS, PARTIES, PAYERS, VERSION_1


# ------------------------------------------------------------ the tie guards

def exact_in_doubles(terms):
    """Whether any order of summing these gives the exact sum in doubles."""
    return all(t.denominator <= 2**20 and t.denominator & (t.denominator - 1) == 0
               and abs(t.numerator) < 2**50 for t in terms)


def near_zero(total, terms, margin=Fraction(1, 10**6)):
    """Within rounding of zero, and not exactly so in doubles too."""
    largest = max((abs(t) for t in terms), default=Fraction(0))
    if largest == 0 or exact_in_doubles(terms):
        return False
    return abs(total) < margin * largest


def hinges_on_rounding(scenario, out):
    """Whether a sign, a rest of shares or of a plan is decided by rounding. `out` is exact."""
    costs = [line["amount"] for line in out["costs"]["lines"]] + [-out["costs"]["own_income"]]

    def counted(key, *kinds):
        return [line[key] for line in out["savings"] if line["counted"] and line["kind"] in kinds]

    saved = counted("net", "besparing", "overdracht")
    if near_zero(out["costs"]["net"], costs) or near_zero(out["total"]["savings"], saved):
        return True
    gemeente = out["parties"]["gemeente"]
    own = [line["parties"]["gemeente"] for line in out["savings"] if line["counted"]] + [gemeente["costs"]]
    terms = {"partijen": costs + saved, "gemeente": own, "samenleving": costs + counted("net", "besparing", "welvaart")}
    if any(near_zero(row["gap"], terms[name]) for name, row in out["break_even"]["perspectives"].items()):
        return True
    sums = costs + saved
    for row in out["years"]:
        # The ramp counts as a term: 0.8 x 1000 is 800, but not by way of doubles.
        sums = sums + [row["costs"], row["savings"]] + ([row["ramp"]] if any(saved) else [])
        if near_zero(row["cumulative"], sums):
            return True
    for line in out["savings"]:  # below the smallest doubles
        for key in ("gross", "net", "cashable", "_unit_net", "_unit_gemeente"):
            if 0 < abs(line[key]) < Fraction(1, 10**290):
                return True
    return rest_at_the_edge(scenario) or plan_at_the_edge(out)


def rest_at_the_edge(scenario):
    named = {k: v for k, v in scenario.get("values", {}).items() if k not in VERSION_1}
    for each in ({**scenario, "values": named}, upgrade(scenario)):  # before and after the conversion of version 1
        values = settle(each)["values"]
        groups = [[values[f"{g}.{p}"] for p in PARTIES] for g in ["financiering", *PAYERS]]
        groups += [list(map(Fraction, line["parties"].values())) for line in each.get("custom", []) if line.get("parties")]
        if any(abs(abs(1 - sum(group)) - DUST) < DUST / 10 for group in groups):
            return True
    return False


def plan_at_the_edge(out):
    """Whether a rest lies at the very edge of what counts as rounding."""
    for row in out.get("financing", {}).get("years", []):
        largest = max(abs(amount) for amount in [row["costs"], *row["pays"]])
        rest = abs(row["costs"] - sum(row["pays"]))
        if largest and DUST / 2 < rest / largest < DUST * 2:
            return True
    return False


# ------------------------------------------------------- what must always hold

def must_hold(name, scenario, out):
    """What must be true of any outcome, checked on exact figures. The only slack is
    what the rule for a rest of shares allows: 1e-9 of the terms."""
    def same(a, b, terms=(), what=""):
        assert abs(a - b) <= DUST * sum(map(abs, terms), Fraction(0)), (name, what, float(a), float(b))

    state = read(scenario)
    parties, years, total = out["parties"].values(), out["years"], out["total"]
    financing = out.get("financing", {"uncovered": Fraction(0), "surplus": Fraction(0), "years": []})
    amounts = [line["amount"] for line in out["costs"]["lines"]] + [out["costs"]["own_income"]]
    cashable = [line["cashable"] for line in out["savings"] if line["counted"]]
    # One plan may pay far more than there is to pay.
    paid = [amount for row in financing["years"] for amount in row["pays"]]
    rest = financing["uncovered"] - financing["surplus"]
    terms = amounts + cashable + paid
    same(sum(amounts[:-1]) - amounts[-1], out["costs"]["net"], (), "costs")
    same(sum(p["costs"] for p in parties) + rest, out["costs"]["net"], terms, "costs of the parties")
    same(sum(p["net"] for p in parties), total["net"] - total["not_cashable"] + rest, terms, "bridge")
    same(sum(row["present"] for row in years), out["npv"], (), "npv")
    same(sum(row["net"] for row in years), years[-1]["cumulative"], (), "cumulative")
    # The bridge holds for the NPV too, whatever the budget moves from one party to another.
    growth = 1 + state["values"]["batenstijging"]
    lost = [total["not_cashable"] * row["ramp"] * growth ** (row["year"] - 1) * row["discount"] for row in years]
    short = [(row["uncovered"] - row["surplus"]) * year["discount"] for row, year in zip(financing["years"], years)]
    wide = terms + [row["costs"] * row["discount"] for row in years] + lost
    wide += [amount * row["ramp"] * growth ** (row["year"] - 1) * row["discount"] for amount in cashable for row in years]
    wide += [amount * year["discount"] for row, year in zip(financing["years"], years) for amount in row["pays"]]
    same(sum(p["npv"] for p in parties), out["npv"] - sum(lost) + sum(short), wide, "bridge of the NPV")
    for row, year in zip(financing["years"], years):
        assert row["costs"] == year["costs"] and (row["uncovered"] == 0 or row["surplus"] == 0), name
        same(sum(row["pays"]) + row["uncovered"] - row["surplus"], row["costs"], [row["costs"], *row["pays"]], "plan")
    for line in out["savings"]:
        same(sum(line["parties"].values()), line["cashable"], [line["cashable"]], line["id"])
        assert line["kind"] != "welvaart" or line["cashable"] == 0, name
        assert line["kind"] != "overdracht" or line["cashable"] == line["net"], name
        assert line["gross"] >= 0 or line["net"] == line["gross"], name
        assert line["gross"] < 0 or line["gross"] >= line["net"] >= line["cashable"] >= 0, name
    late = max([row["year"] for row in years if row["cumulative"] < 0], default=0)
    assert out["payback_year"] == (late + 1 if late < len(years) else None), name
    # Society drops the transfers and adds the welfare.
    by_kind = {kind: sum(line["net"] for line in out["savings"] if line["counted"] and line["kind"] == kind)
               for kind in KINDS}
    same(out["society"]["savings"], total["savings"] - by_kind["overdracht"] + by_kind["welvaart"], (), "society")
    gaps = {name: row["gap"] for name, row in out["break_even"]["perspectives"].items()}
    assert gaps["partijen"] == -total["net"] and gaps["samenleving"] == -out["society"]["net"], name
    assert gaps["gemeente"] == -out["parties"]["gemeente"]["net"], name
