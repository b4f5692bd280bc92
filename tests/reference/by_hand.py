"""Scenarios chosen by hand: (name, scenario, guarded). What must be covered stands
here, so that nothing rests on the luck of a seed. `guarded` ones must pass the tie
guards as well; a name that begins with SILENT rests on a reading of README.md."""

from draws import INHABITANTS
from tables import LINES, PARAMETERS, PARTIES, PRESETS

PRICE_YEARS = range(2016, 2031)


def named(schema=2, /, **values):
    return {"schema": schema, "values": {key.replace("__", ".").replace("_", "-"): v for key, v in values.items()}}


def saving(name, **more):
    line = {"id": name, "side": "saving", "label": name, "kind": "besparing", "counted": True, "quantity": 2, "unit": "x",
            "amount": 9000, "autonoom": 0.2, "toerekening": 0.8, "verdringing": 0.1, "verzilverbaar": 0.5}
    line.update(more)
    if line["kind"] != "besparing" and "verzilverbaar" not in more:
        del line["verzilverbaar"]
    return line


NO_COSTS = dict(fte=0, vrijwilligers=0, huisvesting=0, activiteiten=0, organisatie=0)
NO_SAVINGS = dict(uitkeringen__aantal=0, dagbesteding__aantal=0)
REST = [("dust", [0.1, 0.2, 0.7]), ("dust, other order", [0.7, 0.2, 0.1]), ("a rest of 3e-10", [0.5, 0.3, 0.2 - 3e-10]),
        ("a rest of 2e-9", [0.5, 0.3, 0.2 - 2e-9]), ("5e-10 above 1", [0.5, 0.3, 0.2 + 5e-10]), ("all the rest", [0, 0, 0])]
WELFARE = {"betaald-werk": True, "vrijwilligerswerk": True, "kwaliteit-van-leven": True}


def by_hand():
    for part in (the_start, money_and_time, effects, perspectives, bijstand, own_lines, files_of_version_1, silent):
        yield from part()


def the_start():
    yield "empty object", {}, True
    yield "empty parts", {"values": {}, "counted": {}, "ranges": {}, "custom": [], "plan": [], "simulation": {}, "meta": {}}, True
    for base in PRESETS:
        yield f"base {base}", {"schema": 2, "base": base}, True
        yield f"base {base}, new, in 2026", {"base": base, "values": {"fase": "nieuw", "prijspeil": 2026}}, True
    for year in PRICE_YEARS:
        yield f"prijspeil {year}", named(prijspeil=year), True
    for rate in (-0.05, 0, 0.025, 0.2):
        yield f"verwachte inflatie {rate} up to 2030", named(prijspeil=2030, verwachte_inflatie=rate), True
    yield "verwachte inflatie waits for 2026", named(prijspeil=2025, verwachte_inflatie=0.2), True
    yield "a QALY's price is not indexed", {"values": {"prijspeil": 2028, "kwaliteit-van-leven.aantal": 1.5, "perspectief": "samenleving"},
                                            "counted": {"kwaliteit-van-leven": True}}, True
    yield "prijspeil-2025 set back to 2016", {"base": "prijspeil-2025", "values": {"prijspeil": 2016}}, True
    yield "gunstig at 2020", {"base": "gunstig", "values": {"prijspeil": 2020}}, True
    yield "voorzichtig, one correction back", {"base": "voorzichtig", "values": {"uitkeringen.autonoom": 0}}, True
    yield "gunstig, overlast off again", {"base": "gunstig", "counted": {"overlast": False}}, True
    yield "geen-effect, one effect after all", {"base": "geen-effect", "values": {"dagbesteding.aantal": 3}}, True
    yield "named amounts are not indexed", named(
        prijspeil=2025, huisvesting=48000, dagbesteding__bedrag=6250, kosten_per_bezoeker=600), True
    yield "kengetal indexed", named(prijspeil=2023, kostenbasis="kengetal"), True
    yield "own lines are not indexed", {"values": {"prijspeil": 2025}, "custom": [
        {"id": "a", "side": "cost", "label": "", "quantity": 3, "amount": 1000},
        saving("b", kind="overdracht", amount=7000)]}, True
    yield "ranges, chances, simulation and meta do not matter", {
        "values": {"samenhang": 1, "kans-geen-effect": 0.5, "drempel": 900},
        "ranges": {"bezoekers": {"kind": "pert", "low": 1, "high": 1000000}, "a.aantal": {"kind": "uniform", "low": 0, "high": 9},
                   "a.autonoom": {"kind": "triangular", "low": 0, "high": 1}, "discontovoet": {"low": 0.01}},
        "custom": [saving("a")], "simulation": {"draws": 1000, "seed": 0, "pm": "trekken"}, "meta": {"base": "gunstig", "x": {"y": []}}}, True
    yield "texts of 200 letters", {"name": "n" * 200, "custom": [saving("lang", label="l" * 200, unit="u" * 200)]}, True


