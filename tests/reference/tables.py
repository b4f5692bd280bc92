"""The tables of the specification: parameters, lines, presets, CPI."""

from collections import namedtuple
from fractions import Fraction

PARTIES = ("gemeente", "rijk", "zorgverzekeraar")  # and the rest: "overig"
CORRECTIONS = ("autonoom", "toerekening", "verdringing")
KINDS = ("besparing", "overdracht", "welvaart")
DUST = Fraction(1, 10**9)  # a rest of shares below this is 0; a sum may exceed 1 by it

# CPI in % for the years after 2016; from then on `verwachte-inflatie` a year.
CPI = {2017: "1.4", 2018: "1.7", 2019: "2.6", 2020: "1.3", 2021: "2.7",
       2022: "10.0", 2023: "3.8", 2024: "3.3", 2025: "3.3"}

# Values that are a word; the first is the default.
CHOICES = {"kostenbasis": ("begroting", "kengetal"), "fase": ("bestaand", "nieuw"),
           "perspectief": ("partijen", "gemeente", "samenleving")}


class Parameter:
    """One row of the parameter table. `indexed`: its default and its range are in
    2016 euros. `ranged`: low-high, where it has one; `moves`: which goes along
    with the value (quantities and amounts), or stays (shares, discontovoet)."""

    def __init__(self, default, low, high, indexed=False, whole=False, ranged=None, moves=False):
        self.default = Fraction(default)
        self.low, self.high = Fraction(low), Fraction(high)
        self.indexed, self.whole, self.moves = indexed, whole, moves
        self.ranged = ranged and tuple(Fraction(end) for end in ranged)


# `cashable`: (verzilverbaar, its range), on `besparing` alone. `payer`: who saves; none for `welvaart`.
Line = namedtuple("Line", "kind counted aantal aantal_range bedrag bedrag_range cashable payer indexed")
LINES = {
    "uitkeringen": Line("overdracht", True, 4, (0, 6), 13500, (12000, 17000), None, "gemeente", True),
    "dagbesteding": Line("besparing", True, 16, (8, 20), 6250, (3680, 10120), ("1", ("0.5", "1")), "gemeente", True),
    "zorggebruik": Line("besparing", False, 0, (0, 20), 4600, (2400, 8000), ("0.5", ("0", "1")), "zorgverzekeraar", True),
    "overlast": Line("besparing", False, 0, (0, 25), 280, (145, 715), ("0", ("0", "0.5")), "rijk", True),
    "betaald-werk": Line("welvaart", False, 0, (0, 6000), 33, (25, 41), None, None, True),
    "vrijwilligerswerk": Line("welvaart", False, 0, (0, 6000), 17, (12, 21), None, None, True),
    # The thresholds behind a QALY's price are not indexed.
    "kwaliteit-van-leven": Line("welvaart", False, 0, (0, 10), 50000, (20000, 80000), None, None, False),
}
PAYERS = [name for name, line in LINES.items() if line.payer]


