"""Plays the cases of a market through the stock client and the rules of money.py, against answers that the sandbox is told.

    conformance.py <market>     with MPESA_SANDBOX, and in MPESA_CONTRACTS the folder of specs and cases
    prints one line of JSON for each case: case, verdict (passed, failed, left out) and why
"""

import base64
import json
import os
import pathlib
import socket
import sys
import urllib.request

from cryptography.hazmat.primitives.asymmetric import padding, rsa

from client import Api, Client, filled
from money import Doubtful
from receiving import Receiver
from support import SANDBOX, control

MARKET = sys.argv[1]
CONTRACTS = pathlib.Path(os.environ["MPESA_CONTRACTS"])
CASES = CONTRACTS / "cases" / MARKET
API = Api(CONTRACTS, MARKET)
SETUP, RULES = API.setup, API.rules
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Difference(Exception):
    """What a case wants, and what happened instead."""


def require(holds, otherwise):
    if not holds:
        raise Difference(otherwise)


# ---------------------------------------------------------------------- A case


def play(case):
    given, expect = case["given"], case["expect"]
    if "callback" in given:
        return receive(case)
    if expect.get("error") == "invalid-input":
        return "the client must check the input before it sends it"
    if "needs" in case:
        return needs(case)
    operation = given["operation"]
    control(f"{MARKET}/reset", {})
    tell(case)
    base = closed() if case.get("answer", {}).get("fault") == "unreachable" else SANDBOX["baseUrl"]
    market = given.get("market", SETUP["values"].get("market", ""))
    content = filled(case["request"], SETUP["values"], KEY.public_key())
    client = Client(API, base + SETUP["base"].replace("{market}", market), SETUP["values"], KEY.public_key())
    outcome = client.call(operation, content)
    compare(case, market, outcome, content)
    return None


def receive(case):
    """A callback, as the decoder reads it. What is replied to it is not compared."""
    given, expect = case["given"], case["expect"]
    body = given["text"] if "text" in given else as_written(given["body"])
    if "needs" in case:
        return needs(case)
    try:
        form = Receiver(RULES).decode(body, given["callback"])
    except Doubtful:
        require(expect.get("error") == "unreadable", "it is refused as unreadable")
        return None
    require("error" not in expect, f"it is read as {form['kind']}")
    for name, wanted in expect.items():
        if name == "absent":
            there = [each for each in wanted if each in form["ids"] or each in form["values"]]
            require(not there, f"{there} should not be told")
        elif name != "reply":
            missing = lacks(wanted, form[name])
            require(not missing, f"{name}{missing}")
    return None


class Written(float):
    """A number with the digits that it has in the case."""

    def __new__(cls, digits):
        number = super().__new__(cls, digits)
        number.digits = digits
        return number


def as_written(body):
    """A body with its numbers as the case has them."""
    if isinstance(body, dict):
        return "{" + ",".join(f"{json.dumps(name)}:{as_written(value)}" for name, value in body.items()) + "}"
    if isinstance(body, list):
        return "[" + ",".join(map(as_written, body)) + "]"
    return body.digits if isinstance(body, Written) else json.dumps(body)


def needs(case):
    return "needs " + ", ".join(case["needs"])


def tell(case):
    """What the sandbox answers from now on."""
    tokens = SETUP["tokens"]
    issued = [
        {"status": 200, "body": {name: value % number if "%" in value else value for name, value in tokens["body"].items()}}
        for number in (1, 2, 3)
    ]
    operation = case["given"]["operation"]
    if operation != tokens["operation"]:
        control(f"{MARKET}/answers", {"operation": tokens["operation"], "answers": case.get("token", issued), "always": True})
    answers = case.get("answers") or [case["answer"]] if "answer" in case or "answers" in case else []
    if answers and answers[0].get("fault") != "unreachable":
        control(f"{MARKET}/answers", {"operation": operation, "answers": answers, "always": True})


TAKEN = socket.socket()


def closed():
    """An address at which nobody listens, and nobody can."""
    if TAKEN.getsockname()[1] == 0:
        TAKEN.bind(("127.0.0.1", 0))
    return f"http://127.0.0.1:{TAKEN.getsockname()[1]}"