def money_and_time():
    at_once = dict(kostenbasis="kengetal", bezoekers=100, kosten_per_bezoeker=1000)
    yield "no costs", named(**NO_COSTS), True
    yield "no savings", named(**NO_SAVINGS), True
    yield "no costs and no savings", named(**NO_COSTS, **NO_SAVINGS), True
    yield "exact balance", named(kostenbasis="kengetal", bezoekers=500, kosten_per_bezoeker=308), True
    yield "exact payback in year 2", named(**at_once, startkosten=108000), True
    yield "one euro short in year 2", named(**at_once, startkosten=108001), True
    yield "payback in the last year", named(**at_once, startkosten=216000), True
    yield "payback won and lost", named(dagbesteding__aantal=60, horizon=20, batenstijging=-0.2), True
    yield "payback lost for a while, then won", named(
        dagbesteding__aantal=41, horizon=12, batenstijging=0.06, fase="nieuw", ingroei_jaar_1=1, ingroei_jaar_2=0), True
    yield "own income equals costs", named(eigen_inkomsten=300000), True
    yield "own income above costs", named(eigen_inkomsten=450000), True
    yield "negative costs, negative savings", named(eigen_inkomsten=450000, dagbesteding__aantal=-20), True
    for name, three in REST:
        shares = dict(zip(PARTIES, three))
        yield f"financing: {name}", {"values": {**{f"financiering.{p}": s for p, s in shares.items()}, "startkosten": 30000}}, True
        yield f"who saves: {name}", {"values": {f"dagbesteding.{p}": s for p, s in shares.items()}}, True
    for horizon in (1, 2, 3, 20):
        yield f"horizon {horizon}", named(horizon=horizon, startkosten=10000), True
        yield f"horizon {horizon}, new", named(horizon=horizon, fase="nieuw", startkosten=10000, inwoners_gemeente=20000), True
    for rate in (-0.05, 0, 0.0225, 0.2):
        yield f"discontovoet {rate}", named(discontovoet=rate, horizon=20), True
    yield "growth at its limits", named(kostenstijging=0.2, batenstijging=-0.2, horizon=20), True
    yield "growth at its other limits", named(kostenstijging=-0.2, batenstijging=0.2, horizon=20), True
    yield "the ramp waits for `nieuw`", named(fase="bestaand", ingroei_jaar_1=0.1, ingroei_jaar_2=0.2), True
    yield "no ramp at all", named(fase="nieuw", ingroei_jaar_1=0, ingroei_jaar_2=0), True
    yield "new, and full at once", named(fase="nieuw", ingroei_jaar_1=1, ingroei_jaar_2=1), True
    yield "fewest visitors", named(bezoekers=1, kostenbasis="kengetal"), True
    yield "half a visitor more", named(bezoekers=500.5), True
    top = {n: int(p.high) for n, p in PARAMETERS.items() if p.high > 1 and not p.whole and "." not in n and n != "eigen-inkomsten"}
    yield "everything at its most", {"values": dict(top, horizon=20, **{"dagbesteding.aantal": 10**9, "dagbesteding.bedrag": 10**9})}, True
    yield "everything at its least", {"values": {
        n: float(p.low) if n in ("discontovoet", "verwachte-inflatie") else int(p.low) for n, p in PARAMETERS.items()
        if "." not in n and n not in ("kostenstijging", "batenstijging")}}, True
    yield "kengetal ignores the budget", named(kostenbasis="kengetal", fte=9, huisvesting=10**6), True
    yield "begroting ignores the kengetal", named(kostenbasis="begroting", kosten_per_bezoeker=99999), True
    tiny = 5e-324
    yield "denormal value of a p.m. line", named(overlast__bedrag=tiny), False
    yield "denormal savings", named(dagbesteding__aantal=1, dagbesteding__bedrag=tiny, uitkeringen__aantal=0), False
    yield "denormal costs", named(kostenbasis="kengetal", bezoekers=1, kosten_per_bezoeker=1e-310), False