def _parameters():
    number, euro = dict(moves=True), dict(indexed=True, moves=True)
    table = {
        "bezoekers": Parameter("500", "1", "1000000", ranged=(400, 650), **number),
        "fte": Parameter("3.75", "0", "10000", ranged=("3.5", 4), **number),
        "vrijwilligers": Parameter("50", "0", "100000", ranged=(40, 60), **number),
        "kosten-per-bezoeker": Parameter("600", "0", "100000", ranged=(540, 690), **euro),
        "loonkosten-per-fte": Parameter("48800", "0", "500000", ranged=(45800, 52300), **euro),
        "vergoeding-per-vrijwilliger": Parameter("300", "0", "10000", ranged=(0, 600), **euro),
        "huisvesting": Parameter("48000", "0", "1e9", ranged=(40000, 58000), **euro),
        "activiteiten": Parameter("30000", "0", "1e9", ranged=(25000, 36000), **euro),
        "organisatie": Parameter("24000", "0", "1e9", ranged=(20000, 29000), **euro),
        "eigen-inkomsten": Parameter("0", "0", "1e9", indexed=True),
        "startkosten": Parameter("0", "0", "1e9", indexed=True),
        "financiering.gemeente": Parameter("1", "0", "1"),
        "financiering.rijk": Parameter("0", "0", "1"),
        "financiering.zorgverzekeraar": Parameter("0", "0", "1"),
        "horizon": Parameter("4", "1", "20", whole=True),
        "discontovoet": Parameter("0.028", "-0.05", "0.2", ranged=("0", "0.04")),
        "ingroei-jaar-1": Parameter("0.5", "0", "1", ranged=("0.3", "0.8")),
        "ingroei-jaar-2": Parameter("0.8", "0", "1", ranged=("0.6", "1")),
        "kostenstijging": Parameter("0", "-0.2", "0.2"),
        "batenstijging": Parameter("0", "-0.2", "0.2"),
        "drempel": Parameter("0", "0", "100000", indexed=True),
        "prijspeil": Parameter("2016", "2016", "2030", whole=True),
        "verwachte-inflatie": Parameter("0.02", "-0.05", "0.2"),
        "inwoners-gemeente": Parameter("0", "0", "2000000", whole=True),
        "samenhang": Parameter("0.5", "0", "1"),
        "kans-geen-effect": Parameter("0.15", "0", "1"),
    }
    for name, line in LINES.items():
        table[f"{name}.aantal"] = Parameter(line.aantal, "-1e9", "1e9", ranged=line.aantal_range, moves=True)
        table[f"{name}.bedrag"] = Parameter(line.bedrag, "-1e9", "1e9", ranged=line.bedrag_range,
                                            indexed=line.indexed, moves=True)
        table[f"{name}.autonoom"] = Parameter("0", "0", "1", ranged=("0", "0.5"))
        table[f"{name}.toerekening"] = Parameter("1", "0", "1", ranged=("0.5", "1"))
        table[f"{name}.verdringing"] = Parameter("0", "0", "1", ranged=("0", "0.2"))
        if line.cashable:
            default, ends = line.cashable
            table[f"{name}.verzilverbaar"] = Parameter(default, "0", "1", ranged=ends)
        if line.payer:
            for party in PARTIES:
                table[f"{name}.{party}"] = Parameter("1" if party == line.payer else "0", "0", "1")
    return table


PARAMETERS = _parameters()
# What version 1 knew besides: `verzilverbaar` on transfers.
TRANSFERS = [name for name, line in LINES.items() if line.kind == "overdracht"]
VERSION_1 = {f"{name}.verzilverbaar": Parameter("1", "0", "1", ranged=("0.5", "1")) for name in TRANSFERS}

# base: (values, counted)
PRESETS = {
    "brochure": ({}, {}),
    "prijspeil-2025": ({"prijspeil": "2025"}, {}),
    "geen-effect": ({"uitkeringen.aantal": "0", "dagbesteding.aantal": "0"}, {}),
    "voorzichtig": ({"uitkeringen.autonoom": "0.5", "uitkeringen.toerekening": "0.7",
                     "uitkeringen.verdringing": "0.1", "dagbesteding.autonoom": "0.25",
                     "dagbesteding.toerekening": "0.8", "dagbesteding.verzilverbaar": "0.7"}, {}),
    "gunstig": ({"uitkeringen.aantal": "6", "dagbesteding.aantal": "20",
                 "zorggebruik.aantal": "10", "overlast.aantal": "10"},
                {"zorggebruik": True, "overlast": True}),
}
PRESETS_1 = {"voorzichtig": {"uitkeringen.verzilverbaar": "0.8"}}


def own_limits(custom, version):
    """The parameters of own lines that a range may name, and their limits."""
    limits = {}
    for line in custom:
        limits[f"{line['id']}.aantal"] = limits[f"{line['id']}.bedrag"] = (-10**9, 10**9)
        if line["side"] == "saving":
            transfer = line.get("kind", "besparing") == "overdracht"
            for key in (*CORRECTIONS, *(["verzilverbaar"] if version == 1 or not transfer else [])):
                limits[f"{line['id']}.{key}"] = (0, 1)
    return limits
