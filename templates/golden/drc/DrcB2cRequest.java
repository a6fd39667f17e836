package io.github.mpesasdk.drcapi.model;

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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The eleven items of a B2C payment, in their order.
 *
 * <p>Evidence: captured.
 *
 * @param serviceProviderName {@code ServiceProviderName}, required: The name of the merchant at the gateway.
 * @param customerMsisdn {@code CustomerMSISDN}, required, personal: The customer, in international form without a plus:
 *     243 and nine digits.
 * @param currency {@code Currency}, required
 * @param amount {@code Amount}, required: The amount, as decimal text with a point. Every known one is a whole number;
 *     whether the gateway takes decimals is not known.
 * @param transactionDateTime {@code TransactionDateTime}, required: When the payment is asked for, as yyyyMMddHHmmss.
 *     Which clock is meant is not known; Kinshasa's is assumed.
 * @param shortCode {@code Shortcode}, required: The short code of the merchant, for B2C.
 * @param language {@code Language}, required
 * @param thirdPartyReference {@code ThirdPartyReference}, required: The sender's id of the payment. Must be unique: it
 *     names the payment when an answer is lost, and comes back in the callback. The gateway's limits are not known.
 * @param callbackChannel {@code CallBackChannel}, required
 * @param callbackDestination {@code CallBackDestination}, required, secret: Where the outcome goes: the https address
 *     of the callback, or with channel 4 an e-mail address. Whoever knows it can report an outcome.
 * @param commandId {@code CommandID}, required: The command of the merchant, issued by Vodacom. Spelt CommandID here
 *     and CommandId in the other payment.
 * @param unknownFields what the spec does not know
 */