def effects():
    yield "harm in number", named(dagbesteding__aantal=-3, dagbesteding__autonoom=0.5, dagbesteding__verzilverbaar=0.2), True
    yield "harm in value", named(dagbesteding__bedrag=-100, dagbesteding__toerekening=0.5, dagbesteding__verzilverbaar=0), True
    for name in LINES:
        yield f"harm: {name}", {"values": {f"{name}.aantal": -7, f"{name}.autonoom": 0.4, f"{name}.toerekening": 0.6},
                                "counted": {name: True}}, True
    yield "twice negative is no harm", named(
        dagbesteding__aantal=-16, dagbesteding__bedrag=-6250, dagbesteding__autonoom=0.25, dagbesteding__verzilverbaar=0.5), True
    yield "zero times negative", named(overlast__aantal=0, overlast__bedrag=-5), True
    yield "harm to welfare", {"values": {"betaald-werk.aantal": -100, "betaald-werk.autonoom": 0.5,
                                         "kwaliteit-van-leven.aantal": 2, "kwaliteit-van-leven.toerekening": 0.5},
                              "counted": {"betaald-werk": True, "kwaliteit-van-leven": True}}, True
    yield "all welfare counted", {"values": {"betaald-werk.aantal": 2000, "vrijwilligerswerk.aantal": 3000,
                                             "vrijwilligerswerk.verdringing": 0.1, "kwaliteit-van-leven.aantal": 3}, "counted": WELFARE}, True
    yield "p.m. with a number stays out", named(zorggebruik__aantal=12, overlast__aantal=-40), True
    yield "everything counted, nothing in it", {"counted": {name: True for name in LINES}}, True
    yield "nothing counted", {"counted": {"uitkeringen": False, "dagbesteding": False}}, True
    yield "nothing attributed", named(uitkeringen__toerekening=0, dagbesteding__autonoom=1), True
    yield "nothing cashable", {"values": {"dagbesteding.verzilverbaar": 0, "zorggebruik.aantal": 6}, "counted": {"zorggebruik": True}}, True


