"""mpesa-sdk: every call is a function of a dictionary with the wire names; the host is fixed. The caller encrypts."""

import uuid

import mpesa_sdk
from driver import SETUP, call, security_credential, settled, url
from mpesa_sdk.gateway import encode_password, generate_timestamp, oauth_generate_token

kenya = SETUP["kenya"]


def ok(answer):
    return answer[1] == 200


token = call("token", lambda: oauth_generate_token(kenya["consumerKey"], kenya["consumerSecret"]), lambda answer: "access_token" in answer[0])
client = mpesa_sdk.Mpesa(token[0]["access_token"])
stamp = generate_timestamp()
password = encode_password(kenya["payBill"], kenya["passkey"], stamp)
initiator = {
    "Initiator": kenya["initiatorName"], "SecurityCredential": security_credential(), "Remarks": "Wages",
    "PartyA": kenya["businessShortCode"], "QueueTimeOutURL": url("timeout"),
}

push = call(
    "stkPush",
    lambda: client.mpesa_express_payment({
        "BusinessShortCode": kenya["payBill"], "Password": password, "Timestamp": stamp, "Amount": 10, "PartyA": SETUP["msisdn"],
        "PartyB": kenya["payBill"], "PhoneNumber": SETUP["msisdn"], "CallBackURL": url("stkPush"), "AccountReference": "INV-001",
        "TransactionDesc": "Tea"}),
    ok,
)
settled("stkPush")
call(
    "stkQuery",
    lambda: client.mpesa_express_query({
        "BusinessShortCode": kenya["payBill"], "Password": password, "Timestamp": stamp, "CheckoutRequestID": push[0]["CheckoutRequestID"]}),
    ok,
)
call(
    "c2bRegister",
    lambda: client.c2b_register_url({
        "ShortCode": kenya["payBill"], "ResponseType": "Completed", "ConfirmationURL": url("confirmation"), "ValidationURL": url("validation")}),
    ok,
)
call(
    "c2bSimulate",
    lambda: client.c2b_simulate_transaction({"ShortCode": kenya["payBill"], "Amount": 10, "Msisdn": SETUP["msisdn"], "BillRefNumber": "INV-001"}),
    ok,
)
call(
    "b2c",
    lambda: client.b2c_payment_request({
        **initiator, "OriginatorConversationID": str(uuid.uuid4()), "InitiatorName": kenya["initiatorName"], "CommandID": "BusinessPayment",
        "Amount": 10, "PartyB": SETUP["msisdn"], "ResultURL": url("b2c")}),
    ok,
)
call(
    "b2b",
    lambda: client.b2b_payment_request({
        **initiator, "CommandID": "BusinessPayBill", "SenderIdentifierType": "4", "RecieverIdentifierType": "4", "Amount": 10,
        "PartyB": kenya["payBill"], "AccountReference": "INV-001", "ResultURL": url("b2b")}),
    ok,
)
call("accountBalance", lambda: client.account_balance_request({**initiator, "ResultURL": url("accountBalance")}), ok)
call(
    "transactionStatus",
    lambda: client.transaction_status_request({**initiator, "TransactionID": "SKL1AB2C3D", "ResultURL": url("transactionStatus")}),
    ok,
)
call(
    "reversal",
    lambda: client.reversal_request({
        **initiator, "TransactionID": "SKL1AB2C3D", "Amount": 10, "ReceiverParty": kenya["businessShortCode"], "Occasion": "May",
        "ResultURL": url("reversal")}),
    ok,
)
