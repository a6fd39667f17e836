"""The other way round: our client, which is the command mpesa, against daraja-mock, a gateway that strangers made for tests."""

import json
import os
import subprocess
import threading
import time

from daraja_mock import DarajaMock
from driver import SETUP, report
from werkzeug.serving import make_server

# Any credentials do: it looks at none.
CREDENTIALS = {"MPESA_KENYA_CONSUMER_KEY": "key", "MPESA_KENYA_CONSUMER_SECRET": "secret", "MPESA_KENYA_PASSKEY": "passkey"}
INITIATOR = {"SecurityCredential": "c2VhbGVk", "Remarks": "Wages", "QueueTimeOutURL": "https://shop.example/late", "ResultURL": "https://shop.example/result"}


def ask(base, name, operation, fields):
    begun = time.time()
    done = subprocess.run(
        SETUP["mpesa"] + ["call", "kenya", operation, "--json", "-", "--base-url", base],
        input=json.dumps(fields), env=os.environ | CREDENTIALS, capture_output=True, text=True, timeout=60, check=False)
    if done.returncode == 0:
        report(name, "exit 0, code " + str(json.loads(done.stdout).get("ResponseCode", "none")), done.stdout, begun)
    else:
        error = json.loads(done.stderr.strip().splitlines()[-1])
        report(name, f"exit {done.returncode}, {error['error']}", error["message"], begun)
    return json.loads(done.stdout or "{}")


def main():
    mock = DarajaMock()
    server = make_server("127.0.0.1", 0, mock.app, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"
    ask(base, "token", "token", {})
    push = ask(base, "stkPush", "stkPush", {
        "BusinessShortCode": "174379", "TransactionType": "CustomerPayBillOnline", "Amount": "10", "PartyA": SETUP["msisdn"], "PartyB": "174379",
        "PhoneNumber": SETUP["msisdn"], "CallBackURL": "https://shop.example/pay", "AccountReference": "INV-001", "TransactionDesc": "Tea"})
    ask(base, "stkQuery", "stkQuery", {"BusinessShortCode": "174379", "CheckoutRequestID": push["CheckoutRequestID"]})
    ask(base, "b2c", "b2cPaymentV3", {
        **INITIATOR, "InitiatorName": "shopapi", "CommandID": "BusinessPayment", "Amount": "10", "PartyA": "600999", "PartyB": SETUP["msisdn"]})
    ask(base, "transactionStatus", "transactionStatus", {
        **INITIATOR, "Initiator": "shopapi", "CommandID": "TransactionStatusQuery", "TransactionID": "SKL1AB2C3D", "PartyA": "600999", "IdentifierType": "4"})
    ask(base, "accountBalance", "accountBalance", {
        **INITIATOR, "Initiator": "shopapi", "CommandID": "AccountBalance", "PartyA": "600999", "IdentifierType": "4"})
    ask(base, "reversal", "reversal", {
        **INITIATOR, "Initiator": "shopapi", "CommandID": "TransactionReversal", "TransactionID": "SKL1AB2C3D", "Amount": "10",
        "ReceiverParty": "600999", "RecieverIdentifierType": "11"})
    server.shutdown()


main()
