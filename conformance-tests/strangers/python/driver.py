"""What all Python drivers share: it makes a call, and says in one line of JSON when it was made and what the client made of the answer."""

import base64
import json
import os
import time
import urllib.error
import urllib.request

from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.x509 import load_pem_x509_certificate

# Between two calls, so that their requests can be told apart by time.
GAP = 0.02

with open(os.environ["STRANGERS_SETUP"], encoding="utf-8") as file:
    SETUP = json.load(file)


def url(name):
    """An address that takes callbacks, for clients that take http."""
    return SETUP["callbacks"]["http"] + "/" + name


def https_url(name):
    """The same for clients that insist on https."""
    return SETUP["callbacks"]["https"] + "/" + name


def security_credential():
    """What a merchant makes once with the gateway's certificate, for clients that take it ready-made."""
    kenya = SETUP["kenya"]
    key = load_pem_x509_certificate(kenya["certificate"].encode()).public_key()
    return base64.b64encode(key.encrypt(kenya["initiatorPassword"].encode(), padding.PKCS1v15())).decode()


def call(name, function, accepted):
    """Calls, and reports what the client makes of it: accepted, refused, or broken where it fails by a fault of its own. Returns the answer, if any."""
    time.sleep(GAP)
    begun = time.time()
    answer = None
    try:
        answer = function()
        said, words = ("accepted" if accepted(answer) else "refused"), str(answer)
    except Exception as problem:  # whatever a stranger's client throws is a result
        said, words = judged(problem), f"{type(problem).__name__}: {problem}"
    report(name, said, words, begun)
    return answer if said == "accepted" else None


def judged(problem):
    return "broken" if isinstance(problem, (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)) else "refused"


def settled(name):
    """Waits until the callback of a call has come, and returns it; None if it never does."""
    try:
        with urllib.request.urlopen(SETUP["callbacks"]["http"] + "/" + name, timeout=20) as response:
            return json.load(response)
    except urllib.error.HTTPError:
        return None


def callback(name, read):
    """Gives the callback of a call to the client's own reader, and reports what that made of it."""
    begun = time.time()
    body = settled(name)
    if body is None:
        report(name + " callback", "none came", "", begun)
        return
    try:
        report(name + " callback", "read, result " + str(read(body)), json.dumps(body), begun)
    except Exception as problem:
        report(name + " callback", judged(problem), f"{type(problem).__name__}: {problem}", begun)


def report(name, said, words, begun):
    print(json.dumps({"call": name, "said": said, "words": " ".join(words.split())[:600], "from": begun, "to": time.time()}), flush=True)
