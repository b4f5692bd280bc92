"""What must be refused: (name, text, field, given); README.md says how to read `field`."""

import json


def invalid():
    def value_of(name, token, field=None, given=None):
        return f"{name} = {token}", f'{{"schema":2,"values":{{"{name}":{token}}}}}', field or name, given

    def refused(label, text, field=None, given=None):
        return label, text, field, given

    def own(label, line, field, given=None):
        text = json.dumps({"schema": 2, "custom": line if isinstance(line, list) else [line]}, ensure_ascii=False)
        return f"custom: {label}", text, field, given

    saving = {"id": "c1", "side": "saving", "label": "x", "kind": "besparing", "counted": True, "quantity": 2,
              "unit": "x", "amount": 9000}
    cost = {"id": "c1", "side": "cost", "label": "x", "quantity": 1, "amount": 5000}

    # Not JSON, or not an object.
    yield refused("empty text", "")
    yield refused("words", "geen json")
    yield refused("truncated", '{"schema":2,"values":{"bezoekers":5')
    yield refused("trailing comma", '{"schema":2,}')
    yield refused("text after the object", '{"schema":2} {"schema":2}')
    yield refused("array", "[]")
    yield refused("number", "1")
    yield refused("string", '"brochure"')
    yield refused("null", "null")
    yield refused("NaN", '{"values":{"bezoekers":NaN}}')
    yield refused("Infinity", '{"values":{"bezoekers":Infinity}}')
    yield refused("-Infinity", '{"values":{"bezoekers":-Infinity}}')
    yield refused("10,000 brackets", "[" * 10000 + "]" * 10000)
    yield refused("10,000 open brackets", "[" * 10000)
    yield refused("10,000 brackets for a value", '{"values":{"bezoekers":' + "[" * 10000 + "]" * 10000 + "}}")
    # Names.
    yield refused("unknown key", '{"schema":2,"waarden":{}}', "waarden", "waarden")
    yield refused("a file of several scenarios", '{"schema":2,"scenarios":[{"schema":2}]}', "scenarios")
    yield value_of("bezoeker", "500", given="bezoeker")
    yield value_of("betaald-werk.gemeente", "1")
    yield value_of("kwaliteit-van-leven.verzilverbaar", "0.5")
    yield value_of("dagbesteding.overig", "0")
    yield value_of("financiering.overig", "0")
    yield refused("duplicate key", '{"schema":2,"values":{"bezoekers":500,"bezoekers":600}}', "bezoekers")
    # Types.
    yield value_of("bezoekers", '"veel"', given="veel")
    yield value_of("bezoekers", '"500"', given="500")
    yield value_of("bezoekers", "true", given="true")
    yield value_of("bezoekers", "null", given="null")
    yield value_of("fte", "[3]")
    yield value_of("dagbesteding.autonoom", '{"low":0}')
    yield value_of("kostenbasis", "1", given="1")
    yield value_of("kostenbasis", '"raming"', given="raming")
    yield value_of("fase", '"oud"', given="oud")
    yield value_of("fase", "true", given="true")
    yield value_of("perspectief", '"rijk"', given="rijk")
    yield value_of("perspectief", "2", given="2")
    yield value_of("inwoners-gemeente", '"veel"', given="veel")
    yield refused("values is a list", '{"schema":2,"values":[]}', "values")
    yield refused("counted is a list", '{"schema":2,"counted":["zorggebruik"]}', "counted")
    yield refused("ranges is null", '{"schema":2,"ranges":null}', "ranges")
    yield refused("meta is a string", '{"schema":2,"meta":"x"}', "meta")
    yield refused("simulation is a number", '{"schema":2,"simulation":1000}', "simulation")
    # Limits.
    for name, token in [("bezoekers", "0"), ("bezoekers", "1000001"), ("fte", "-1"), ("fte", "10001"),
                        ("vrijwilligers", "100001"), ("kosten-per-bezoeker", "-0.5"), ("kosten-per-bezoeker", "100001"),
                        ("loonkosten-per-fte", "500001"), ("vergoeding-per-vrijwilliger", "10001"),
                        ("huisvesting", "-1"), ("huisvesting", "1000000001"), ("eigen-inkomsten", "-7"),
                        ("startkosten", "2000000000"), ("financiering.rijk", "-0.1"), ("discontovoet", "-0.06"),
                        ("discontovoet", "0.21"), ("ingroei-jaar-1", "1.5"), ("ingroei-jaar-2", "-0.5"),
                        ("kostenstijging", "0.25"), ("batenstijging", "-0.25"), ("drempel", "100001"),
                        ("verwachte-inflatie", "-0.06"), ("verwachte-inflatie", "0.25"), ("samenhang", "1.1"),
                        ("samenhang", "-0.1"), ("kans-geen-effect", "15"), ("kans-geen-effect", "-0.15"),
                        ("inwoners-gemeente", "-1"), ("inwoners-gemeente", "2000001"), ("inwoners-gemeente", "100.5"),
                        ("dagbesteding.aantal", "2000000000"), ("dagbesteding.bedrag", "-2000000000"),
                        ("dagbesteding.autonoom", "50"), ("uitkeringen.toerekening", "-0.2"), ("overlast.verdringing", "1.01"),
                        ("zorggebruik.verzilverbaar", "100"), ("horizon", "0"), ("horizon", "21"), ("horizon", "4.5"),
                        ("prijspeil", "2015"), ("prijspeil", "2031"), ("prijspeil", "2017.5"),
                        ("bezoekers", "1e999"), ("dagbesteding.aantal", "-1e999")]:
        yield value_of(name, token, given=token)
    # Schema, base, name.
    for token in ("3", "0", "1.5", "-1", '"2"', "null"):
        yield refused(f"schema {token}", f'{{"schema":{token}}}', "schema", token.strip('"'))
    yield refused("unknown base", '{"base":"rooskleurig"}', "base", "rooskleurig")
    yield refused("base with a capital", '{"base":"Brochure"}', "base", "Brochure")
    yield refused("base a number", '{"base":1}', "base", "1")
    yield refused("name of 201 characters", json.dumps({"name": "n" * 201}), "name")
    yield refused("name a number", '{"name":5}', "name", "5")
    # Shares.
    yield refused("financing 2e-9 above 1", '{"values":{"financiering.gemeente":0.5,"financiering.rijk":0.3,'
                '"financiering.zorgverzekeraar":0.200000002}}', "financiering")
    yield refused("financing above 1 through the default", '{"values":{"financiering.rijk":0.2}}', "financiering")
    yield refused("line 2e-9 above 1", '{"values":{"dagbesteding.gemeente":0.5,"dagbesteding.rijk":0.500000002}}', "dagbesteding")
    yield refused("line above 1 through the default", '{"values":{"uitkeringen.rijk":0.5}}', "uitkeringen")
    yield refused("p.m. line above 1 through the default", '{"values":{"zorggebruik.gemeente":0.01}}', "zorggebruik")
    # Counted.
    yield refused("counted: unknown line", '{"counted":{"zorg":true}}', "zorg", "zorg")
    yield refused("counted: own line", json.dumps({"counted": {"c1": True}, "custom": [saving]}), "c1", "c1")
    yield refused("counted: a number", '{"counted":{"zorggebruik":1}}', "zorggebruik", "1")
    yield refused("counted: a string", '{"counted":{"zorggebruik":"ja"}}', "zorggebruik", "ja")
    yield refused("counted: null", '{"counted":{"zorggebruik":null}}', "zorggebruik", "null")
    # Ranges.

    def a_range(label, name, spec, field, given=None):
        return refused(f"ranges: {label}", f'{{"schema":2,"ranges":{{"{name}":{spec}}}}}', field, given)

    yield a_range("unknown parameter", "bezoeker", '{"kind":"pert","low":1,"high":2}', "bezoeker", "bezoeker")
    yield a_range("own line that is not there", "c9.aantal", '{"kind":"pert","low":1,"high":2}', "c9.aantal")
    yield a_range("unknown kind", "bezoekers", '{"kind":"normaal","low":400,"high":700}', "bezoekers", "normaal")
    yield a_range("low above high", "bezoekers", '{"kind":"pert","low":700,"high":400}', "bezoekers", "700")
    yield a_range("low out of limits", "bezoekers", '{"kind":"pert","low":0,"high":700}', "bezoekers", "0")
    yield a_range("high out of limits", "dagbesteding.autonoom", '{"kind":"pert","low":0,"high":1.5}', "dagbesteding.autonoom", "1.5")
    yield a_range("unknown key", "bezoekers", '{"kind":"pert","low":400,"high":700,"mode":500}', "mode", "mode")
    yield a_range("a string for low", "bezoekers", '{"kind":"pert","low":"400","high":700}', "bezoekers low")
    yield a_range("a list", "bezoekers", "[400,700]", "bezoekers")
    yield a_range("a p.m. line's share of a party", "zorggebruik.gemeente", '{"kind":"fixed"}', "zorggebruik.gemeente")
    for name in ("eigen-inkomsten", "startkosten", "horizon", "kostenstijging", "batenstijging", "drempel", "prijspeil",
                 "verwachte-inflatie", "inwoners-gemeente", "samenhang", "kans-geen-effect", "financiering.gemeente",
                 "dagbesteding.gemeente", "perspectief", "fase"):
        yield a_range(f"{name} has none", name, '{"kind":"uniform","low":0,"high":1}', name)
    ranged = dict(saving, kind="overdracht")
    for label, line, name, spec, field in [
            ("an own line needs low", saving, "c1.aantal", {"kind": "pert", "high": 5}, "c1.aantal low"),
            ("an own line needs high", saving, "c1.bedrag", {"kind": "uniform", "low": 5}, "c1.bedrag high"),
            ("corrections of an own cost line", cost, "c1.autonoom", {"low": 0, "high": 1}, "c1.autonoom"),
            ("an own transfer's verzilverbaar", ranged, "c1.verzilverbaar", {"low": 0, "high": 1}, "c1.verzilverbaar"),
            ("an own line's party", saving, "c1.gemeente", {"low": 0, "high": 1}, "c1.gemeente"),
            ("out of an own line's limits", saving, "c1.toerekening", {"low": 0, "high": 1.5}, "c1.toerekening")]:
        yield refused(f"ranges: {label}", json.dumps({"schema": 2, "custom": [line], "ranges": {name: spec}}), field)
    # What only version 1 knew.
    yield value_of("uitkeringen.verzilverbaar", "0.8")
    yield a_range("a transfer's verzilverbaar", "uitkeringen.verzilverbaar", '{"kind":"pert","low":0,"high":1}', "uitkeringen.verzilverbaar")
    yield own("verzilverbaar on a transfer", dict(saving, kind="overdracht", verzilverbaar=1), "custom c1.verzilverbaar")
    for label, text, field, given in [
            ("z above 1", '{"schema":1,"values":{"uitkeringen.verzilverbaar":1.5}}', "uitkeringen.verzilverbaar", "1.5"),
            ("z a text, no schema", '{"values":{"uitkeringen.verzilverbaar":"alles"}}', "uitkeringen.verzilverbaar", "alles"),
            ("own z below 0", json.dumps({"custom": [dict(saving, kind="overdracht", verzilverbaar=-0.5)]}), "custom c1.verzilverbaar", "-0.5"),
            ("no z on welfare", '{"schema":1,"values":{"betaald-werk.verzilverbaar":0.5}}', "betaald-werk.verzilverbaar", None),
            ("visitors", '{"schema":1,"values":{"bezoekers":0}}', "bezoekers", "0"),
            ("unknown key", '{"schema":1,"waarden":{}}', "waarden", "waarden"),
            ("prijspeil", '{"schema":1,"values":{"prijspeil":2031}}', "prijspeil", "2031"),
            ("shares above 1", '{"schema":1,"values":{"uitkeringen.rijk":0.5,"uitkeringen.verzilverbaar":0.4}}', "uitkeringen", None)]:
        yield refused(f"v1: {label}", text, field, given)
    # Own lines.
    yield own("201 lines", [dict(cost, id=f"k{i}") for i in range(201)], "custom", "201")
    yield refused("custom is an object", '{"custom":{}}', "custom")
    yield own("a string for a line", ["c1"], "custom")
    yield own("null for a line", [None], "custom")
    for label, name in [("capital", "C1"), ("empty", ""), ("33 characters", "a" * 33), ("digit first", "1c"),
                        ("space", "c 1"), ("underscore", "c_1"), ("é", "é1")]:
        yield own(f"id: {label}", dict(saving, id=name), "custom", name or None)
    yield own("id of a fixed line", dict(saving, id="dagbesteding"), "custom", "dagbesteding")
    yield own("id not a string", dict(saving, id=1), "custom")
    yield own("id twice", [saving, dict(cost)], "custom c1", "c1")
    yield own("no id", {k: x for k, x in saving.items() if k != "id"}, "custom id")
    yield own("no side", {k: x for k, x in saving.items() if k != "side"}, "custom c1.side")
    yield own("unknown side", dict(saving, side="winst"), "custom c1.side", "winst")
    yield own("unknown kind", dict(saving, kind="subsidie"), "custom c1.kind", "subsidie")
    yield own("unknown key", dict(saving, bedrag=3), "custom c1 bedrag", "bedrag")
    yield own("quantity out of limits", dict(saving, quantity=2000000000), "custom c1.quantity", "2000000000")
    yield own("amount out of limits", dict(cost, amount=-2000000000), "custom c1.amount", "-2000000000")
    yield own("quantity a string", dict(saving, quantity="2"), "custom c1.quantity", "2")
    yield own("correction above 1", dict(saving, autonoom=1.2), "custom c1.autonoom", "1.2")
    yield own("counted a string", dict(saving, counted="ja"), "custom c1.counted", "ja")
    yield own("label of 201 characters", dict(saving, label="l" * 201), "custom c1.label")
    yield own("unit of 201 characters", dict(saving, unit="u" * 201), "custom c1.unit")
    yield own("label a number", dict(cost, label=5), "custom c1.label", "5")
    yield own("parties above 1", dict(saving, parties={"gemeente": 0.5, "rijk": 0.500000002}), "custom c1.parties")
    yield own("a party below 0", dict(saving, parties={"rijk": -0.1}), "custom c1.rijk", "-0.1")
    yield own("unknown party", dict(saving, parties={"provincie": 0.1}), "custom c1 provincie", "provincie")
    yield own("parties a list", dict(saving, parties=[1]), "custom c1.parties")
    # Simulation.
    for name, token in [("draws", "999"), ("draws", "1000001"), ("draws", "1000.5"), ("draws", '"1000"'), ("seed", "-1"),
                        ("seed", "9007199254740992"), ("seed", "1.5"), ("seed", "null")]:
        yield refused(f"{name} {token}", f'{{"simulation":{{"{name}":{token}}}}}', name, token.strip('"'))
    yield refused("simulation: unknown key", '{"simulation":{"trekkingen":1000}}', "trekkingen", "trekkingen")
    yield refused("pm: unknown word", '{"simulation":{"pm":"alles"}}', "pm", "alles")
    yield refused("pm: a truth", '{"simulation":{"pm":true}}', "pm", "true")
    # The plan.
    funder = {"label": "Fonds", "party": "overig", "amount": 1000}

    def plan(label, funders, field, given=None):
        return refused(f"plan: {label}", json.dumps({"plan": funders}), field, given)

    yield plan("an object", {}, "plan")
    yield plan("21 funders", [funder] * 21, "plan", "21")
    yield plan("a string for a funder", ["Fonds"], "plan[0]", "Fonds")
    yield plan("no party", [{"amount": 5}], "plan[0].party")
    yield plan("unknown party", [dict(funder, party="provincie")], "plan[0].party", "provincie")
    yield plan("neither amount nor share", [{"party": "rijk"}], "plan[0].amount")
    yield plan("amount and share", [dict(funder, share=0.5)], "plan[0].share", "0.5")
    yield plan("amount below 0", [dict(funder, amount=-1)], "plan[0].amount", "-1")
    yield plan("amount out of limits", [funder, dict(funder, amount=2000000000)], "plan[1].amount", "2000000000")
    yield plan("share above 1", [{"party": "rijk", "share": 1.5}], "plan[0].share", "1.5")
    yield plan("share a string", [{"party": "rijk", "share": "0.5"}], "plan[0].share", "0.5")
    yield plan("until 0", [dict(funder, until=0)], "plan[0].until", "0")
    yield plan("until 21", [dict(funder, until=21)], "plan[0].until", "21")
    yield plan("until not whole", [dict(funder, until=2.5)], "plan[0].until", "2.5")
    yield plan("label of 201 characters", [dict(funder, label="l" * 201)], "plan[0].label")
    yield plan("unknown key", [dict(funder, bedrag=3)], "plan[0].bedrag", "bedrag")
