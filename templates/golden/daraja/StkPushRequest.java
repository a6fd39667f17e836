package io.github.mpesasdk.daraja.model;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.github.mpesasdk.runtime.Adapters;
import io.github.mpesasdk.runtime.Checks;
import io.github.mpesasdk.runtime.Fields;
import io.github.mpesasdk.runtime.Masked;
import io.github.mpesasdk.runtime.RecordAdapter;
import io.github.mpesasdk.runtime.Rule;
import io.github.mpesasdk.runtime.Steps;
import io.github.mpesasdk.runtime.UnknownFields;
import io.github.mpesasdk.runtime.WireRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A payment prompt for a customer's handset.
 *
 * <p>Evidence: documented.
 *
 * @param businessShortCode {@code BusinessShortCode}, required: The short code that collects. For a pay bill it is the
 *     pay bill; for a till it is the store or head office number given at go-live, not the till.
 * @param password {@code Password}, required, secret: BusinessShortCode, passkey and Timestamp joined without
 *     separators, in base64. It is not encrypted: whoever reads it has the passkey.
 * @param timestamp {@code Timestamp}, required: The moment of the request as yyyyMMddHHmmss, in East Africa Time. It
 *     must be the same as inside the Password.
 * @param transactionType {@code TransactionType}, required
 * @param amount {@code Amount}, required: The amount to collect, in whole shillings, from 1 to 250000.
 * @param partyA {@code PartyA}, required, personal: The MSISDN that pays, as 2547 or 2541 and eight digits.
 * @param partyB {@code PartyB}, required: Who is paid. The pay bill, equal to BusinessShortCode, or the till number.
 * @param phoneNumber {@code PhoneNumber}, required, personal: The MSISDN whose handset shows the prompt. Usually the
 *     same as PartyA.
 * @param callbackUrl {@code CallBackURL}, required, secret: The public address that receives the outcome. HTTPS in
 *     production. Make its path unguessable and different for each push: it is the only proof that a callback is
 *     genuine, and it names the push when the answer is lost. The gateway refuses addresses with words such as mpesa,
 *     safaricom, exe, cmd, sql or query in them.
 * @param accountReference {@code AccountReference}, required, personal: What the payment is for, shown in the prompt.
 *     At most 12 characters.
 * @param transactionDescription {@code TransactionDesc}, required: A short description of at most 13 characters. The
 *     portal calls it optional, but the sandbox refuses a request without it, as "Invalid Remarks".
 * @param unknownFields what the spec does not know
 */
