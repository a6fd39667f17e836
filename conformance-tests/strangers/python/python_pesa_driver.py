"""python-pesa: the M-Pesa OpenAPI, Tanzania alone; calls take a dictionary with the wire names; the host is fixed."""

import pypesa
from driver import SETUP, call

vodacom = SETUP["vodacom"]
client = pypesa()  # the module makes itself its class
client.api_key, client.public_key = vodacom["apiKey"], vodacom["publicKey"]
common = {"input_Country": "TZN", "input_ServiceProviderCode": vodacom["serviceProviderCode"]}
payment = {**common, "input_Currency": "TZS", "input_Amount": "10"}
customer = {**payment, "input_CustomerMSISDN": "000000000001"}


def conversation(last):
    return {"input_ThirdPartyConversationID": "asv02e5958774f7ba228d83d0d68970" + last}


def ok(answer):
    return answer.get("output_ResponseCode") == "INS-0"


call("getSession", lambda: client.authenticate and client.get_session_id(), bool)
paid = call(
    "c2bPayment",
    lambda: client.customer_to_bussiness({
        **customer, **conversation("1"), "input_TransactionReference": "T12344C", "input_PurchasedItemsDesc": "Tea"}),
    ok,
)
call(
    "b2cPayment",
    lambda: client.bussiness_to_customer({
        **customer, **conversation("2"), "input_TransactionReference": "T12345C", "input_PaymentItemsDesc": "Wages"}),
    ok,
)
call(
    "b2bPayment",
    lambda: client.bussiness_to_bussiness({
        **payment, **conversation("3"), "input_PrimaryPartyCode": vodacom["serviceProviderCode"],
        "input_ReceiverPartyCode": vodacom["receiverPartyCode"], "input_TransactionReference": "T12346C", "input_PurchasedItemsDesc": "Stock"}),
    ok,
)
call(
    "queryTransactionStatus",
    lambda: client.query_transaction_status({**common, **conversation("4"), "input_QueryReference": paid["output_TransactionID"]}),
    ok,
)
call(
    "reversal",
    lambda: client.payment_reversal({
        **common, **conversation("5"), "input_ReversalAmount": "10", "input_TransactionID": paid["output_TransactionID"]}),
    ok,
)
call(
    "directDebitCreation",
    lambda: client.create_direct_debit({
        **common, **conversation("6"), "input_AgreedTC": "1", "input_CustomerMSISDN": "000000000001", "input_EndRangeOfDays": "22",
        "input_ExpiryDate": "20271126", "input_FirstPaymentDate": "20261224", "input_Frequency": "06", "input_StartRangeOfDays": "01",
        "input_ThirdPartyReference": "3333"}),
    ok,
)
call("directDebitPayment", lambda: client.direct_debit_payment({**customer, **conversation("7"), "input_ThirdPartyReference": "3333"}), ok)
