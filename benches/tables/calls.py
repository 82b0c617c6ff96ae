#!/usr/bin/env python3
"""Writes a table of call records, and the plan for it: how fast tables are made anonymous.

    benches/tables/calls.py 10000000 FOLDER
    time abide anonymize table FOLDER/calls.csv FOLDER/out.csv --plan FOLDER/plan.toml

The same rows for the same number, every time. Ages, places and hours lead to a person together; seconds are kept.
"""
import os
import random
import sys

PLAN = """separator = ";"
suppress = 0.01
keep = ["seconds", "cents"]
remove = ["call"]
[privacy]
k = 10
[[quasi]]
column = "caller"
build = "phones"
region = "DE"
[[quasi]]
column = "start"
build = "times"
[[quasi]]
column = "queue"
build = "hide"
[[quasi]]
column = "age"
build = "numbers"
widths = [5, 10, 20]
"""

AREAS = ["030", "040", "0221", "069", "089", "0351", "0711", "0341", "0211", "0511"]


def main():
    count, folder = int(sys.argv[1]), sys.argv[2]
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "plan.toml"), "w") as plan:
        plan.write(PLAN)
    random.seed(7)
    # As many callers and minutes as a mid-sized contact centre has in a month: their pairs are far fewer than the rows.
    callers = [f"{random.choice(AREAS)} {random.randrange(200000, 999999)}" for _ in range(200)]
    starts = [f"2026-11-{d:02}T{h:02}:{m:02}:00" for d in range(1, 29) for h in range(8, 20) for m in (0, 30)]
    queues = ["sales", "billing", "support"]
    with open(os.path.join(folder, "calls.csv"), "w") as table:
        table.write("call;caller;start;queue;age;seconds;cents\n")
        number = 0
        while number < count:
            lines = []
            for number in range(number, min(number + 100000, count)):
                lines.append(
                    f"{number};{random.choice(callers)};{random.choice(starts)};{random.choice(queues)};"
                    f"{random.randrange(20, 30)};{random.randrange(5, 1800)};{random.randrange(1, 400)}\n"
                )
            table.writelines(lines)
            number += 1


main()