public record StkPushRequest(
        @Nullable String businessShortCode,
        @Nullable String password,
        @Nullable String timestamp,
        @Nullable TransactionType transactionType,
        @Nullable BigDecimal amount,
        @Nullable String partyA,
        @Nullable String partyB,
        @Nullable String phoneNumber,
        @Nullable URI callbackUrl,
        @Nullable String accountReference,
        @Nullable String transactionDescription,
        UnknownFields unknownFields)
        implements WireRecord {

    /** Reads leniently, writes in the order of the spec; no reflection. */
    public static final RecordAdapter<StkPushRequest> ADAPTER = new Adapter();

    /** Asks for the required fields one after the other, then offers the rest. */
    public static NeedsBusinessShortCode<
                    NeedsPassword<
                            NeedsTimestamp<
                                    NeedsTransactionType<
                                            NeedsAmount<
                                                    NeedsPartyA<
                                                            NeedsPartyB<
                                                                    NeedsPhoneNumber<
                                                                            NeedsCallbackUrl<
                                                                                    NeedsAccountReference<
                                                                                            NeedsTransactionDescription<
                                                                                                    Builder>>>>>>>>>>>
            builder() {
        return Steps.first(new Builder());
    }

    /** A builder that starts with the values of this record. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.businessShortCode = businessShortCode;
        builder.password = password;
        builder.timestamp = timestamp;
        builder.transactionType = transactionType;
        builder.amount = amount;
        builder.partyA = partyA;
        builder.partyB = partyB;
        builder.phoneNumber = phoneNumber;
        builder.callbackUrl = callbackUrl;
        builder.accountReference = accountReference;
        builder.transactionDescription = transactionDescription;
        builder.unknownFields = unknownFields;
        return builder;
    }

    @Override
    public void check() {
        Checks.of("StkPushRequest")
                .field(Rules.BUSINESS_SHORT_CODE, businessShortCode)
                .field(Rules.PASSWORD, password)
                .field(Rules.TIMESTAMP, timestamp)
                .field(Rules.TRANSACTION_TYPE, transactionType)
                .field(Rules.AMOUNT, amount)
                .field(Rules.PARTY_A, partyA)
                .field(Rules.PARTY_B, partyB)
                .field(Rules.PHONE_NUMBER, phoneNumber)
                .field(Rules.CALLBACK_URL, callbackUrl)
                .field(Rules.ACCOUNT_REFERENCE, accountReference)
                .field(Rules.TRANSACTION_DESCRIPTION, transactionDescription)
                .done();
    }

    @Override
    public String toString() {
        return Masked.of("StkPushRequest")
                .show("BusinessShortCode", businessShortCode)
                .hide("Password", password)
                .show("Timestamp", timestamp)
                .show("TransactionType", transactionType)
                .show("Amount", amount)
                .hide("PartyA", partyA)
                .show("PartyB", partyB)
                .hide("PhoneNumber", phoneNumber)
                .hide("CallBackURL", callbackUrl)
                .hide("AccountReference", accountReference)
                .show("TransactionDesc", transactionDescription)
                .unknown(unknownFields)
                .toString();
    }

    /** Asks for {@code BusinessShortCode}. */
    public interface NeedsBusinessShortCode<N> {
        /**
         * The short code that collects. For a pay bill it is the pay bill; for a till it is the store or head office
         * number given at go-live, not the till.
         */
        N businessShortCode(String value);
    }

    /** Asks for {@code Password}. */
    public interface NeedsPassword<N> {
        /**
         * BusinessShortCode, passkey and Timestamp joined without separators, in base64. It is not encrypted: whoever
         * reads it has the passkey.
         */
        N password(String value);
    }

    /** Asks for {@code Timestamp}. */
    public interface NeedsTimestamp<N> {
        /**
         * The moment of the request as yyyyMMddHHmmss, in East Africa Time. It must be the same as inside the Password.
         */
        N timestamp(String value);
    }

    /** Asks for {@code TransactionType}. */
    public interface NeedsTransactionType<N> {
        /** The value of {@code TransactionType}. */
        N transactionType(TransactionType value);
    }

    /** Asks for {@code Amount}. */
    public interface NeedsAmount<N> {
        /** The amount to collect, in whole shillings, from 1 to 250000. */
        N amount(BigDecimal value);

        /** The same, from a whole number. */
        default N amount(long value) {
            return amount(BigDecimal.valueOf(value));
        }
    }

    /** Asks for {@code PartyA}. */
    public interface NeedsPartyA<N> {
        /** The MSISDN that pays, as 2547 or 2541 and eight digits. */
        N partyA(String value);
    }

    /** Asks for {@code PartyB}. */
    public interface NeedsPartyB<N> {
        /** Who is paid. The pay bill, equal to BusinessShortCode, or the till number. */
        N partyB(String value);
    }

    /** Asks for {@code PhoneNumber}. */
    public interface NeedsPhoneNumber<N> {
        /** The MSISDN whose handset shows the prompt. Usually the same as PartyA. */
        N phoneNumber(String value);
    }

    /** Asks for {@code CallBackURL}. */
    public interface NeedsCallbackUrl<N> {
        /**
         * The public address that receives the outcome. HTTPS in production. Make its path unguessable and different
         * for each push: it is the only proof that a callback is genuine, and it names the push when the answer is
         * lost. The gateway refuses addresses with words such as mpesa, safaricom, exe, cmd, sql or query in them.
         */
        N callbackUrl(URI value);
    }

    /** Asks for {@code AccountReference}. */
    public interface NeedsAccountReference<N> {
        /** What the payment is for, shown in the prompt. At most 12 characters. */
        N accountReference(String value);
    }

    /** Asks for {@code TransactionDesc}. */
    public interface NeedsTransactionDescription<N> {
        /**
         * A short description of at most 13 characters. The portal calls it optional, but the sandbox refuses a request
         * without it, as "Invalid Remarks".
         */
        N transactionDescription(String value);
    }

    /** Collects the fields. Not thread-safe; the record it builds is. */
    public static final class Builder
            implements NeedsBusinessShortCode<Object>,
                    NeedsPassword<Object>,
                    NeedsTimestamp<Object>,
                    NeedsTransactionType<Object>,
                    NeedsAmount<Object>,
                    NeedsPartyA<Object>,
                    NeedsPartyB<Object>,
                    NeedsPhoneNumber<Object>,
                    NeedsCallbackUrl<Object>,
                    NeedsAccountReference<Object>,
                    NeedsTransactionDescription<Object> {
        private @Nullable String businessShortCode;
        private @Nullable String password;
        private @Nullable String timestamp;
        private @Nullable TransactionType transactionType;
        private @Nullable BigDecimal amount;
        private @Nullable String partyA;
        private @Nullable String partyB;
        private @Nullable String phoneNumber;
        private @Nullable URI callbackUrl;
        private @Nullable String accountReference;
        private @Nullable String transactionDescription;
        private UnknownFields unknownFields = UnknownFields.NONE;

        private Builder() {}

        @Override
        public Builder businessShortCode(String value) {
            this.businessShortCode = value;
            return this;
        }

        @Override
        public Builder password(String value) {
            this.password = value;
            return this;
        }

        @Override
        public Builder timestamp(String value) {
            this.timestamp = value;
            return this;
        }

        @Override
        public Builder transactionType(TransactionType value) {
            this.transactionType = value;
            return this;
        }

        @Override
        public Builder amount(BigDecimal value) {
            this.amount = value;
            return this;
        }

        @Override
        public Builder amount(long value) {
            return amount(BigDecimal.valueOf(value));
        }

        @Override
        public Builder partyA(String value) {
            this.partyA = value;
            return this;
        }

        @Override
        public Builder partyB(String value) {
            this.partyB = value;
            return this;
        }

        @Override
        public Builder phoneNumber(String value) {
            this.phoneNumber = value;
            return this;
        }

        @Override
        public Builder callbackUrl(URI value) {
            this.callbackUrl = value;
            return this;
        }

        @Override
        public Builder accountReference(String value) {
            this.accountReference = value;
            return this;
        }

        @Override
        public Builder transactionDescription(String value) {
            this.transactionDescription = value;
            return this;
        }

        /** The record as collected; the rules of the spec are checked when it is sent. */
        public StkPushRequest build() {
            return new StkPushRequest(
                    businessShortCode,
                    password,
                    timestamp,
                    transactionType,
                    amount,
                    partyA,
                    partyB,
                    phoneNumber,
                    callbackUrl,
                    accountReference,
                    transactionDescription,
                    unknownFields);
        }
    }

    private static final class Rules {
        static final Rule BUSINESS_SHORT_CODE =
                Rule.of("BusinessShortCode").required().pattern("^\\d{5,7}$").build();
        static final Rule PASSWORD =
                Rule.of("Password").required().pattern("^[A-Za-z0-9+/]+={0,2}$").build();
        static final Rule TIMESTAMP =
                Rule.of("Timestamp").required().pattern("^\\d{14}$").build();
        static final Rule TRANSACTION_TYPE =
                Rule.of("TransactionType").required().build();
        static final Rule AMOUNT = Rule.of("Amount")
                .required()
                .pattern("^[1-9][0-9]*$")
                .minimum("1")
                .maximum("250000")
                .build();
        static final Rule PARTY_A =
                Rule.of("PartyA").required().pattern("^254[17]\\d{8}$").build();
        static final Rule PARTY_B =
                Rule.of("PartyB").required().pattern("^\\d{5,7}$").build();
        static final Rule PHONE_NUMBER =
                Rule.of("PhoneNumber").required().pattern("^254[17]\\d{8}$").build();
        static final Rule CALLBACK_URL =
                Rule.of("CallBackURL").required().pattern("^https?://\\S+$").build();
        static final Rule ACCOUNT_REFERENCE = Rule.of("AccountReference")
                .required()
                .minimumLength(1)
                .maximumLength(12)
                .build();
        static final Rule TRANSACTION_DESCRIPTION = Rule.of("TransactionDesc")
                .required()
                .minimumLength(1)
                .maximumLength(13)
                .build();
    }

    private static final class Adapter extends RecordAdapter<StkPushRequest> {
        @Override
        protected StkPushRequest readFields(JsonReader in, Fields fields) throws IOException {
            String businessShortCode = null;
            String password = null;
            String timestamp = null;
            TransactionType transactionType = null;
            BigDecimal amount = null;
            String partyA = null;
            String partyB = null;
            String phoneNumber = null;
            URI callbackUrl = null;
            String accountReference = null;
            String transactionDescription = null;
            while (in.hasNext()) {
                String field = in.nextName();
                switch (field) {
                    case "BusinessShortCode" -> businessShortCode = fields.read(field, Adapters.TEXT, in);
                    case "Password" -> password = fields.read(field, Adapters.TEXT, in);
                    case "Timestamp" -> timestamp = fields.read(field, Adapters.TEXT, in);
                    case "TransactionType" -> transactionType = fields.read(field, TransactionType.ADAPTER, in);
                    case "Amount" -> amount = fields.read(field, Adapters.AMOUNT, in);
                    case "PartyA" -> partyA = fields.read(field, Adapters.TEXT, in);
                    case "PartyB" -> partyB = fields.read(field, Adapters.TEXT, in);
                    case "PhoneNumber" -> phoneNumber = fields.read(field, Adapters.TEXT, in);
                    case "CallBackURL" -> callbackUrl = fields.read(field, Adapters.URI, in);
                    case "AccountReference" -> accountReference = fields.read(field, Adapters.TEXT, in);
                    case "TransactionDesc" -> transactionDescription = fields.read(field, Adapters.TEXT, in);
                    default -> fields.keep(field, in);
                }
            }
            return new StkPushRequest(
                    businessShortCode,
                    password,
                    timestamp,
                    transactionType,
                    amount,
                    partyA,
                    partyB,
                    phoneNumber,
                    callbackUrl,
                    accountReference,
                    transactionDescription,
                    fields.unknown());
        }

        @Override
        protected void writeFields(JsonWriter out, StkPushRequest value) throws IOException {
            Fields.write(out, "BusinessShortCode", Adapters.TEXT, value.businessShortCode());
            Fields.write(out, "Password", Adapters.TEXT, value.password());
            Fields.write(out, "Timestamp", Adapters.TEXT, value.timestamp());
            Fields.write(out, "TransactionType", TransactionType.ADAPTER, value.transactionType());
            Fields.write(out, "Amount", Adapters.AMOUNT, value.amount());
            Fields.write(out, "PartyA", Adapters.TEXT, value.partyA());
            Fields.write(out, "PartyB", Adapters.TEXT, value.partyB());
            Fields.write(out, "PhoneNumber", Adapters.TEXT, value.phoneNumber());
            Fields.write(out, "CallBackURL", Adapters.URI, value.callbackUrl());
            Fields.write(out, "AccountReference", Adapters.TEXT, value.accountReference());
            Fields.write(out, "TransactionDesc", Adapters.TEXT, value.transactionDescription());
        }
    }
}
