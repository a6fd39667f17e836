package io.github.mpesasdk.mozambique;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Code;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.mozambiqueapi.MozambiqueCodes;
import io.github.mpesasdk.mozambiqueapi.model.CallbackReply;
import io.github.mpesasdk.mozambiqueapi.model.ErrorResponse;
import io.github.mpesasdk.mozambiqueapi.model.QueryCustomerNameResponse;
import io.github.mpesasdk.mozambiqueapi.model.QueryTransactionStatusResponse;
import io.github.mpesasdk.mozambiqueapi.model.TransactionResponse;
import io.github.mpesasdk.runtime.CleanText;
import java.util.List;
import java.util.Optional;

/** Synchronous answers in normal form. */
final class AnswerForms {

    private static final String STATUS_FIELD = "output_ResponseTransactionStatus";
    private static final String NAME_FIELD = "output_CustomerName";

    private AnswerForms() {}

    static Optional<Decoded> decode(JsonObject body) {
        if (body.has("output_OriginalConversationID")) {
            return Optional.of(ourAnswer(CallbackReply.ADAPTER.fromJsonTree(body)));
        }
        Optional<String> code = WireText.in(body, "output_ResponseCode", "output_ResultCode");
        boolean accepted = code.filter(MozambiqueDialect.ACCEPTED::equals).isPresent();
        if (body.has("output_error") || (code.isPresent() && !accepted)) {
            return Optional.of(error(ErrorResponse.ADAPTER.fromJsonTree(body)));
        }
        if (WireText.in(body, NAME_FIELD).isPresent()) {
            return Optional.of(customerName(QueryCustomerNameResponse.ADAPTER.fromJsonTree(body)));
        }
        if (!accepted) {
            return Optional.empty();
        }
        return Optional.of(
                WireText.in(body, STATUS_FIELD).isPresent()
                        ? status(QueryTransactionStatusResponse.ADAPTER.fromJsonTree(body))
                        : transaction(TransactionResponse.ADAPTER.fromJsonTree(body)));
    }

    private static Decoded error(ErrorResponse error) {
        String code = Optional.ofNullable(error.responseCode()).orElse(error.resultCode());
        String words = Optional.ofNullable(error.responseDescription()).orElse(error.resultDescription());
        return WireText.form("error")
                .code(code, words)
                .id("output_ConversationID", error.conversationId())
                .id("output_ThirdPartyReference", error.thirdPartyReference())
                .id("output_TransactionID", error.transactionId())
                .value(NAME_FIELD, error.customerName())
                .value("output_error", error.error() == null ? null : CleanText.of(error.error()))
                .unknown(error)
                .as(refusal(error, Optional.ofNullable(code)));
    }

    private static Decoded.State refusal(ErrorResponse error, Optional<String> code) {
        String words = error.error();
        if (words != null) {
            return code.isPresent() ? Decoded.State.UNKNOWN : gatewayRefusal(words);
        }
        Decoded.State state = Decoded.State.of(MozambiqueOutcomes.code("", code.orElse("")));
        return state == Decoded.State.SUCCEEDED ? Decoded.State.UNKNOWN : state;
    }

    // The entries differ by HTTP status, which a body does not tell. Unless all agree, they settle nothing.
    private static Decoded.State gatewayRefusal(String words) {
        List<Code> meanings = MozambiqueCodes.CATALOGUE.explain("", words).stream()
                .filter(entry -> entry.message() != null)
                .toList();
        return !meanings.isEmpty() && meanings.stream().allMatch(Code::isFinal)
                ? Decoded.State.FAILED
                : Decoded.State.UNKNOWN;
    }

    private static Decoded customerName(QueryCustomerNameResponse answer) {
        return WireText.form("customerNameAnswer")
                .code(
                        Optional.ofNullable(answer.responseCode()).orElse(answer.resultCode()),
                        Optional.ofNullable(answer.responseDescription()).orElse(answer.resultDescription()))
                .id("output_ConversationID", answer.conversationId())
                .id("output_ThirdPartyReference", answer.thirdPartyReference())
                .value(NAME_FIELD, answer.customerName())
                .unknown(answer)
                .as(Decoded.State.SUCCEEDED);
    }

    private static Decoded status(QueryTransactionStatusResponse answer) {
        return WireText.form("statusAnswer")
                .code(answer.responseCode(), answer.responseDescription())
                .id("output_ConversationID", answer.conversationId())
                .id("output_ThirdPartyReference", answer.thirdPartyReference())
                .value(STATUS_FIELD, CallbackForms.text(answer.responseTransactionStatus()))
                .unknown(answer)
                .as(Decoded.State.of(MozambiqueOutcomes.word(answer.responseTransactionStatus())));
    }

    // Acknowledgements of payments and of questions look alike.
    private static Decoded transaction(TransactionResponse answer) {
        boolean done = WireText.present(answer.transactionId()).isPresent();
        return WireText.form(done ? "transactionAnswer" : "acknowledgement")
                .code(answer.responseCode(), answer.responseDescription())
                .id("output_ConversationID", answer.conversationId())
                .id("output_ThirdPartyReference", answer.thirdPartyReference())
                .id("output_TransactionID", answer.transactionId())
                .unknown(answer)
                .as(done ? Decoded.State.SUCCEEDED : Decoded.State.PENDING);
    }

    private static Decoded ourAnswer(CallbackReply reply) {
        String code = reply.responseCode() == null ? null : reply.responseCode().value();
        return WireText.form("callbackAnswer")
                .code(code, reply.responseDescription())
                .id("output_OriginalConversationID", reply.originalConversationId())
                .id("output_ThirdPartyConversationID", reply.thirdPartyConversationId())
                .unknown(reply)
                .as("0".equals(code) ? Decoded.State.SUCCEEDED : Decoded.State.FAILED);
    }
}