def perspectives():
    for perspective in ("partijen", "gemeente", "samenleving"):
        def seen(**more):
            return {"schema": 2, **more, "values": {**more.get("values", {}), "perspectief": perspective}}

        yield f"{perspective}: brochure", seen(), True
        yield f"{perspective}: voorzichtig", seen(base="voorzichtig"), True
        yield f"{perspective}: gunstig, half of it not cashable", seen(base="gunstig", values={"dagbesteding.verzilverbaar": 0.5}), True
        yield f"{perspective}: harm", seen(values={"dagbesteding.aantal": -2, "uitkeringen.bedrag": -100}), True
        yield f"{perspective}: welfare counted", seen(
            values={"betaald-werk.aantal": 2500, "kwaliteit-van-leven.aantal": 4, "vrijwilligerswerk.aantal": -50}, counted=WELFARE), True
        yield f"{perspective}: more than enough", seen(values={
            "dagbesteding.aantal": 60, "uitkeringen.gemeente": 0.5, "uitkeringen.rijk": 0.5, "financiering.gemeente": 0.4}), True
        yield f"{perspective}: others save, others pay", seen(values={
            "uitkeringen.gemeente": 0, "dagbesteding.gemeente": 0, "dagbesteding.zorgverzekeraar": 0.6,
            "financiering.gemeente": 0, "financiering.rijk": 0.3}, counted={"zorggebruik": True}), True
        yield f"{perspective}: own lines", seen(custom=[
            saving("a", parties={"gemeente": 0.3, "rijk": 0.2}), saving("b", kind="overdracht", parties={"rijk": 1}),
            saving("c", kind="welvaart"), saving("d", counted=False), saving("e", kind="welvaart", counted=False, quantity=-1),
            {"id": "f", "side": "cost", "label": "Scholing", "quantity": 2, "amount": 3500}]), True
        yield f"{perspective}: a small gemeente", seen(values={"inwoners-gemeente": 14000, "horizon": 7, "fase": "nieuw"}), True
        yield f"{perspective}: a plan", {**seen(values={"startkosten": 20000}), "plan": [
            {"label": "Gemeente", "party": "gemeente", "share": 0.5}, {"label": "Fonds", "party": "overig", "amount": 100000, "until": 2}]}, True


def bijstand():
    for inhabitants in INHABITANTS:
        yield f"{inhabitants} inhabitants", named(inwoners_gemeente=inhabitants, horizon=5), True
    small = dict(inwoners_gemeente=22000, perspectief="gemeente")
    for horizon in (1, 2, 3):
        yield f"the budget follows after two years: horizon {horizon}", named(**small, horizon=horizon), True
    yield "the budget follows a new centre", named(**small, fase="nieuw", horizon=6), True
    yield "the budget follows what grows", named(**small, batenstijging=0.05, horizon=8), True
    yield "the budget follows what shrinks", named(**small, batenstijging=-0.1, fase="nieuw", horizon=8, uitkeringen__aantal=30), True
    yield "the budget follows harm", named(**small, uitkeringen__aantal=-3, uitkeringen__autonoom=0.5), True
    yield "the budget and an uncounted line", {"values": {"inwoners-gemeente": 22000, "perspectief": "gemeente"},
                                               "counted": {"uitkeringen": False}}, True
    yield "the budget and its share", named(**small, uitkeringen__gemeente=0.6, uitkeringen__rijk=0.1, uitkeringen__zorgverzekeraar=0.1), True
    yield "the budget and no share", named(**small, uitkeringen__gemeente=0, uitkeringen__rijk=1), True
    yield "the budget and voorzichtig", {"base": "voorzichtig", "values": {"inwoners-gemeente": 30000, "horizon": 10}}, True
    yield "own lines never follow", {"values": {"inwoners-gemeente": 12000}, "custom": [
        saving("bijstand", kind="overdracht"), saving("bijstand-2", kind="besparing")]}, True
    yield "nothing is left to the gemeente", named(inwoners_gemeente=15000, perspectief="gemeente", uitkeringen__aantal=40, horizon=12), True


