"""The scenarios of uncertainty.json: (name, scenario, whether every parameter is worked out)."""

from scenario import read
from spreads import drawn_spreads, in_draws, values_of


def only(scenario, *names):
    """The scenario with no other parameters uncertain than these."""
    state = in_draws(read(scenario))
    others = [name for name in drawn_spreads(state) if name not in names]
    unknown = [name for name in names if name not in values_of(state)]
    assert not unknown, unknown
    return {**scenario, "ranges": {**scenario.get("ranges", {}), **{name: {"kind": "fixed"} for name in others}}}


OWN = [{"id": "c1", "side": "saving", "label": "Huisuitzetting", "kind": "besparing", "counted": True,
        "quantity": 6, "unit": "keer", "amount": 9000, "autonoom": 0.2, "toerekening": 0.8, "verdringing": 0.05,
        "verzilverbaar": 0.5, "parties": {"gemeente": 0.3, "rijk": 0.1, "zorgverzekeraar": 0}},
       {"id": "c2", "side": "cost", "label": "Scholing", "quantity": 3, "amount": 5000},
       {"id": "c3", "side": "saving", "label": "Werk", "kind": "welvaart", "quantity": 900, "amount": 30},
       {"id": "c4", "side": "saving", "label": "Niet geteld", "counted": False, "quantity": 10, "amount": 1e6},
       {"id": "c5", "side": "saving", "label": "Toeslagen", "kind": "overdracht", "quantity": 8, "amount": 2000,
        "parties": {"rijk": 0.6, "gemeente": 0.4}}]
OWN_RANGES = {"c1.aantal": {"kind": "triangular", "low": 0, "high": 10}, "c1.bedrag": {"kind": "uniform", "low": 5000, "high": 15000},
              "c1.autonoom": {"kind": "pert", "low": 0, "high": 0.6}, "c1.verzilverbaar": {"kind": "uniform", "low": 0.2, "high": 0.9},
              "c2.aantal": {"kind": "uniform", "low": 1, "high": 5}, "c2.bedrag": {"kind": "triangular", "low": 4000, "high": 9000},
              "c3.bedrag": {"low": 20, "high": 41}, "c3.aantal": {"low": 0, "high": 2000}, "c4.aantal": {"low": 0, "high": 50},
              "c5.aantal": {"low": 2, "high": 20}, "c5.toerekening": {"kind": "uniform", "low": 0.3, "high": 1},
              "bezoekers": {"kind": "uniform", "low": 350, "high": 700}}
HARM = {"values": {"drempel": 560, "dagbesteding.aantal": 4, "uitkeringen.bedrag": 6000, "dagbesteding.autonoom": 0.3},
        "ranges": {"dagbesteding.aantal": {"low": -12, "high": 20}, "uitkeringen.aantal": {"kind": "uniform", "low": -6, "high": 9},
                   "uitkeringen.bedrag": {"kind": "triangular", "low": -9000, "high": 16000}}}
WELFARE = {"betaald-werk": True, "vrijwilligerswerk": True, "kwaliteit-van-leven": True}
SMALL_GEMEENTE = {"perspectief": "gemeente", "inwoners-gemeente": 20000, "fase": "nieuw", "horizon": 5,
                  "dagbesteding.verzilverbaar": 0.8, "uitkeringen.gemeente": 0.9, "batenstijging": 0.01, "startkosten": 20000}
SOCIETY = {"values": {"perspectief": "samenleving", "betaald-werk.aantal": 1800, "kwaliteit-van-leven.aantal": 3,
                      "vrijwilligerswerk.aantal": 900, "drempel": 130}, "counted": WELFARE}


def with_values(scenario, **values):
    return {**scenario, "values": {**scenario.get("values", {}), **{k.replace("_", "-"): v for k, v in values.items()}}}


