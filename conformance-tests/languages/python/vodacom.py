from mpesa_vodacom import (
    ApiClient,
    C2bApi,
    C2bPaymentInput,
    Configuration,
    Country,
    Currency,
    SessionApi,
    TransactionsApi,
    TransactionCallback,
    TransactionStatus,
)
from support import SANDBOX, Shop, control, encrypt, fresh_id, portal_key

vodacom = SANDBOX["vodacom"]
key = portal_key(vodacom["publicKey"])
shop = Shop(
    lambda body: {
        "output_OriginalConversationID": body["input_OriginalConversationID"],
        "output_ResponseCode": "0",
        "output_ResponseDesc": "Successfully Accepted Result",
        "output_ThirdPartyConversationID": body["input_ThirdPartyConversationID"],
    }
)


def client(secret):
    host = vodacom["baseUrl"] + "/sandbox/ipg/v2/vodacomTZN"
    made = ApiClient(Configuration(host=host, access_token=encrypt(secret, key)))
    made.set_default_header("Origin", "*")
    made.set_default_header("Content-Type", "application/json")
    return made


session = SessionApi(client(vodacom["apiKey"])).get_session()
gateway = client(session.output_session_id)


def pay(payment):
    return C2bApi(gateway).c2b_payment(
        C2bPaymentInput(
            input_Amount="10",
            input_Country=Country.TANZANIA,
            input_Currency=Currency.TZS,
            input_CustomerMSISDN="000000000001",
            input_ServiceProviderCode=vodacom["serviceProviderCode"],
            input_ThirdPartyConversationID=payment,
            input_TransactionReference="INV001",
            input_PurchasedItemsDesc="Tea",
        )
    )


first = fresh_id()
answer = pay(first)
assert answer.output_response_code == "INS-0" and answer.output_transaction_id, answer

state = TransactionsApi(gateway).query_transaction_status(
    input_query_reference=first,
    input_country=Country.TANZANIA,
    input_service_provider_code=vodacom["serviceProviderCode"],
    input_third_party_conversation_id=fresh_id(),
)
assert state.output_response_transaction_status == TransactionStatus.COMPLETED, state

control("vodacom/mode", {"asynchronous": True, "responseUrl": shop.url("/response")})
accepted = pay(fresh_id())
outcome = TransactionCallback.from_json(shop.next())
assert outcome.input_result_code == "INS-0", outcome
assert outcome.input_original_conversation_id == accepted.output_conversation_id