public record DrcB2cRequest(
        @Nullable String serviceProviderName,
        @Nullable String customerMsisdn,
        @Nullable DrcCurrency currency,
        @Nullable BigDecimal amount,
        @Nullable String transactionDateTime,
        @Nullable String shortCode,
        @Nullable DrcLanguage language,
        @Nullable String thirdPartyReference,
        @Nullable DrcCallBackChannel callbackChannel,
        @Nullable String callbackDestination,
        @Nullable String commandId,
        UnknownFields unknownFields)
        implements WireRecord {

    /** Reads leniently, writes in the order of the spec; no reflection. */
    public static final RecordAdapter<DrcB2cRequest> ADAPTER = new Adapter();

    /** Asks for the required fields one after the other, then offers the rest. */
    public static NeedsServiceProviderName<
                    NeedsCustomerMsisdn<
                            NeedsCurrency<
                                    NeedsAmount<
                                            NeedsTransactionDateTime<
                                                    NeedsShortCode<
                                                            NeedsLanguage<
                                                                    NeedsThirdPartyReference<
                                                                            NeedsCallbackChannel<
                                                                                    NeedsCallbackDestination<
                                                                                            NeedsCommandId<
                                                                                                    Builder>>>>>>>>>>>
            builder() {
        return Steps.first(new Builder());
    }

    /** A builder that starts with the values of this record. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.serviceProviderName = serviceProviderName;
        builder.customerMsisdn = customerMsisdn;
        builder.currency = currency;
        builder.amount = amount;
        builder.transactionDateTime = transactionDateTime;
        builder.shortCode = shortCode;
        builder.language = language;
        builder.thirdPartyReference = thirdPartyReference;
        builder.callbackChannel = callbackChannel;
        builder.callbackDestination = callbackDestination;
        builder.commandId = commandId;
        builder.unknownFields = unknownFields;
        return builder;
    }

    @Override
    public void check() {
        Checks.of("DrcB2cRequest")
                .field(Rules.SERVICE_PROVIDER_NAME, serviceProviderName)
                .field(Rules.CUSTOMER_MSISDN, customerMsisdn)
                .field(Rules.CURRENCY, currency)
                .field(Rules.AMOUNT, amount)
                .field(Rules.TRANSACTION_DATE_TIME, transactionDateTime)
                .field(Rules.SHORT_CODE, shortCode)
                .field(Rules.LANGUAGE, language)
                .field(Rules.THIRD_PARTY_REFERENCE, thirdPartyReference)
                .field(Rules.CALLBACK_CHANNEL, callbackChannel)
                .field(Rules.CALLBACK_DESTINATION, callbackDestination)
                .field(Rules.COMMAND_ID, commandId)
                .done();
    }

    @Override
    public String toString() {
        return Masked.of("DrcB2cRequest")
                .show("ServiceProviderName", serviceProviderName)
                .hide("CustomerMSISDN", customerMsisdn)
                .show("Currency", currency)
                .show("Amount", amount)
                .show("TransactionDateTime", transactionDateTime)
                .show("Shortcode", shortCode)
                .show("Language", language)
                .show("ThirdPartyReference", thirdPartyReference)
                .show("CallBackChannel", callbackChannel)
                .hide("CallBackDestination", callbackDestination)
                .show("CommandID", commandId)
                .unknown(unknownFields)
                .toString();
    }

    /** Asks for {@code ServiceProviderName}. */
    public interface NeedsServiceProviderName<N> {
        /** The name of the merchant at the gateway. */
        N serviceProviderName(String value);
    }

    /** Asks for {@code CustomerMSISDN}. */
    public interface NeedsCustomerMsisdn<N> {
        /** The customer, in international form without a plus: 243 and nine digits. */
        N customerMsisdn(String value);
    }

    /** Asks for {@code Currency}. */
    public interface NeedsCurrency<N> {
        /** The value of {@code Currency}. */
        N currency(DrcCurrency value);
    }

    /** Asks for {@code Amount}. */
    public interface NeedsAmount<N> {
        /**
         * The amount, as decimal text with a point. Every known one is a whole number; whether the gateway takes
         * decimals is not known.
         */
        N amount(BigDecimal value);

        /** The same, from a whole number. */
        default N amount(long value) {
            return amount(BigDecimal.valueOf(value));
        }
    }

    /** Asks for {@code TransactionDateTime}. */
    public interface NeedsTransactionDateTime<N> {
        /**
         * When the payment is asked for, as yyyyMMddHHmmss. Which clock is meant is not known; Kinshasa's is assumed.
         */
        N transactionDateTime(String value);
    }

    /** Asks for {@code Shortcode}. */
    public interface NeedsShortCode<N> {
        /** The short code of the merchant, for B2C. */
        N shortCode(String value);
    }

    /** Asks for {@code Language}. */
    public interface NeedsLanguage<N> {
        /** The value of {@code Language}. */
        N language(DrcLanguage value);
    }

    /** Asks for {@code ThirdPartyReference}. */
    public interface NeedsThirdPartyReference<N> {
        /**
         * The sender's id of the payment. Must be unique: it names the payment when an answer is lost, and comes back
         * in the callback. The gateway's limits are not known.
         */
        N thirdPartyReference(String value);
    }

    /** Asks for {@code CallBackChannel}. */
    public interface NeedsCallbackChannel<N> {
        /** The value of {@code CallBackChannel}. */
        N callbackChannel(DrcCallBackChannel value);
    }

    /** Asks for {@code CallBackDestination}. */
    public interface NeedsCallbackDestination<N> {
        /**
         * Where the outcome goes: the https address of the callback, or with channel 4 an e-mail address. Whoever knows
         * it can report an outcome.
         */
        N callbackDestination(String value);
    }

    /** Asks for {@code CommandID}. */
    public interface NeedsCommandId<N> {
        /** The command of the merchant, issued by Vodacom. Spelt CommandID here and CommandId in the other payment. */
        N commandId(String value);
    }

    /** Collects the fields. Not thread-safe; the record it builds is. */
    public static final class Builder
            implements NeedsServiceProviderName<Object>,
                    NeedsCustomerMsisdn<Object>,
                    NeedsCurrency<Object>,
                    NeedsAmount<Object>,
                    NeedsTransactionDateTime<Object>,
                    NeedsShortCode<Object>,
                    NeedsLanguage<Object>,
                    NeedsThirdPartyReference<Object>,
                    NeedsCallbackChannel<Object>,
                    NeedsCallbackDestination<Object>,
                    NeedsCommandId<Object> {
        private @Nullable String serviceProviderName;
        private @Nullable String customerMsisdn;
        private @Nullable DrcCurrency currency;
        private @Nullable BigDecimal amount;
        private @Nullable String transactionDateTime;
        private @Nullable String shortCode;
        private @Nullable DrcLanguage language;
        private @Nullable String thirdPartyReference;
        private @Nullable DrcCallBackChannel callbackChannel;
        private @Nullable String callbackDestination;
        private @Nullable String commandId;
        private UnknownFields unknownFields = UnknownFields.NONE;

        private Builder() {}

        @Override
        public Builder serviceProviderName(String value) {
            this.serviceProviderName = value;
            return this;
        }

        @Override
        public Builder customerMsisdn(String value) {
            this.customerMsisdn = value;
            return this;
        }

        @Override
        public Builder currency(DrcCurrency value) {
            this.currency = value;
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
        public Builder transactionDateTime(String value) {
            this.transactionDateTime = value;
            return this;
        }

        @Override
        public Builder shortCode(String value) {
            this.shortCode = value;
            return this;
        }

        @Override
        public Builder language(DrcLanguage value) {
            this.language = value;
            return this;
        }

        @Override
        public Builder thirdPartyReference(String value) {
            this.thirdPartyReference = value;
            return this;
        }

        @Override
        public Builder callbackChannel(DrcCallBackChannel value) {
            this.callbackChannel = value;
            return this;
        }

        @Override
        public Builder callbackDestination(String value) {
            this.callbackDestination = value;
            return this;
        }

        @Override
        public Builder commandId(String value) {
            this.commandId = value;
            return this;
        }

        /** The record as collected; the rules of the spec are checked when it is sent. */
        public DrcB2cRequest build() {
            return new DrcB2cRequest(
                    serviceProviderName,
                    customerMsisdn,
                    currency,
                    amount,
                    transactionDateTime,
                    shortCode,
                    language,
                    thirdPartyReference,
                    callbackChannel,
                    callbackDestination,
                    commandId,
                    unknownFields);
        }
    }

    private static final class Rules {
        static final Rule SERVICE_PROVIDER_NAME =
                Rule.of("ServiceProviderName").required().minimumLength(1).build();
        static final Rule CUSTOMER_MSISDN = Rule.of("CustomerMSISDN")
                .required()
                .pattern("^243[0-9]{9}$")
                .hint("243 and nine digits")
                .build();
        static final Rule CURRENCY = Rule.of("Currency").required().build();
        static final Rule AMOUNT = Rule.of("Amount")
                .required()
                .pattern("^[0-9]+(\\.[0-9]+)?$")
                .hint("digits, with a point before the decimals if there are any, and no sign, comma or space")
                .minimum("0.01")
                .build();
        static final Rule TRANSACTION_DATE_TIME = Rule.of("TransactionDateTime")
                .required()
                .pattern("^[0-9]{14}$")
                .hint("yyyyMMddHHmmss, fourteen digits")
                .build();
        static final Rule SHORT_CODE =
                Rule.of("Shortcode").required().minimumLength(1).build();
        static final Rule LANGUAGE = Rule.of("Language").required().build();
        static final Rule THIRD_PARTY_REFERENCE = Rule.of("ThirdPartyReference")
                .required()
                .pattern("^[A-Za-z0-9._-]{1,64}$")
                .hint("1 to 64 letters, digits, points, hyphens or underscores")
                .build();
        static final Rule CALLBACK_CHANNEL =
                Rule.of("CallBackChannel").required().build();
        static final Rule CALLBACK_DESTINATION =
                Rule.of("CallBackDestination").required().minimumLength(1).build();
        static final Rule COMMAND_ID =
                Rule.of("CommandID").required().minimumLength(1).build();
    }

    private static final class Adapter extends RecordAdapter<DrcB2cRequest> {
        @Override
        public List<String> fieldNames() {
            return List.of(
                    "ServiceProviderName",
                    "CustomerMSISDN",
                    "Currency",
                    "Amount",
                    "TransactionDateTime",
                    "Shortcode",
                    "Language",
                    "ThirdPartyReference",
                    "CallBackChannel",
                    "CallBackDestination",
                    "CommandID");
        }

        @Override
        protected DrcB2cRequest readFields(JsonReader in, Fields fields) throws IOException {
            String serviceProviderName = null;
            String customerMsisdn = null;
            DrcCurrency currency = null;
            BigDecimal amount = null;
            String transactionDateTime = null;
            String shortCode = null;
            DrcLanguage language = null;
            String thirdPartyReference = null;
            DrcCallBackChannel callbackChannel = null;
            String callbackDestination = null;
            String commandId = null;
            while (in.hasNext()) {
                String field = in.nextName();
                switch (field) {
                    case "ServiceProviderName" -> serviceProviderName = fields.read(field, Adapters.TEXT, in);
                    case "CustomerMSISDN" -> customerMsisdn = fields.read(field, Adapters.TEXT, in);
                    case "Currency" -> currency = fields.read(field, DrcCurrency.ADAPTER, in);
                    case "Amount" -> amount = fields.read(field, Adapters.AMOUNT, in);
                    case "TransactionDateTime" -> transactionDateTime = fields.read(field, Adapters.TEXT, in);
                    case "Shortcode" -> shortCode = fields.read(field, Adapters.TEXT, in);
                    case "Language" -> language = fields.read(field, DrcLanguage.ADAPTER, in);
                    case "ThirdPartyReference" -> thirdPartyReference = fields.read(field, Adapters.TEXT, in);
                    case "CallBackChannel" -> callbackChannel = fields.read(field, DrcCallBackChannel.ADAPTER, in);
                    case "CallBackDestination" -> callbackDestination = fields.read(field, Adapters.TEXT, in);
                    case "CommandID" -> commandId = fields.read(field, Adapters.TEXT, in);
                    default -> fields.keep(field, in);
                }
            }
            return new DrcB2cRequest(
                    serviceProviderName,
                    customerMsisdn,
                    currency,
                    amount,
                    transactionDateTime,
                    shortCode,
                    language,
                    thirdPartyReference,
                    callbackChannel,
                    callbackDestination,
                    commandId,
                    fields.unknown());
        }

        @Override
        protected void writeFields(JsonWriter out, DrcB2cRequest value) throws IOException {
            Fields.write(out, "ServiceProviderName", Adapters.TEXT, value.serviceProviderName());
            Fields.write(out, "CustomerMSISDN", Adapters.TEXT, value.customerMsisdn());
            Fields.write(out, "Currency", DrcCurrency.ADAPTER, value.currency());
            Fields.write(out, "Amount", Adapters.AMOUNT, value.amount());
            Fields.write(out, "TransactionDateTime", Adapters.TEXT, value.transactionDateTime());
            Fields.write(out, "Shortcode", Adapters.TEXT, value.shortCode());
            Fields.write(out, "Language", DrcLanguage.ADAPTER, value.language());
            Fields.write(out, "ThirdPartyReference", Adapters.TEXT, value.thirdPartyReference());
            Fields.write(out, "CallBackChannel", DrcCallBackChannel.ADAPTER, value.callbackChannel());
            Fields.write(out, "CallBackDestination", Adapters.TEXT, value.callbackDestination());
            Fields.write(out, "CommandID", Adapters.TEXT, value.commandId());
        }
    }
}
