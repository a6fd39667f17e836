from mpesa_mozambique import (
    ApiClient,
    B2bApi,
    B2bPaymentInput,
    C2bApi,
    C2bPaymentInput,
    Configuration,
    TransactionsApi,
    TransactionCallback,
    TransactionStatus,
)
from support import SANDBOX, Shop, control, encrypt, fresh_id, portal_key

mozambique = SANDBOX["mozambique"]
token = encrypt(mozambique["apiKey"], portal_key(mozambique["publicKey"]))
business = mozambique["serviceProviderCode"]
shop = Shop(
    lambda body: {
        "output_OriginalConversationID": body["input_OriginalConversationID"],
        "output_ResponseCode": "0",
        "output_ResponseDesc": "Successfully Accepted Result",
        "output_ThirdPartyConversationID": body["input_ThirdPartyReference"],
    }
)


def at(operation):
    """Every operation has a port of its own: x-port in the spec, another one in the sandbox."""
    host = f"http://127.0.0.1:{mozambique['ports'][operation]}/ipg/v1x"
    client = ApiClient(Configuration(host=host, access_token=token))
    client.set_default_header("Origin", "developer.mpesa.vm.co.mz")
    client.set_default_header("Content-Type", "application/json")
    return client


def pay(payment):
    return C2bApi(at("c2bPayment")).c2b_payment(
        C2bPaymentInput(
            input_TransactionReference="INV001",
            input_CustomerMSISDN="258843330333",
            input_Amount="0.50",
            input_ThirdPartyReference=payment,
            input_ServiceProviderCode=business,
        )
    )


first = fresh_id()
answer = pay(first)
assert answer.output_response_code == "INS-0" and answer.output_transaction_id, answer

supplier = B2bApi(at("b2bPayment")).b2b_payment(
    B2bPaymentInput(
        input_TransactionReference="SUPPLY7",
        input_Amount="10",
        input_ThirdPartyReference=fresh_id(),
        input_PrimaryPartyCode=business,
        input_ReceiverPartyCode=mozambique["receiverPartyCode"],
    )
)
assert supplier.output_response_code == "INS-0", supplier

state = TransactionsApi(at("queryTransactionStatus")).query_transaction_status(
    input_third_party_reference=fresh_id(), input_query_reference=first, input_service_provider_code=business
)
assert state.output_response_transaction_status == TransactionStatus.COMPLETED, state

control("mozambique/mode", {"asynchronous": True, "responseUrl": shop.url("/response")})
accepted = pay(fresh_id())
outcome = TransactionCallback.from_json(shop.next())
assert outcome.input_result_code == "0", outcome
assert outcome.input_original_conversation_id == accepted.output_conversation_id
