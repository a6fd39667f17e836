import base64
import uuid
from datetime import datetime, timedelta, timezone

from mpesa_daraja import (
    AuthorizationApi,
    ApiClient,
    B2cApi,
    B2cCommandId,
    B2cPaymentV3Input,
    Configuration,
    GrantType,
    ResultEnvelope,
    StkApi,
    StkCallbackEnvelope,
    StkPushInput,
    StkQueryInput,
    TransactionType,
)
from support import SANDBOX, Shop, certificate_key, encrypt

kenya = SANDBOX["kenya"]
shop = Shop(lambda body: {"ResultCode": 0, "ResultDesc": "Accepted"})

app = Configuration(host=kenya["baseUrl"], username=kenya["consumerKey"], password=kenya["consumerSecret"])
token = AuthorizationApi(ApiClient(app)).token(grant_type=GrantType.CLIENT_CREDENTIALS)
client = ApiClient(Configuration(host=kenya["baseUrl"], access_token=token.access_token))

timestamp = datetime.now(timezone(timedelta(hours=3))).strftime("%Y%m%d%H%M%S")
signature = {
    "BusinessShortCode": kenya["payBill"],
    "Password": base64.b64encode((kenya["payBill"] + kenya["passkey"] + timestamp).encode()).decode(),
    "Timestamp": timestamp,
}

push = StkApi(client).stk_push(
    StkPushInput(
        **signature,
        TransactionType=TransactionType.CUSTOMER_PAY_BILL_ONLINE,
        Amount="1",
        PartyA="254708374149",
        PartyB=kenya["payBill"],
        PhoneNumber="254708374149",
        CallBackURL=shop.url("/pay/9f2c41d07be8"),
        AccountReference="INV-001",
        TransactionDesc="Tea",
    )
)
assert push.response_code == "0", push

callback = StkCallbackEnvelope.from_json(shop.next()).body.stk_callback
assert callback.result_code == 0, callback
assert callback.checkout_request_id == push.checkout_request_id
assert {item.name: item.value for item in callback.callback_metadata.item}["Amount"] == 1

state = StkApi(client).stk_query(StkQueryInput(**signature, CheckoutRequestID=push.checkout_request_id))
assert str(state.result_code) == "0", state

payout = B2cApi(client).b2c_payment_v3(
    B2cPaymentV3Input(
        OriginatorConversationID=str(uuid.uuid4()),
        InitiatorName=kenya["initiatorName"],
        SecurityCredential=encrypt(kenya["initiatorPassword"], certificate_key(kenya["certificate"])),
        CommandID=B2cCommandId.BUSINESS_PAYMENT,
        Amount="10",
        PartyA=kenya["businessShortCode"],
        PartyB="254708374149",
        Remarks="Payout",
        QueueTimeOutURL=shop.url("/timeout/5d13a0c7e9b2"),
        ResultURL=shop.url("/result/5d13a0c7e9b2"),
    )
)
assert payout.response_code == "0", payout

result = ResultEnvelope.from_json(shop.next()).result
assert str(result.result_code) == "0", result
assert result.conversation_id == payout.conversation_id
parameters = {each["Key"]: each.get("Value") for each in result.result_parameters.result_parameter}
assert float(parameters["TransactionAmount"]) == 10, parameters