def own_lines():
    yield "own kinds and parties", {"custom": [
        saving("a"), saving("b", parties={}), saving("c", parties={"rijk": 0.4}),
        saving("d", parties={"gemeente": 0, "rijk": 0, "zorgverzekeraar": 0}),
        saving("e", kind="overdracht", parties={"gemeente": 0.1, "rijk": 0.2, "zorgverzekeraar": 0.7}),
        saving("f", counted=False, parties={"zorgverzekeraar": 1}), saving("g", quantity=-1), saving("h", amount=-50),
        saving("i", toerekening=0)]}, True
    yield "own welfare line", {"custom": [
        saving("w", kind="welvaart"), saving("w2", kind="welvaart", quantity=-3), saving("w3", kind="welvaart", counted=False)]}, True
    yield "negative own costs", {"custom": [
        {"id": "c1", "side": "cost", "label": "Korting", "quantity": -1, "amount": 20000},
        {"id": "c2", "side": "cost", "label": "Korting", "quantity": 1, "amount": -400000},
        {"id": "c3", "side": "cost", "label": "Niets", "quantity": 0, "amount": -5}]}, True
    yield "own costs under kengetal", {"values": {"kostenbasis": "kengetal"}, "custom": [
        {"id": "extra", "side": "cost", "label": "Extra", "quantity": 2.5, "amount": 4000}]}, True
    yield "costs and savings in turns", {"custom": [
        saving("s1"), {"id": "k1", "side": "cost", "label": "", "quantity": 1, "amount": 10},
        saving("s2", kind="overdracht"), {"id": "k2", "side": "cost", "label": "", "quantity": 1, "amount": 20}]}, True
    yield "longest and odd own ids", {"custom": [saving("a" * 32), saving("z"), saving("a--"), saving("c-1")]}, True
    yield "25 own lines", {"custom": [saving(f"s{i}", quantity=i, parties={"rijk": i / 25}) for i in range(25)]}, True
    yield "200 own lines", {"custom": [{"id": f"k{i}", "side": "cost", "label": "", "quantity": 1, "amount": i} for i in range(190)]
                            + [saving(f"s{i}") for i in range(10)]}, True
    yield "own amounts at their limits", {"custom": [saving("top", quantity=10**9, amount=10**9),
                                                     saving("bottom", counted=False, quantity=-10**9, amount=10**9)]}, True
    bare = {"id": "a", "side": "saving", "kind": "besparing", "quantity": 2, "amount": 9000}
    yield "own line without corrections", {"custom": [bare]}, True
    yield "own transfer and own welfare without corrections", {"custom": [dict(bare, kind="overdracht"), dict(bare, id="b", kind="welvaart")]}, True


def files_of_version_1():
    """Named "v1: ..."; the rest of a hundred come at random."""
    z = {"uitkeringen.verzilverbaar": 0.6}

    def old(values=None, **more):
        return {"schema": 1, **({"values": values} if values is not None else {}), **more}

    yield "v1: nothing named", old(), True
    for base in ("brochure", "prijspeil-2025", "voorzichtig", "gunstig"):
        yield f"v1: base {base}", old(base=base), True
    yield "v1: z named", old(z), True
    for value in (0, 1, 0.25):
        yield f"v1: z of {value} instead of voorzichtig's", old({"uitkeringen.verzilverbaar": value}, base="voorzichtig"), True
    yield "v1: z without schema, so of version 1", {"values": dict(z)}, True
    yield "v1: z of 1 without schema, so of version 1", {"values": {"uitkeringen.verzilverbaar": 1}}, True
    yield "v1: an own z without schema, so of version 1", {"custom": [saving("a", kind="overdracht", verzilverbaar=1)]}, True
    yield "v1: a range of z without schema, so of version 1", {"ranges": {"uitkeringen.verzilverbaar": {"kind": "pert", "low": 0.2, "high": 0.9}}}, True
    yield "v1: voorzichtig without schema is of version 2", {"base": "voorzichtig", "values": {"prijspeil": 2020}}, True
    yield "v1: a range of z is dropped", old({}, ranges={"uitkeringen.verzilverbaar": {"kind": "uniform", "low": 0, "high": 1}}), True
    yield "v1: a range of an own z is dropped", old(custom=[saving("a", kind="overdracht", verzilverbaar=0.5)],
                                                    ranges={"a.verzilverbaar": {"kind": "pert", "low": 0, "high": 1}}), True
    yield "v1: harm keeps its shares", old({**z, "uitkeringen.aantal": -3, "uitkeringen.gemeente": 0.7}), True
    yield "v1: harm keeps its shares in voorzichtig", old({"uitkeringen.bedrag": -500}, base="voorzichtig"), True
    yield "v1: z on an uncounted line", old(z, counted={"uitkeringen": False}), True
    yield "v1: z on nothing", old({**z, "uitkeringen.aantal": 0}), True
    for name, three in REST:
        yield f"v1: z and {name}", old({**z, **{f"uitkeringen.{p}": s for p, s in zip(PARTIES, three)}}), True
    yield "v1: own z", old(custom=[
        saving("a", kind="overdracht", verzilverbaar=0.3), saving("b", kind="overdracht", verzilverbaar=0, parties={"zorgverzekeraar": 0.5}),
        saving("c", kind="overdracht", verzilverbaar=0.4, quantity=-2, parties={"gemeente": 0.5, "rijk": 0.1}),
        saving("d", kind="overdracht", verzilverbaar=1, parties={"rijk": 0.2}), saving("e", kind="overdracht"),
        saving("f", kind="overdracht", verzilverbaar=0.9, counted=False, parties={})]), True
    yield "v1: both ramps 1, so an existing one", old({"ingroei-jaar-1": 1, "ingroei-jaar-2": 1, "horizon": 6}), True
    yield "v1: one ramp 1, so a new one", old({"ingroei-jaar-1": 1, "horizon": 6}), True
    yield "v1: a rate of its own", old({"discontovoet": 0.03, "horizon": 9}), True
    quality = {"kwaliteit-van-leven.aantal": 0.7, "prijspeil": 2024}
    yield "v1: a QALY's price was indexed", old(quality, counted={"kwaliteit-van-leven": True}), True
    yield "v1: a QALY's price that is not used", old({"prijspeil": 2024}, counted={"kwaliteit-van-leven": True}), True
    yield "v1: a QALY's price that is named", old({**quality, "kwaliteit-van-leven.bedrag": 50000}, counted={"kwaliteit-van-leven": True}), True
    yield "v1: a QALY's price, not counted", old({**quality, "kwaliteit-van-leven.aantal": -1}), True


