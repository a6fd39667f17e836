"""pympesa: every call is a function with the wire names; the host is fixed. The caller encodes the password and encrypts."""

import base64

import pympesa
from driver import SETUP, call, security_credential, settled, url

kenya = SETUP["kenya"]


def ok(response):
    return response.status_code == 200


token = call(
    "token",
    lambda: pympesa.oauth_generate_token(kenya["consumerKey"], kenya["consumerSecret"], env="sandbox"),
    lambda response: "access_token" in response.json(),
)
client = pympesa.Pympesa(token.json()["access_token"], env="sandbox")
stamp = pympesa.generate_timestamp()
password = base64.b64encode((kenya["payBill"] + kenya["passkey"] + stamp).encode()).decode()
initiator = {"SecurityCredential": security_credential(), "Remarks": "Wages", "QueueTimeOutURL": url("timeout")}

push = call(
    "stkPush",
    lambda: client.lipa_na_mpesa_online_payment(
        BusinessShortCode=kenya["payBill"], Password=password, Timestamp=stamp, Amount="10", PartyA=SETUP["msisdn"],
        PartyB=kenya["payBill"], PhoneNumber=SETUP["msisdn"], CallBackURL=url("stkPush"), AccountReference="INV-001", TransactionDesc="Tea"),
    ok,
)
settled("stkPush")
call(
    "stkQuery",
    lambda: client.lipa_na_mpesa_online_query(
        BusinessShortCode=kenya["payBill"], Password=password, Timestamp=stamp, CheckoutRequestID=push.json()["CheckoutRequestID"]),
    ok,
)
call(
    "c2bRegister",
    lambda: client.c2b_register_url(
        ShortCode=kenya["payBill"], ResponseType="Completed", ConfirmationURL=url("confirmation"), ValidationURL=url("validation")),
    ok,
)
call(
    "c2bSimulate",
    lambda: client.c2b_simulate_transaction(ShortCode=kenya["payBill"], Amount="10", Msisdn=SETUP["msisdn"], BillRefNumber="INV-001"),
    ok,
)
call(
    "b2c",
    lambda: client.b2c_payment_request(
        InitiatorName=kenya["initiatorName"], CommandID="BusinessPayment", Amount="10", PartyA=kenya["businessShortCode"],
        PartyB=SETUP["msisdn"], ResultURL=url("b2c"), Occassion="May", **initiator),
    ok,
)
call(
    "b2b",
    lambda: client.b2b_payment_request(
        Initiator=kenya["initiatorName"], CommandID="BusinessPayBill", SenderIdentifierType="4", RecieverIdentifierType="4", Amount="10",
        PartyA=kenya["businessShortCode"], PartyB=kenya["payBill"], AccountReference="INV-001", ResultURL=url("b2b"), **initiator),
    ok,
)
call(
    "accountBalance",
    lambda: client.account_balance_request(
        Initiator=kenya["initiatorName"], PartyA=kenya["businessShortCode"], ResultURL=url("accountBalance"), **initiator),
    ok,
)
call(
    "transactionStatus",
    lambda: client.transation_status_request(
        Initiator=kenya["initiatorName"], TransactionID="SKL1AB2C3D", PartyA=kenya["businessShortCode"],
        ResultURL=url("transactionStatus"), Occasion="May", **initiator),
    ok,
)
call(
    "reversal",
    lambda: client.reversal_request(
        Initiator=kenya["initiatorName"], TransactionID="SKL1AB2C3D", Amount="10", ReceiverParty=kenya["businessShortCode"],
        ResultURL=url("reversal"), Occasion="May", **initiator),
    ok,
)
