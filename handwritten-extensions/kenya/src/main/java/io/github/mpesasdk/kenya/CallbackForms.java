package io.github.mpesasdk.kenya;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.flow.Message;
import io.github.mpesasdk.core.message.NormalForm;
import io.github.mpesasdk.daraja.model.C2bNotification;
import io.github.mpesasdk.daraja.model.Result;
import io.github.mpesasdk.daraja.model.ResultEnvelope;
import io.github.mpesasdk.daraja.model.StkCallback;
import io.github.mpesasdk.daraja.model.StkCallbackEnvelope;

/** Callbacks in normal form. */
final class CallbackForms {

    private static final Reference NOT_NEEDED = new Reference("", "", "", "");

    private CallbackForms() {}

    static Decoded decode(KenyaCallback callback, JsonObject body) {
        if (callback instanceof KenyaCallback.StkResult stk) {
            return stk(stk.payload(), StkCallbackEnvelope.ADAPTER.fromJsonTree(body));
        }
        if (callback instanceof KenyaCallback.C2bPayment c2b) {
            return c2b(c2b.payload());
        }
        if (callback instanceof KenyaCallback.QueueTimeout timeout) {
            return result("queueTimeout", timeout.payload(), body).as(Decoded.State.UNKNOWN);
        }
        Result result = ((KenyaCallback.OperationResult) callback).payload();
        ResultProduct product = ResultProduct.of(result);
        return result(product.kind(), result, body).as(state(product, result));
    }

    private static Decoded.State state(ResultProduct product, Result result) {
        Decoded form = result("", result, new JsonObject()).as(Decoded.State.UNKNOWN);
        KenyaCallback event = new KenyaCallback.OperationResult(result);
        Message<KenyaCallback> message = new Message<>(event, form, product.operation(), null);
        return product == ResultProduct.TRANSACTION_STATUS
                ? Decoded.State.of(KenyaOutcomes.ofStatus(message, NOT_NEEDED))
                : Decoded.State.of(KenyaOutcomes.code(product.operation(), form));
    }

    private static Decoded stk(StkCallback callback, StkCallbackEnvelope envelope) {
        return new NormalForm("stkCallback")
                .code(callback.resultCode(), callback.resultDescription())
                .id("MerchantRequestID", callback.merchantRequestId())
                .id("CheckoutRequestID", callback.checkoutRequestId())
                .values(StkDetails.items(callback), DarajaMoney::shown)
                .unknown(envelope)
                .unknown(envelope.body())
                .unknown(callback)
                .unknown(callback.callbackMetadata())
                .as(Decoded.State.of(KenyaOutcomes.code(
                        "stkPush",
                        callback.resultCode() == null
                                ? ""
                                : callback.resultCode().text(),
                        callback.resultDescription())));
    }

    private static NormalForm result(String kind, Result result, JsonObject body) {
        ResultDetails details = ResultDetails.of(result);
        return new NormalForm(kind)
                .code(result.resultCode(), result.resultDescription())
                .id("OriginatorConversationID", result.originatorConversationId())
                .id("ConversationID", result.conversationId())
                .id("TransactionID", result.transactionId())
                .values(details.parameters(), DarajaMoney::shown)
                .values(details.references(), DarajaMoney::shown)
                .unknown(ResultEnvelope.ADAPTER.fromJsonTree(body))
                .unknown(result)
                .unknown(result.resultParameters())
                .unknown(result.referenceData());
    }

    // Both calls have one shape; the balance is blank while the payment is only being validated.
    private static Decoded c2b(C2bNotification notification) {
        String balance = notification.orgAccountBalance();
        boolean confirmed = balance != null && !balance.isBlank();
        return new NormalForm(confirmed ? "c2bConfirmation" : "c2bValidation")
                .id("TransID", notification.transactionId())
                .id("ThirdPartyTransID", notification.thirdPartyTransactionId())
                .value("TransactionType", notification.transactionType())
                .value("TransTime", notification.transactionTime())
                .amount("TransAmount", notification.transactionAmount())
                .value("BusinessShortCode", notification.businessShortCode())
                .value("BillRefNumber", notification.billRefNumber())
                .value("InvoiceNumber", notification.invoiceNumber())
                .value("OrgAccountBalance", balance)
                .value("MSISDN", notification.msisdn())
                .value("FirstName", notification.firstName())
                .value("MiddleName", notification.middleName())
                .value("LastName", notification.lastName())
                .unknown(notification)
                .as(confirmed ? Decoded.State.SUCCEEDED : Decoded.State.PENDING);
    }
}