def scenarios():
    apart = dict(samenhang=0, kans_geen_effect=0)
    yield "brochure", {}, True
    yield "brochure, elk apart", with_values({}, **apart), False
    yield "brochure, alles samen", with_values({"values": {"drempel": 360}}, samenhang=1, kans_geen_effect=0.4), True
    yield "geen-effect", {"base": "geen-effect"}, False
    yield "voorzichtig", {"base": "voorzichtig"}, False
    yield "gunstig met een drempel", {"base": "gunstig", "values": {"drempel": 220}}, True
    yield "prijspeil-2025, nieuw", {"base": "prijspeil-2025", "values": {"fase": "nieuw"}}, False
    yield "groot centrum", {"values": {"bezoekers": 1200, "fte": 8, "vrijwilligers": 120, "huisvesting": 110000, "activiteiten": 70000,
                                       "organisatie": 50000, "uitkeringen.aantal": 9, "dagbesteding.aantal": 40, "prijspeil": 2027,
                                       "vergoeding-per-vrijwilliger": 1900, "verwachte-inflatie": 0.03}}, False
    yield "gemeente, klein en nieuw", {"values": SMALL_GEMEENTE}, False
    yield "gemeente met een plan", {"values": {**SMALL_GEMEENTE, "drempel": 210}, "plan": [
        {"label": "Gemeente", "party": "gemeente", "share": 0.5}, {"label": "Gemeente, vast", "party": "gemeente", "amount": 20000},
        {"label": "Fonds", "party": "overig", "amount": 60000, "until": 3}, {"label": "Rest", "party": "gemeente", "share": 0.2, "until": 2}]}, True
    yield "samenleving", SOCIETY, True
    yield "samenleving, wat niet meetelt ook getrokken", {
        "values": {"perspectief": "samenleving", "bezoekers": 300, "overlast.aantal": 40, "kans-geen-effect": 0.3, "drempel": 480},
        "counted": {"kwaliteit-van-leven": False}, "custom": [{**line, "amount": 1200} if line["id"] == "c4" else line for line in OWN],
        "ranges": {"c4.bedrag": {"low": 500, "high": 2000}, "c4.aantal": {"low": 5, "high": 12}},
        "simulation": {"pm": "trekken"}}, True
    yield "kengetal", {"values": {"kostenbasis": "kengetal", "bezoekers": 700, "drempel": 370}}, False
    yield "eigen regels", {"base": "prijspeil-2025", "custom": OWN, "ranges": OWN_RANGES,
                           "values": {"horizon": 7, "financiering.gemeente": 0.6, "kostenstijging": 0.01, "perspectief": "samenleving"}}, False
    yield "schade", HARM, False
    yield "schade, alles samen", with_values(HARM, samenhang=1, kans_geen_effect=0.1), False
    yield "twintig jaar", {"values": {"horizon": 20, "drempel": 340, "kans-geen-effect": 1},
                           "ranges": {"discontovoet": {"kind": "triangular", "low": 0, "high": 0.1}}}, False
    yield "vaste bandbreedtes", {
        "values": {"kans-geen-effect": 0.23, "samenhang": 0.25},
        "ranges": {"bezoekers": {"high": 900}, "fte": {"kind": "triangular", "low": 2}, "dagbesteding.bedrag": {"kind": "fixed"},
                   "dagbesteding.aantal": {"kind": "uniform", "low": 18, "high": 30}, "uitkeringen.autonoom": {"kind": "uniform", "high": 0.9},
                   "vergoeding-per-vrijwilliger": {"kind": "uniform"}, "huisvesting": {"low": 47000, "high": 90000}}}, False
    yield "drempel50 hangt van de kans af", with_values({}, kans_geen_effect=0.505), False
    yield "drempel80 hangt van de kans af", with_values({}, kans_geen_effect=0.2), False
    yield "een bestand van versie 1", {
        "schema": 1, "base": "voorzichtig", "values": {"prijspeil": 2021, "kwaliteit-van-leven.aantal": 1, "drempel": 480},
        "counted": {"kwaliteit-van-leven": True}, "ranges": {"uitkeringen.verzilverbaar": {"kind": "uniform", "low": 0.2, "high": 1}}}, True
    yield "klein, elk apart", only(with_values({"values": {"drempel": 320}}, **apart), "bezoekers", "fte", "dagbesteding.aantal",
                                   "dagbesteding.bedrag", "dagbesteding.autonoom", "uitkeringen.aantal"), True
    yield "kleine schade", only(HARM, "dagbesteding.aantal", "dagbesteding.bedrag", "dagbesteding.autonoom",
                                "uitkeringen.aantal", "uitkeringen.bedrag", "uitkeringen.toerekening"), True
    yield "klein kengetal", only({"values": {"kostenbasis": "kengetal", "drempel": 320}}, "kosten-per-bezoeker",
                                 "dagbesteding.aantal", "uitkeringen.aantal"), True
    yield "kleine eigen regels", only({"custom": OWN, "ranges": OWN_RANGES, "values": {"drempel": 255}}, "bezoekers", "c1.aantal",
                                      "c1.bedrag", "c1.autonoom", "c2.aantal", "c2.bedrag", "c5.toerekening", "c5.aantal"), True
