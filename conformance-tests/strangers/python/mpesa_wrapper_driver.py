"""mpesa-wrapper: a configuration with the base address, and calls with Python names. It encrypts with the certificate it is given."""

import logging

from driver import SETUP, call, callback, https_url, url
from mpesa_wrapper.client import MpesaClient
from mpesa_wrapper.models.callbacks import MpesaCallbackPayload

logging.disable(logging.CRITICAL)
kenya = SETUP["kenya"]
# The hosts of its own default, which it leaves to the caller where the configuration is a dictionary.
host = "https://sandbox.safaricom.co.ke"


def client(short_code, result):
    return MpesaClient({
        "consumer_key": kenya["consumerKey"], "consumer_secret": kenya["consumerSecret"], "environment": "sandbox", "shortcode": short_code,
        "passkey": kenya["passkey"], "callback_url": url("stkPush"), "initiator_name": kenya["initiatorName"],
        "initiator_password": kenya["initiatorPassword"], "certificate_path": SETUP["certificateFile"], "timeout_url": url("timeout"),
        "result_url": url(result), "base_url": host, "auth_url": host + "/oauth/v1/generate?grant_type=client_credentials",
    })


def ok(answer):
    return answer.response_code == "0"


merchant = client(kenya["payBill"], "result")
call("token", merchant.auth.get_token, bool)
call(
    "stkPush",
    lambda: merchant.stk_push(phone_number=SETUP["msisdn"], amount=10, account_reference="INV-001", transaction_desc="Payment of tea"),
    ok,
)
callback("stkPush", lambda body: MpesaCallbackPayload(**body).get_stk_callback().ResultCode)
call(
    "c2bRegister",
    lambda: merchant.register_url(confirmation_url=https_url("confirmation"), validation_url=https_url("validation")),
    lambda answer: answer.response_code.strip("0") == "",
)
call("c2bSimulate", lambda: merchant.simulate_transaction(phone_number=SETUP["msisdn"], amount=10, bill_ref="INV-001"), ok)
for name, ask in {
    "b2c": lambda payer: payer.b2c_payment(phone_number=SETUP["msisdn"], amount=10),
    "accountBalance": lambda payer: payer.account_balance(),
    "transactionStatus": lambda payer: payer.transaction_status(transaction_id="SKL1AB2C3D"),
    "reversal": lambda payer: payer.reverse_transaction(transaction_id="SKL1AB2C3D", amount=10),
}.items():
    payer = client(kenya["businessShortCode"], name)
    call(name, lambda: ask(payer), ok)
