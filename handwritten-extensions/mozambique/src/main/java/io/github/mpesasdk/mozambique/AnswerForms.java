package io.github.mpesasdk.mozambique;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.mozambiqueapi.model.CallbackReply;
import io.github.mpesasdk.mozambiqueapi.model.ErrorResponse;
import io.github.mpesasdk.mozambiqueapi.model.QueryCustomerNameAnswer;
import io.github.mpesasdk.mozambiqueapi.model.QueryTransactionStatusAnswer;
import io.github.mpesasdk.mozambiqueapi.model.TransactionAnswer;
import io.github.mpesasdk.runtime.CleanText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Synchronous answers in normal form. */
final class AnswerForms {

    private static final String ACCEPTED = "INS-0";
    private static final String CONVERSATION = "output_ConversationID";
    private static final String ID = "output_ThirdPartyReference";
    private static final String STATUS = "output_ResponseTransactionStatus";
    private static final String NAME = "output_CustomerName";

    private AnswerForms() {}

    static Optional<Decoded> decode(JsonObject body) {
        if (body.has("output_OriginalConversationID")) {
            return Optional.of(ourAnswer(CallbackReply.ADAPTER.fromJsonTree(body)));
        }
        Optional<String> code = MozambiqueDialect.code(body);
        boolean accepted = code.filter(ACCEPTED::equals).isPresent();
        if (body.has("output_error") || (code.isPresent() && !accepted)) {
            return Optional.of(error(ErrorResponse.ADAPTER.fromJsonTree(body)));
        }
        if (MozambiqueDialect.text(body, NAME).isPresent()) {
            return Optional.of(customerName(QueryCustomerNameAnswer.ADAPTER.fromJsonTree(body)));
        }
        if (!accepted) {
            return Optional.empty();
        }
        return Optional.of(
                MozambiqueDialect.text(body, STATUS).isPresent()
                        ? status(QueryTransactionStatusAnswer.ADAPTER.fromJsonTree(body))
                        : transaction(TransactionAnswer.ADAPTER.fromJsonTree(body)));
    }

    private static Decoded error(ErrorResponse error) {
        String code = first(error.responseCode(), error.resultCode());
        String words = first(error.responseDescription(), error.resultDescription());
        return MozambiqueDialect.form("error")
                .code(code, words)
                .id(CONVERSATION, error.conversationId())
                .id(ID, error.thirdPartyReference())
                .id(MozambiqueMarket.RECEIPT, error.transactionId())
                .value(NAME, error.customerName())
                .value("output_error", error.error() == null ? null : CleanText.of(error.error()))
                .unknown(error)
                .as(error.error() == null ? refused(code, words) : Decoded.State.UNKNOWN);
    }

    // Of output_error the HTTP status decides, which a body does not tell; of other words of success nothing is known.
    private static Decoded.State refused(@Nullable String code, @Nullable String words) {
        Decoded.State state = Decoded.State.of(MozambiqueOutcomes.code("", code, words));
        return state == Decoded.State.SUCCEEDED ? Decoded.State.UNKNOWN : state;
    }

    private static Decoded customerName(QueryCustomerNameAnswer answer) {
        return MozambiqueDialect.form("customerNameAnswer")
                .code(
                        first(answer.responseCode(), answer.resultCode()),
                        first(answer.responseDescription(), answer.resultDescription()))
                .id(CONVERSATION, answer.conversationId())
                .id(ID, answer.thirdPartyReference())
                .value(NAME, answer.customerName())
                .unknown(answer)
                .as(Decoded.State.SUCCEEDED);
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }

    private static Decoded status(QueryTransactionStatusAnswer answer) {
        String word = CallbackForms.word(answer.responseTransactionStatus());
        return MozambiqueDialect.form("statusAnswer")
                .code(answer.responseCode(), answer.responseDescription())
                .id(CONVERSATION, answer.conversationId())
                .id(ID, answer.thirdPartyReference())
                .value(STATUS, word)
                .unknown(answer)
                .as(Decoded.State.of(MozambiqueOutcomes.status(word)));
    }

    /** The answer to a payment; acknowledgements of payments and of questions look alike. */
    static Decoded transaction(TransactionAnswer answer) {
        boolean done = MozambiqueDialect.present(answer.transactionId()).isPresent();
        return MozambiqueDialect.form(done ? "transactionAnswer" : "acknowledgement")
                .code(answer.responseCode(), answer.responseDescription())
                .id(CONVERSATION, answer.conversationId())
                .id(ID, answer.thirdPartyReference())
                .id(MozambiqueMarket.RECEIPT, answer.transactionId())
                .unknown(answer)
                .as(done ? Decoded.State.SUCCEEDED : Decoded.State.PENDING);
    }

    private static Decoded ourAnswer(CallbackReply reply) {
        String code = reply.responseCode() == null ? null : reply.responseCode().value();
        return MozambiqueDialect.form("callbackAnswer")
                .code(code, reply.responseDescription())
                .id("output_OriginalConversationID", reply.originalConversationId())
                .id("output_ThirdPartyConversationID", reply.thirdPartyConversationId())
                .unknown(reply)
                .as("0".equals(code) ? Decoded.State.SUCCEEDED : Decoded.State.FAILED);
    }
}
