"""Prints the table: calls down, clients across, a mark in each cell; then every cell that is not as it must be, with the decision."""

import json
import re

# Made up, and still no example to see in a log.
SECRET = re.compile(r'((?:Password|Passkey|SecurityCredential)"?[:=] ?"?)[^",&}]+')
MARKS = {"they are wrong": "they", "we are wrong": "WE", "nobody knows": "?"}


def show(expected, rows, broken, verbose):
    """Returns the exit code: 1 if a cell differs from the expected table, or a driver failed."""
    failures = []
    for market, calls in expected["calls"].items():
        here = [row for row in rows if row[0]["market"] == market]
        if here:
            failures += matrix(market, calls, here)
    notes(expected, rows)
    if verbose:
        details(rows, lambda *_: True)
    elif failures:
        details(rows, lambda client, call: (client["name"], call) in failures)
    for client, call in failures:
        print(f"DIFFERENT: {client}, {call}")
    for client, _, reason in rows:
        if reason:
            print(f"SKIPPED: {client['name']}: {reason}")
    for problem in broken:
        print(f"BROKEN: {problem}")
    return 1 if failures or broken else 0


def matrix(market, calls, rows):
    failures = []
    names = [client["name"] for client, _, _ in rows]
    first = max(len(call) for call in calls)
    widths = [max(len(name), len("DIFFERENT")) for name in names]
    print(f"\n{market}\n" + " " * first + "  " + "  ".join(name.ljust(width) for name, width in zip(names, widths)).rstrip())
    for call in calls:
        line = []
        for (client, cells, _), width in zip(rows, widths):
            mark = judge(calls[call], client.get("differs", {}).get(call), None if cells is None else cells.get(call), cells is None)
            if mark == "DIFFERENT":
                failures.append((client["name"], call))
            line.append(mark.ljust(width))
        print(call.ljust(first) + "  " + "  ".join(line).rstrip())
    for client, cells, _ in rows:
        failures += [(client["name"], call) for call in cells or {} if call not in calls]
    return failures


def judge(default, known, cell, skipped):
    if skipped:
        return "skipped"
    if cell is None:
        return "DIFFERENT" if known else "-"
    if known:
        return MARKS[known["decision"]] if cell["happened"] == known["happens"] else "DIFFERENT"
    return "ok" if cell["happened"] == default["must"] else "DIFFERENT"


def notes(expected, rows):
    print("\nok: as it must be. -: the client has no such call. they, WE, ?: it differs, and they are wrong, we are wrong, or "
          "nobody knows. must is what has to happen instead, else what a right call would see:")
    for client, cells, _ in rows:
        for call, known in client.get("differs", {}).items() if cells else ():
            right = expected["calls"][client["market"]][call]
            # Where they are wrong, what happens is what must happen; a right call would end otherwise.
            label = "must      " if known["decision"] == "we are wrong" else "else      "
            print(f"\n  {client['name']}, {call}: {known['decision']}\n    happened  {cells.get(call, {}).get('happened', 'not run')}"
                  f"\n    {label}{right['must']}  ({right['why']})\n    why       {' '.join(known['why'].split())}")


def details(rows, wanted):
    for client, cells, _ in rows:
        for call, cell in (cells or {}).items():
            if not wanted(client, call):
                continue
            print(f"\n{client['name']}, {call}: {cell['happened']}\n  the client says   {cell['words'][:400]}")
            exchange = cell["exchange"]
            if exchange:
                body = SECRET.sub(r"\1***", exchange["body"])[:1500]
                print(f"  it sent           {exchange['method']} {exchange['path']} {json.dumps(exchange['query'])} {body}")
                print(f"  answered          {exchange['status']} {exchange['answer'][:500]}")
                print(f"  refused for       {'; '.join(exchange['refused']) or '-'}")
                print(f"  remarks           {'; '.join(exchange['remarks']) or '-'}")
