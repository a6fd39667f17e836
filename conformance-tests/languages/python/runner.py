"""Shows mpesa conformance what the stock client does: reads a case from each line, and prints what the caller saw.

    mpesa conformance kenya --run 'python runner.py kenya'     with the folder of specs and cases in MPESA_CONTRACTS
"""

import json
import os
import pathlib
import sys

from client import Api, Client, filled
from money import Doubtful
from receiving import Receiver
from support import portal_key

API = Api(pathlib.Path(os.environ["MPESA_CONTRACTS"]), sys.argv[1])


def seen(question):
    if "needs" in question:
        return {"leftOut": "needs " + ", ".join(question["needs"])}
    if "callback" in question:
        return received(question)
    if "request" not in question:
        return {"leftOut": "the client must check the input before it sends it"}
    return called(question)


def received(question):
    try:
        return Receiver(API.rules).decode(question["body"], question["callback"])
    except Doubtful:
        return {"error": "unreadable"}


def called(question):
    operation, credentials = question["operation"], question["credentials"]
    key = portal_key(credentials["publicKey"])
    content = filled(question["request"], credentials, key)
    outcome = Client(API, question["baseUrl"] + question["basePath"], credentials, key).call(operation, content)
    if outcome.error is None:
        return {"returned": outcome.model, "outcome": API.rules.outcome(operation, outcome.body)}
    field = API.rules.operations[operation].get("x-reference")
    told = {"error": outcome.error, "code": outcome.code, "kind": outcome.kind, "message": outcome.words}
    return {**told, "referenceField": field, "reference": content.get(field)}


for line in sys.stdin:
    print(json.dumps(seen(json.loads(line)), default=str), flush=True)
