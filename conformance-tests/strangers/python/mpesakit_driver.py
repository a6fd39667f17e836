"""mpesakit: calls with Python names, answers and callbacks as checked models; the host is fixed."""

import datetime
import uuid

from driver import SETUP, call, callback, security_credential, url
from mpesakit import MpesaClient
from mpesakit.b2c.schemas import B2CCommandIDType
from mpesakit.mpesa_ratiba.schemas import FrequencyEnum, ReceiverPartyIdentifierTypeEnum, TransactionTypeEnum
from mpesakit.security.get_credential import generate_security_credential

kenya = SETUP["kenya"]
client = MpesaClient(kenya["consumerKey"], kenya["consumerSecret"], "sandbox")
shop, payer = int(kenya["payBill"]), int(kenya["businessShortCode"])
initiator = {"security_credential": security_credential(), "remarks": "Wages", "queue_timeout_url": url("timeout")}


def ok(answer):
    return answer.is_successful()


call("token", client.token_manager.get_token, bool)
push = call(
    "stkPush",
    lambda: client.stk_push(
        business_short_code=shop, transaction_type="CustomerPayBillOnline", amount=10, party_a=SETUP["msisdn"], party_b=kenya["payBill"],
        phone_number="0708374149", callback_url=url("stkPush"), account_reference="INV-001", transaction_desc="Tea", passkey=kenya["passkey"]),
    ok,
)
callback("stkPush", lambda body: client.process_stk_callback(body).Body.stkCallback.ResultCode)
call(
    "stkQuery",
    lambda: client.stk_query(business_short_code=shop, checkout_request_id=push.CheckoutRequestID, passkey=kenya["passkey"]),
    lambda answer: str(answer.ResponseCode) == "0",
)
call(
    "c2bRegister",
    lambda: client.c2b.register_url(
        short_code=shop, response_type="Completed", confirmation_url=url("confirmation"), validation_url=url("validation")),
    ok,
)
call(
    "b2c",
    lambda: client.b2c.send_payment(
        originator_conversation_id=str(uuid.uuid4()), initiator_name=kenya["initiatorName"], command_id=B2CCommandIDType.BusinessPayment, amount=10,
        party_a=payer, party_b=SETUP["msisdn"], result_url=url("b2c"), occasion="May", **initiator),
    ok,
)
callback("b2c", lambda body: client.process_b2c_callback(body).Result.ResultCode)
call(
    "b2cOwnEncryption",
    lambda: client.b2c.send_payment(
        originator_conversation_id=str(uuid.uuid4()), initiator_name=kenya["initiatorName"], command_id=B2CCommandIDType.BusinessPayment, amount=10,
        party_a=payer, party_b=SETUP["msisdn"], result_url=url("b2cOwnEncryption"), occasion="May",
        **{**initiator, "security_credential": generate_security_credential(kenya["initiatorPassword"], SETUP["certificateFile"])}),
    ok,
)
call(
    "b2b",
    lambda: client.b2b.paybill(
        initiator=kenya["initiatorName"], amount=10, party_a=payer, party_b=shop, account_reference="INV-001", requester=SETUP["msisdn"],
        result_url=url("b2b"), **initiator),
    ok,
)
call(
    "b2bTill",
    lambda: client.b2b.buygoods(
        initiator=kenya["initiatorName"], amount=10, party_a=payer, party_b=int(kenya["tillNumber"]), account_reference="INV-001",
        requester=SETUP["msisdn"], occassion="May", result_url=url("b2bTill"), **initiator),
    ok,
)
call(
    "topUp",
    lambda: client.b2c.account_topup(
        initiator=kenya["initiatorName"], amount=10, party_a=shop, party_b=payer, account_reference="INV-001", requester=SETUP["msisdn"],
        result_url=url("topUp"), **initiator),
    ok,
)
call(
    "accountBalance",
    lambda: client.balance.query(
        initiator=kenya["initiatorName"], command_id="AccountBalance", party_a=payer, identifier_type=4, result_url=url("accountBalance"), **initiator),
    ok,
)
callback("accountBalance", lambda body: client.process_account_balance_callback(body).Result.ResultCode)
call(
    "transactionStatus",
    lambda: client.transactions.query_status(
        initiator=kenya["initiatorName"], transaction_id="SKL1AB2C3D", party_a=payer, identifier_type=4, occasion="May",
        command_id="TransactionStatusQuery", result_url=url("transactionStatus"), **initiator),
    ok,
)
callback("transactionStatus", lambda body: client.process_transactions_callback(body).Result.ResultCode)
call(
    "reversal",
    lambda: client.reversal.reverse(
        initiator=kenya["initiatorName"], transaction_id="SKL1AB2C3D", amount=10, receiver_party=payer, occasion="May",
        result_url=url("reversal"), **initiator),
    ok,
)
callback("reversal", lambda body: client.process_reversal_callback(body).Result.ResultCode)
call(
    "qr",
    lambda: client.dynamic_qr.generate(
        merchant_name="Duka", ref_no="INV-001", amount=10, trx_code="PB", cpi=kenya["payBill"], size="300"),
    ok,
)
today = datetime.date.today()
call(
    "standingOrder",
    lambda: client.ratiba.create_standing_order(
        standing_order_name="Rent", start_date=(today + datetime.timedelta(days=1)).strftime("%Y%m%d"),
        end_date=(today + datetime.timedelta(days=60)).strftime("%Y%m%d"), business_short_code=kenya["payBill"],
        transaction_type=TransactionTypeEnum.STANDING_ORDER_CUSTOMER_PAY_BILL,
        receiver_party_identifier_type=ReceiverPartyIdentifierTypeEnum.BUSINESS_SHORT_CODE, amount="10", party_a=SETUP["msisdn"],
        callback_url=url("standingOrder"), account_reference="INV-001", transaction_desc="Rent", frequency=FrequencyEnum.WEEKLY),
    ok,
)
call(
    "b2bExpress",
    lambda: client.b2b.express_checkout(
        primary_short_code=kenya["tillNumber"], receiver_short_code=kenya["payBill"], amount=10, payment_ref="INV-001",
        callback_url=url("b2bExpress"), partner_name="Duka", request_ref_id=str(uuid.uuid4())),
    ok,
)
call(
    "taxRemittance",
    lambda: client.tax.remittance(
        initiator=kenya["initiatorName"], amount=10, party_a=payer, account_reference="353353", result_url=url("taxRemittance"), **initiator),
    ok,
)
