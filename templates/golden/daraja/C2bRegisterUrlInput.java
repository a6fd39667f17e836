package io.github.mpesasdk.daraja.model;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Violation;
import io.github.mpesasdk.runtime.Adapters;
import io.github.mpesasdk.runtime.Checks;
import io.github.mpesasdk.runtime.Field;
import io.github.mpesasdk.runtime.Fields;
import io.github.mpesasdk.runtime.Masked;
import io.github.mpesasdk.runtime.RecordAdapter;
import io.github.mpesasdk.runtime.Role;
import io.github.mpesasdk.runtime.Rule;
import io.github.mpesasdk.runtime.Sensitivity;
import io.github.mpesasdk.runtime.UnknownFields;
import io.github.mpesasdk.runtime.WireRecord;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that hear of customer payments to a short code.
 *
 * <p>Evidence: documented.
 *
 * @param shortCode {@code ShortCode}, required: The pay bill that customers pay to; for a till, the store number given
 *     at go-live. Whether a till's own number is taken is not documented.
 * @param confirmationUrl {@code ConfirmationURL}, required: The public address that is told of each completed payment.
 *     HTTPS in production. Make its path unguessable: the notifications are not signed. The gateway refuses an address
 *     with the word mpesa in it, and the portal forbids other words too.
 * @param validationUrl {@code ValidationURL}, required: The public address that is asked before each payment completes.
 *     It is called only if Safaricom has switched on external validation for the short code.
 * @param responseType {@code ResponseType}, required: What becomes of a payment when the validation address does not
 *     answer within about eight seconds.
 * @param unknownFields what the spec does not know
 */
public record C2bRegisterUrlInput(
        @Nullable String shortCode,
        @Nullable URI confirmationUrl,
        @Nullable URI validationUrl,
        @Nullable C2bResponseType responseType,
        UnknownFields unknownFields)
        implements WireRecord {

    /** Reads leniently, writes each value as the spec wants it; no reflection. */
    public static final RecordAdapter<C2bRegisterUrlInput> ADAPTER = new Adapter();

    @Override
    public String toString() {
        return Masked.of(
                "C2bRegisterUrlInput", ADAPTER, unknownFields, shortCode, confirmationUrl, validationUrl, responseType);
    }

    /** A builder without any value. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this record. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.shortCode = shortCode;
        builder.confirmationUrl = confirmationUrl;
        builder.validationUrl = validationUrl;
        builder.responseType = responseType;
        builder.unknownFields = unknownFields;
        return builder;
    }

    @Override
    public List<Violation> broken() {
        return Checks.of(unknownFields)
                .field(Rules.SHORT_CODE, shortCode)
                .field(Rules.CONFIRMATION_URL, confirmationUrl)
                .field(Rules.VALIDATION_URL, validationUrl)
                .field(Rules.RESPONSE_TYPE, responseType)
                .found();
    }

    /** Collects the fields. Not thread-safe; the record it builds is. */
    public static final class Builder {
        private @Nullable String shortCode;
        private @Nullable URI confirmationUrl;
        private @Nullable URI validationUrl;
        private @Nullable C2bResponseType responseType;
        private UnknownFields unknownFields = UnknownFields.NONE;

        private Builder() {}

        /**
         * The pay bill that customers pay to; for a till, the store number given at go-live. Whether a till's own
         * number is taken is not documented. Must be 5 to 7 digits.
         */
        public Builder shortCode(String value) {
            this.shortCode = value;
            return this;
        }

        /**
         * The public address that is told of each completed payment. HTTPS in production. Make its path unguessable:
         * the notifications are not signed. The gateway refuses an address with the word mpesa in it, and the portal
         * forbids other words too. Must be an absolute http or https address.
         */
        public Builder confirmationUrl(URI value) {
            this.confirmationUrl = value;
            return this;
        }

        /**
         * The public address that is asked before each payment completes. It is called only if Safaricom has switched
         * on external validation for the short code. Must be an absolute http or https address.
         */
        public Builder validationUrl(URI value) {
            this.validationUrl = value;
            return this;
        }

        /** What becomes of a payment when the validation address does not answer within about eight seconds. */
        public Builder responseType(C2bResponseType value) {
            this.responseType = value;
            return this;
        }

        /** The record as collected; the rules of the spec are checked when it is sent. */
        public C2bRegisterUrlInput build() {
            return new C2bRegisterUrlInput(shortCode, confirmationUrl, validationUrl, responseType, unknownFields);
        }
    }

    private static final class Rules {
        static final Rule SHORT_CODE = Rule.of("ShortCode")
                .required()
                .pattern("^\\d{5,7}$")
                .hint("5 to 7 digits")
                .evidence("pattern", "documented")
                .build();
        static final Rule CONFIRMATION_URL = Rule.of("ConfirmationURL")
                .required()
                .pattern("^https?://\\S+$")
                .hint("an absolute http or https address")
                .forbiddenWords("*m-pesa*", "*mpesa*", "*safaricom*", "exe", "exec", "cmd", "sql", "query")
                .evidence("x-forbidden-words", "captured")
                .build();
        static final Rule VALIDATION_URL = Rule.of("ValidationURL")
                .required()
                .pattern("^https?://\\S+$")
                .hint("an absolute http or https address")
                .forbiddenWords("*m-pesa*", "*mpesa*", "*safaricom*", "exe", "exec", "cmd", "sql", "query")
                .evidence("x-forbidden-words", "captured")
                .build();
        static final Rule RESPONSE_TYPE = Rule.of("ResponseType").required().build();
    }

    private static final class Adapter extends RecordAdapter<C2bRegisterUrlInput> {
        @Override
        protected List<Field> describe() {
            return List.of(
                    Field.of("ShortCode", Role.VALUE, Sensitivity.NONE, Adapters.TEXT),
                    Field.of("ConfirmationURL", Role.VALUE, Sensitivity.SECRET, Adapters.URI),
                    Field.of("ValidationURL", Role.VALUE, Sensitivity.SECRET, Adapters.URI),
                    Field.of("ResponseType", Role.VALUE, Sensitivity.UNSAID, C2bResponseType.ADAPTER));
        }

        @Override
        protected C2bRegisterUrlInput read(Fields fields) {
            return new C2bRegisterUrlInput(
                    fields.read("ShortCode", Adapters.TEXT),
                    fields.read("ConfirmationURL", Adapters.URI),
                    fields.read("ValidationURL", Adapters.URI),
                    fields.read("ResponseType", C2bResponseType.ADAPTER),
                    fields.unknown());
        }

        @Override
        protected void write(C2bRegisterUrlInput value, JsonObject object) {
            Fields.write(object, "ShortCode", Adapters.TEXT, value.shortCode());
            Fields.write(object, "ConfirmationURL", Adapters.URI, value.confirmationUrl());
            Fields.write(object, "ValidationURL", Adapters.URI, value.validationUrl());
            Fields.write(object, "ResponseType", C2bResponseType.ADAPTER, value.responseType());
        }
    }
}
