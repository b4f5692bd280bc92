#!/usr/bin/env python3
"""Writes the outcomes of the worked examples in ../examples again.

    python3 examples.py

Each example is a file { scenario, outcome }. Its outcome is replaced where
reference.py finds another one, and added where the file has only a scenario. An
outcome that is equal (within 1e-9 x max(1, the largest term summed)) stays as it
is, to the last digit: those of the first examples were worked out by somebody
else, and differ from reference.py by rounding only. The differences between two
sources are worth more than the same digits.
"""

import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True
import reference as ref


def merged(old, new):
    """`new`, with the digits of `old` wherever they are the same figure; lists by `id`."""
    if isinstance(old, dict) and isinstance(new, dict):
        return {k: merged(old[k], v) if k in old else v for k, v in new.items()}
    if isinstance(old, list) and isinstance(new, list):
        if all(isinstance(row, dict) and "id" in row for row in old + new):
            by_id = {row["id"]: row for row in old}
            return [merged(by_id[row["id"]], row) if row["id"] in by_id else row for row in new]
        return [merged(*pair) for pair in zip(old, new)] if len(old) == len(new) else new
    if all(isinstance(x, (int, float)) and not isinstance(x, bool) for x in (old, new)):
        return old if abs(old - new) <= 1e-9 * max(1.0, abs(old)) else new
    return new


def settle(example):
    """The example with the outcome that holds, and where the old one differed."""
    scenario = ref.parse(json.dumps(example["scenario"]))
    outcome = ref.evaluate(scenario)
    if "outcome" not in example:
        return {"scenario": scenario, "outcome": outcome}, ["it had no outcome"]
    old = example["outcome"]
    wrong = [f"{'.'.join(map(str, path))} was {want}, is {have}"
             for path, want, have in ref.differences(old, outcome)]
    return (dict(example, outcome=merged(old, outcome)), wrong) if wrong else (example, [])


def main():
    files = sorted((Path(__file__).resolve().parent.parent / "examples").glob("*.json"))
    if not files:
        sys.exit("there are no worked examples")
    written = 0
    for file in files:
        settled, wrong = settle(json.loads(file.read_text(encoding="utf-8")))
        if not wrong:
            continue
        written += 1
        file.write_text(json.dumps(settled, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        print(f"{file.name} is written again:")
        for line in wrong[:5]:
            print("  ", line)
        if len(wrong) > 5:
            print(f"   and {len(wrong) - 5} more")
    print(f"examples: {len(files)} files, {written} written again")


if __name__ == "__main__":
    main()