def compare(case, market, outcome, content):
    expect, operation = case["expect"], case["given"]["operation"]
    with urllib.request.urlopen(f"{SANDBOX['baseUrl']}/_sandbox/{MARKET}/journal", timeout=10) as answer:
        exchanges = json.load(answer)["exchanges"]
    sent = [each for each in exchanges if each["operation"] == operation]
    seen = outcome.error or "returned"
    if "requests" in expect and case.get("answer", {}).get("fault") != "unreachable":
        require(len(sent) == expect["requests"], f"sent {len(sent)} times, not {expect['requests']}; saw {seen}")
    if "requestsAtMost" in expect:
        require(1 <= len(sent) <= expect["requestsAtMost"], f"sent {len(sent)} times; saw {seen}")
    if "tokens" in expect:
        fetched = sum(each["operation"] == SETUP["tokens"]["operation"] for each in exchanges)
        require(fetched == expect["tokens"], f"{fetched} tokens, not {expect['tokens']}")
    for number, each in enumerate(sent, 1):
        compare_request(case, market, each, number)
    if "returned" in expect:
        require(outcome.error is None, f"saw {seen}, not an answer")
        missing = lacks(expect["returned"], outcome.model)
        require(not missing, f"the stock client returns no such {missing}")
        if "outcome" in expect:
            told = RULES.outcome(operation, outcome.body)
            require(told == expect["outcome"], f"the answer says {told}, not {expect['outcome']}")
        return
    require(outcome.error == expect["error"], f"saw {seen}, not {expect['error']}")
    for name in ("code", "kind"):
        if name in expect:
            told = getattr(outcome, name)
            require(told == expect[name], f"the {name} is {told}, not {expect[name]}")
    for part in expect.get("messageContains", []):
        require(part in outcome.words, f"the gateway's words lack {part}")
    if "referenceField" in expect:
        field = RULES.operations[operation].get("x-reference")
        require(field == expect["referenceField"] and content.get(field), f"the reference is {field}")


def compare_request(case, market, sent, number):
    request = case["request"]
    require(sent["method"] == request["method"], f"sent with {sent['method']}")
    path = SETUP["base"].replace("{market}", market) + request["path"]
    require(sent["path"] == path, f"sent to {sent['path']}, not {path}")
    headers = {name.lower(): value for name, value in sent["headers"].items()}
    for name, value in SETUP["headers"].items():
        require(headers.get(name) == value, f"the header {name} is {headers.get(name)}")
    compare_credential(case, headers.get("authorization", ""), number)
    if "body" in request:
        require(headers.get("content-type") == "application/json", f"sent as {headers.get('content-type')}")
        different(request["body"], json.loads(sent["body"]))
    else:
        different(request["query"], sent["query"])


def compare_credential(case, header, number):
    scheme = next(iter(RULES.operations[case["given"]["operation"]]["security"][0]))
    values = SETUP["values"]
    # The newest token after a rejection, as many as the case allows, and the first one otherwise.
    token = SETUP["tokens"]["body"][SETUP["tokens"]["field"]] % min(number, case["expect"].get("tokens", 1))
    if scheme == "consumer":
        pair = f"{values['consumerKey']}:{values['consumerSecret']}"
        require(header == "Basic " + base64.b64encode(pair.encode()).decode(), "signed in otherwise")
    elif scheme == "accessToken":
        require(header == "Bearer " + token, "signed in with another token")
    else:
        secret = values["apiKey"] if scheme == "encryptedApiKey" else token
        require(header.startswith("Bearer ") and hides(secret, header[7:]), "the bearer hides something else")


def hides(secret, encrypted):
    return KEY.decrypt(base64.b64decode(encrypted), padding.PKCS1v15()).decode() == secret


def different(wanted, sent, place=""):
    """Fails unless exactly that was sent."""
    if isinstance(wanted, dict) and "$any" in wanted:
        return
    if isinstance(wanted, dict) and "$encrypted" in wanted:
        require(hides(SETUP["values"][wanted["$encrypted"]], sent), f"{place} hides something else")
    elif isinstance(wanted, dict):
        require(isinstance(sent, dict), f"{place} is no object")
        others = sorted(wanted.keys() ^ sent.keys())
        require(not others, f"{place} lacks, or has besides, {others}")
        for name, value in wanted.items():
            different(value, sent[name], f"{place}/{name}")
    else:
        require(type(wanted) is type(sent) and wanted == sent, f"{place} is {json.dumps(sent)}, not {json.dumps(wanted)}")


def lacks(wanted, told, place=""):
    """The first place at which something that is wanted is not told; numbers and texts count as written."""
    if isinstance(wanted, dict) and "$any" in wanted:
        return None if told is not None else place
    if isinstance(wanted, dict):
        if not isinstance(told, dict):
            return place
        return next(filter(None, (lacks(value, told.get(name), f"{place}/{name}") for name, value in wanted.items())), None)
    return None if wanted == told else f"{place}: {json.dumps(wanted)}, but {json.dumps(told, default=str)}"


def main():
    for file in sorted(CASES.glob("*/*.json")):
        name = f"{MARKET}/{file.parent.name}/{file.stem}"
        try:
            left_out = play(json.loads(file.read_text(), parse_float=Written))
            verdict = ("left out", left_out) if left_out else ("passed", "")
        except Difference as difference:
            verdict = ("failed", str(difference))
        except Exception as broken:
            verdict = ("failed", f"{type(broken).__name__}: {broken}"[:300])
        print(json.dumps({"case": name, "verdict": verdict[0], "why": verdict[1]}))


main()
