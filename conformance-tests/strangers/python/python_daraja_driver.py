"""python-daraja: module variables and functions; the host is fixed."""

from driver import SETUP, call, url
from python_daraja import payment

kenya = SETUP["kenya"]
payment.CONSUMER_KEY, payment.CONSUMER_SECRET = kenya["consumerKey"], kenya["consumerSecret"]
payment.SHORT_CODE, payment.PASSKEY, payment.ACCOUNT_TYPE = kenya["payBill"], kenya["passkey"], "PAYBILL"


def ok(answer):
    return "ResponseCode" in answer


call("token", payment._get_access_token, bool)
call(
    "stkPush",
    lambda: payment.trigger_stk_push(
        phone_number=int(SETUP["msisdn"]), amount=10, callback_url=url("stkPush"), account_ref="INV-001", description="Tea"),
    ok,
)
call("stkQuery", lambda: payment.query_stk_push("ws_CO_29112026120000000708374149"), ok)
call(
    "c2bRegister",
    lambda: payment.register_urls(confirmation_url=url("confirmation"), validation_url=url("validation"), response_type="Completed"),
    ok,
)
call("c2bSimulate", lambda: payment.c2b_transaction(10, SETUP["msisdn"]), ok)
