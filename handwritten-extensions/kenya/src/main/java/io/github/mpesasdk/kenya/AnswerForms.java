package io.github.mpesasdk.kenya;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Code;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.core.message.NormalForm;
import io.github.mpesasdk.core.transport.GatewayError;
import io.github.mpesasdk.daraja.DarajaCodes;
import io.github.mpesasdk.daraja.api.StkApi;
import io.github.mpesasdk.daraja.model.Acknowledgement;
import io.github.mpesasdk.daraja.model.C2bAcknowledgement;
import io.github.mpesasdk.daraja.model.C2bValidationAnswer;
import io.github.mpesasdk.daraja.model.ErrorResponse;
import io.github.mpesasdk.daraja.model.StkPushAnswer;
import io.github.mpesasdk.daraja.model.StkQueryAnswer;
import io.github.mpesasdk.daraja.model.TokenAnswer;
import io.github.mpesasdk.runtime.CleanText;
import io.github.mpesasdk.runtime.Masked;
import io.github.mpesasdk.runtime.TextOrNumber;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Synchronous answers in normal form. */
final class AnswerForms {

    private AnswerForms() {}

    static Optional<Decoded> decode(JsonObject body) {
        Optional<GatewayError> error = ErrorEnvelopes.read(body);
        if (error.isPresent()) {
            return Optional.of(error(error.get(), ErrorResponse.ADAPTER.fromJsonTree(body)));
        }
        if (body.has("access_token")) {
            return Optional.of(token(TokenAnswer.ADAPTER.fromJsonTree(body)));
        }
        if (body.has("CheckoutRequestID")) {
            return Optional.of(
                    body.has("ResultCode")
                            ? stkQuery(StkQueryAnswer.ADAPTER.fromJsonTree(body))
                            : stkPush(StkPushAnswer.ADAPTER.fromJsonTree(body)));
        }
        if (body.has("OriginatorCoversationID")) {
            return Optional.of(c2b(C2bAcknowledgement.ADAPTER.fromJsonTree(body)));
        }
        if (body.has("OriginatorConversationID") || body.has("ConversationID")) {
            return Optional.of(acknowledgement(Acknowledgement.ADAPTER.fromJsonTree(body)));
        }
        if (!body.has("ResultCode") || !body.has("ResultDesc")) {
            return Optional.empty();
        }
        C2bValidationAnswer ours = C2bValidationAnswer.ADAPTER.fromJsonTree(body);
        // Some answers to a question carry no id; their codes are of no use.
        boolean isOurs = ours.resultCode() == null || ours.resultCode().isKnown();
        return Optional.of(isOurs ? ourAnswer(ours) : stkQuery(StkQueryAnswer.ADAPTER.fromJsonTree(body)));
    }

    private static Decoded error(GatewayError error, ErrorResponse envelope) {
        Code entry = DarajaCodes.CATALOGUE.error("", 0, error.code(), error.message());
        return new NormalForm("error")
                .code(error.code(), cleaned(error.message()))
                .id("requestId", error.requestId())
                .unknown(envelope)
                .as(Decoded.State.of(entry));
    }

    // One of the messages echoes the access token.
    private static @Nullable String cleaned(@Nullable String message) {
        return message == null ? null : CleanText.of(message);
    }

    private static Decoded token(TokenAnswer token) {
        return new NormalForm("token")
                .value("access_token", Masked.MASK)
                .value(
                        "expires_in",
                        Optional.ofNullable(token.expiresIn())
                                .map(TextOrNumber::text)
                                .orElse(null))
                .unknown(token)
                .as(Decoded.State.SUCCEEDED);
    }

    private static Decoded stkPush(StkPushAnswer answer) {
        return new NormalForm("stkPushAcknowledgement")
                .code(answer.responseCode(), answer.responseDescription())
                .id("MerchantRequestID", answer.merchantRequestId())
                .id("CheckoutRequestID", answer.checkoutRequestId())
                .value("CustomerMessage", answer.customerMessage())
                .unknown(answer)
                .as(acknowledged(answer.responseCode(), answer.responseDescription()));
    }

    private static Decoded stkQuery(StkQueryAnswer answer) {
        return new NormalForm("stkQueryAnswer")
                .code(answer.resultCode(), answer.resultDescription())
                .id("MerchantRequestID", answer.merchantRequestId())
                .id("CheckoutRequestID", answer.checkoutRequestId())
                .value("ResponseCode", answer.responseCode())
                .value("ResponseDescription", answer.responseDescription())
                .unknown(answer)
                .as(Decoded.State.of(KenyaOutcomes.code(
                        "stkQuery",
                        answer.resultCode() == null ? "" : answer.resultCode().text(),
                        answer.resultDescription())));
    }

    private static Decoded acknowledgement(Acknowledgement answer) {
        return new NormalForm("acknowledgement")
                .code(answer.responseCode(), answer.responseDescription())
                .id("OriginatorConversationID", answer.originatorConversationId())
                .id("ConversationID", answer.conversationId())
                .unknown(answer)
                .as(acknowledged(answer.responseCode(), answer.responseDescription()));
    }

    // Registration and simulation answer alike; only the words tell that a payment is still to come.
    private static Decoded c2b(C2bAcknowledgement answer) {
        String words =
                Optional.ofNullable(answer.responseDescription()).orElse("").toLowerCase(Locale.ROOT);
        boolean registered = words.equals("success");
        String code = Optional.ofNullable(answer.responseCode()).orElse("0");
        return new NormalForm(registered ? "c2bRegistration" : "c2bAcknowledgement")
                .code(answer.responseCode(), answer.responseDescription())
                .id("OriginatorCoversationID", answer.originatorConversationId())
                .id("ConversationID", answer.conversationId())
                .unknown(answer)
                .as(
                        registered && accepted(code)
                                ? Decoded.State.SUCCEEDED
                                : acknowledged(code, answer.responseDescription()));
    }

    private static Decoded ourAnswer(C2bValidationAnswer answer) {
        String code = answer.resultCode() == null ? null : answer.resultCode().value();
        return new NormalForm("callbackAnswer")
                .code(code, answer.resultDescription())
                .id("ThirdPartyTransID", answer.thirdPartyTransactionId())
                .unknown(answer)
                .as("0".equals(code) ? Decoded.State.SUCCEEDED : Decoded.State.FAILED);
    }

    /** An acknowledgement promises a callback: its zeros only mean accepted. */
    private static Decoded.State acknowledged(@Nullable String code, @Nullable String words) {
        if (accepted(code)) {
            return Decoded.State.PENDING;
        }
        Code entry = DarajaCodes.CATALOGUE.acknowledgement(
                "", Optional.ofNullable(code).orElse(""), words);
        Decoded.State state = Decoded.State.of(entry);
        return state == Decoded.State.SUCCEEDED ? Decoded.State.UNKNOWN : state;
    }

    // All acknowledgements are judged alike.
    private static boolean accepted(@Nullable String code) {
        return code != null && StkApi.STK_PUSH.success().accepts(code);
    }
}