def silent():
    """Readings where the specification is silent; see README.md."""
    bare = {"id": "a", "side": "saving", "quantity": 2, "amount": 9000}
    yield "SILENT: whole numbers written with a point", named(horizon=5.0, prijspeil=2018.0, inwoners_gemeente=22000.0), True
    yield "SILENT: 200 characters, more bytes", {"name": "é" * 200, "custom": [saving("lang", label="€" * 200, unit="u" * 200)]}, True
    yield "SILENT: own ids like a budget line, kengetal or a party", {"custom": [
        saving("personeel"), saving("kengetal"), saving("rijk"), saving("overig"), saving("bezoekers")]}, True
    yield "SILENT: own line without kind", {"custom": [dict(bare, verzilverbaar=0.5)]}, True
    yield "SILENT: own lines without quantity or amount", {"custom": [
        dict(bare, quantity=0), {"id": "b", "side": "saving", "kind": "besparing", "amount": 100},
        {"id": "c", "side": "cost", "quantity": 5}]}, True
    yield "SILENT: a range without ends keeps the default's", {"ranges": {"fte": {"kind": "uniform"}, "bezoekers": {}}}, True
    yield "SILENT: v1 names what is new in version 2", {"schema": 1, "base": "geen-effect", "values": {
        "fase": "bestaand", "perspectief": "gemeente", "inwoners-gemeente": 20000, "prijspeil": 2028, "verwachte-inflatie": 0.03,
        "samenhang": 1, "kans-geen-effect": 0.3, "uitkeringen.aantal": 5, "uitkeringen.verzilverbaar": 0.5}}, True
    yield "SILENT: v1 names the perspective; a QALY's price that is not used", {
        "schema": 1, "values": {"perspectief": "samenleving", "prijspeil": 2024}}, True
    yield "SILENT: v1 has ranges that version 2 does not take", {"schema": 1, "ranges": {
        "eigen-inkomsten": {"kind": "uniform", "low": 0, "high": 20000}, "startkosten": {"kind": "pert", "low": 0, "high": 90000}}}, True
