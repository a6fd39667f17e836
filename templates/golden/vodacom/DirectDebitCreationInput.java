package io.github.mpesasdk.vodacomapi.model;

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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mandate to create. Without input_Frequency neither the first payment date nor a range of days may be sent. With it
 * the first payment date is required, and a range of days is for 04 to 07 only, monthly to yearly.
 *
 * <p>Evidence: documented.
 *
 * @param customerMsisdn {@code input_CustomerMSISDN}, required: The MSISDN of the customer in international form. The
 *     portal says 12 to 14 digits, which would leave out Lesotho, whose numbers have 11 and whose market is in use; the
 *     form for each country follows from its numbering plan and not from the portal. In the sandbox numbers such as
 *     000000000001, for directDebitPayment with 20 digits, stand for customers who pay, fail or let the prompt lapse.
 * @param country {@code input_Country}, required
 * @param serviceProviderCode {@code input_ServiceProviderCode}, required: The short code of a business. In the sandbox
 *     000000, and 000001 for a receiver.
 * @param thirdPartyReference {@code input_ThirdPartyReference}, required: The sender's own name of a mandate, such as a
 *     contract number.
 * @param thirdPartyConversationId {@code input_ThirdPartyConversationID}, required: The id of this request, chosen by
 *     the sender and never used twice; a repetition is refused with INS-10. A UUID must lose its hyphens. Keep it to 32
 *     letters and digits, because queryTransactionStatus cannot ask for others.
 * @param agreedTerms {@code input_AgreedTC}, required
 * @param firstPaymentDate {@code input_FirstPaymentDate}: The day of the first payment, as yyyyMMdd. Required with
 *     input_Frequency, and not allowed without it.
 * @param frequency {@code input_Frequency}
 * @param startRangeOfDays {@code input_StartRangeOfDays}: The first day of the month on which to collect. For monthly
 *     to yearly mandates only.
 * @param endRangeOfDays {@code input_EndRangeOfDays}: The last day of the month on which to collect. For monthly to
 *     yearly mandates only.
 * @param expiryDate {@code input_ExpiryDate}: The day on which the mandate ends, as yyyyMMdd.
 * @param unknownFields what the spec does not know
 */
public record DirectDebitCreationInput(
        @Nullable String customerMsisdn,
        @Nullable Country country,
        @Nullable String serviceProviderCode,
        @Nullable String thirdPartyReference,
        @Nullable String thirdPartyConversationId,
        @Nullable AgreedTerms agreedTerms,
        @Nullable String firstPaymentDate,
        @Nullable Frequency frequency,
        @Nullable String startRangeOfDays,
        @Nullable String endRangeOfDays,
        @Nullable String expiryDate,
        UnknownFields unknownFields)
        implements WireRecord {

    /** Reads leniently, writes each value as the spec wants it; no reflection. */
    public static final RecordAdapter<DirectDebitCreationInput> ADAPTER = new Adapter();

    @Override
    public String toString() {
        return Masked.of(
                "DirectDebitCreationInput",
                ADAPTER,
                unknownFields,
                customerMsisdn,
                country,
                serviceProviderCode,
                thirdPartyReference,
                thirdPartyConversationId,
                agreedTerms,
                firstPaymentDate,
                frequency,
                startRangeOfDays,
                endRangeOfDays,
                expiryDate);
    }

    /** A builder without any value. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this record. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.customerMsisdn = customerMsisdn;
        builder.country = country;
        builder.serviceProviderCode = serviceProviderCode;
        builder.thirdPartyReference = thirdPartyReference;
        builder.thirdPartyConversationId = thirdPartyConversationId;
        builder.agreedTerms = agreedTerms;
        builder.firstPaymentDate = firstPaymentDate;
        builder.frequency = frequency;
        builder.startRangeOfDays = startRangeOfDays;
        builder.endRangeOfDays = endRangeOfDays;
        builder.expiryDate = expiryDate;
        builder.unknownFields = unknownFields;
        return builder;
    }

    @Override
    public List<Violation> broken() {
        return Checks.of(unknownFields)
                .field(Rules.CUSTOMER_MSISDN, customerMsisdn)
                .field(Rules.COUNTRY, country)
                .field(Rules.SERVICE_PROVIDER_CODE, serviceProviderCode)
                .field(Rules.THIRD_PARTY_REFERENCE, thirdPartyReference)
                .field(Rules.THIRD_PARTY_CONVERSATION_ID, thirdPartyConversationId)
                .field(Rules.AGREED_TERMS, agreedTerms)
                .field(Rules.FIRST_PAYMENT_DATE, firstPaymentDate)
                .field(Rules.FREQUENCY, frequency)
                .field(Rules.START_RANGE_OF_DAYS, startRangeOfDays)
                .field(Rules.END_RANGE_OF_DAYS, endRangeOfDays)
                .field(Rules.EXPIRY_DATE, expiryDate)
                .requiredWhen(
                        "input_FirstPaymentDate", "input_Frequency", "01", "02", "03", "04", "05", "06", "07", "08")
                .forbiddenWhen("input_StartRangeOfDays", "input_Frequency", "01", "02", "03", "08")
                .forbiddenWhen("input_EndRangeOfDays", "input_Frequency", "01", "02", "03", "08")
                .forbiddenWithout("input_FirstPaymentDate", "input_Frequency")
                .forbiddenWithout("input_StartRangeOfDays", "input_Frequency")
                .forbiddenWithout("input_EndRangeOfDays", "input_Frequency")
                .notBefore("input_ExpiryDate", "input_FirstPaymentDate")
                .found();
    }

    /** Collects the fields. Not thread-safe; the record it builds is. */
    public static final class Builder {
        private @Nullable String customerMsisdn;
        private @Nullable Country country;
        private @Nullable String serviceProviderCode;
        private @Nullable String thirdPartyReference;
        private @Nullable String thirdPartyConversationId;
        private @Nullable AgreedTerms agreedTerms;
        private @Nullable String firstPaymentDate;
        private @Nullable Frequency frequency;
        private @Nullable String startRangeOfDays;
        private @Nullable String endRangeOfDays;
        private @Nullable String expiryDate;
        private UnknownFields unknownFields = UnknownFields.NONE;

        private Builder() {}

        /**
         * The MSISDN of the customer in international form. The portal says 12 to 14 digits, which would leave out
         * Lesotho, whose numbers have 11 and whose market is in use; the form for each country follows from its
         * numbering plan and not from the portal. In the sandbox numbers such as 000000000001, for directDebitPayment
         * with 20 digits, stand for customers who pay, fail or let the prompt lapse. Must be 11 to 14 digits, the
         * country's dialling code first and no plus.
         */
        public Builder customerMsisdn(String value) {
            this.customerMsisdn = value;
            return this;
        }

        /** The value of {@code input_Country}. */
        public Builder country(Country value) {
            this.country = value;
            return this;
        }

        /**
         * The short code of a business. In the sandbox 000000, and 000001 for a receiver. Must be 4 to 12 letters or
         * digits.
         */
        public Builder serviceProviderCode(String value) {
            this.serviceProviderCode = value;
            return this;
        }

        /** The sender's own name of a mandate, such as a contract number. Must be 1 to 32 letters or digits. */
        public Builder thirdPartyReference(String value) {
            this.thirdPartyReference = value;
            return this;
        }

        /**
         * The id of this request, chosen by the sender and never used twice; a repetition is refused with INS-10. A
         * UUID must lose its hyphens. Keep it to 32 letters and digits, because queryTransactionStatus cannot ask for
         * others. Must be 1 to 40 letters, digits, spaces, underscores or plus signs, so no hyphen and no other
         * punctuation.
         */
        public Builder thirdPartyConversationId(String value) {
            this.thirdPartyConversationId = value;
            return this;
        }

        /** The value of {@code input_AgreedTC}. */
        public Builder agreedTerms(AgreedTerms value) {
            this.agreedTerms = value;
            return this;
        }

        /**
         * The day of the first payment, as yyyyMMdd. Required with input_Frequency, and not allowed without it. Must be
         * 8 digits: year, month and day.
         */
        public Builder firstPaymentDate(String value) {
            this.firstPaymentDate = value;
            return this;
        }

        /** The value of {@code input_Frequency}. */
        public Builder frequency(Frequency value) {
            this.frequency = value;
            return this;
        }

        /**
         * The first day of the month on which to collect. For monthly to yearly mandates only. Must be 2 digits, such
         * as 01.
         */
        public Builder startRangeOfDays(String value) {
            this.startRangeOfDays = value;
            return this;
        }

        /**
         * The last day of the month on which to collect. For monthly to yearly mandates only. Must be 2 digits, such as
         * 21.
         */
        public Builder endRangeOfDays(String value) {
            this.endRangeOfDays = value;
            return this;
        }

        /** The day on which the mandate ends, as yyyyMMdd. Must be 8 digits: year, month and day. */
        public Builder expiryDate(String value) {
            this.expiryDate = value;
            return this;
        }

        /** The record as collected; the rules of the spec are checked when it is sent. */
        public DirectDebitCreationInput build() {
            return new DirectDebitCreationInput(
                    customerMsisdn,
                    country,
                    serviceProviderCode,
                    thirdPartyReference,
                    thirdPartyConversationId,
                    agreedTerms,
                    firstPaymentDate,
                    frequency,
                    startRangeOfDays,
                    endRangeOfDays,
                    expiryDate,
                    unknownFields);
        }
    }

    private static final class Rules {
        static final Rule CUSTOMER_MSISDN = Rule.of("input_CustomerMSISDN")
                .required()
                .pattern("^([0-9]{11,14}|0{16}[0-9]{4})$")
                .hint("11 to 14 digits, the country's dialling code first and no plus")
                .patternsBy("input_Country", Market.MSISDN_BY_COUNTRY)
                .testValues("^(0{8}|0{16})[0-9]{4}$")
                .evidence("pattern", "inferred")
                .evidence("x-pattern-by", "inferred")
                .build();
        static final Rule COUNTRY = Rule.of("input_Country").required().build();
        static final Rule SERVICE_PROVIDER_CODE = Rule.of("input_ServiceProviderCode")
                .required()
                .pattern("^([0-9A-Za-z]{4,12})$")
                .hint("4 to 12 letters or digits")
                .evidence("pattern", "documented")
                .build();
        static final Rule THIRD_PARTY_REFERENCE = Rule.of("input_ThirdPartyReference")
                .required()
                .pattern("^[0-9a-zA-Z]{1,32}$")
                .hint("1 to 32 letters or digits")
                .evidence("pattern", "documented")
                .build();
        static final Rule THIRD_PARTY_CONVERSATION_ID = Rule.of("input_ThirdPartyConversationID")
                .required()
                .pattern("^[0-9a-zA-Z \\w+]{1,40}$")
                .hint(
                        "1 to 40 letters, digits, spaces, underscores or plus signs, so no hyphen and no other punctuation")
                .evidence("pattern", "documented")
                .build();
        static final Rule AGREED_TERMS = Rule.of("input_AgreedTC").required().build();
        static final Rule FIRST_PAYMENT_DATE = Rule.of("input_FirstPaymentDate")
                .pattern("^[0-9]{8}$")
                .hint("8 digits: year, month and day")
                .build();
        static final Rule FREQUENCY = Rule.of("input_Frequency").build();
        static final Rule START_RANGE_OF_DAYS = Rule.of("input_StartRangeOfDays")
                .pattern("^[0-9]{2}$")
                .hint("2 digits, such as 01")
                .build();
        static final Rule END_RANGE_OF_DAYS = Rule.of("input_EndRangeOfDays")
                .pattern("^[0-9]{2}$")
                .hint("2 digits, such as 21")
                .build();
        static final Rule EXPIRY_DATE = Rule.of("input_ExpiryDate")
                .pattern("^[0-9]{8}$")
                .hint("8 digits: year, month and day")
                .build();
    }

    private static final class Adapter extends RecordAdapter<DirectDebitCreationInput> {
        @Override
        protected List<Field> describe() {
            return List.of(
                    Field.of("input_CustomerMSISDN", Role.VALUE, Sensitivity.PERSONAL, Adapters.TEXT),
                    Field.of("input_Country", Role.VALUE, Sensitivity.UNSAID, Country.ADAPTER),
                    Field.of("input_ServiceProviderCode", Role.VALUE, Sensitivity.NONE, Adapters.TEXT),
                    Field.of("input_ThirdPartyReference", Role.VALUE, Sensitivity.PERSONAL, Adapters.TEXT),
                    Field.of("input_ThirdPartyConversationID", Role.KEY, Sensitivity.NONE, Adapters.TEXT),
                    Field.of("input_AgreedTC", Role.VALUE, Sensitivity.UNSAID, AgreedTerms.ADAPTER),
                    Field.of("input_FirstPaymentDate", Role.VALUE, Sensitivity.NONE, Adapters.TEXT),
                    Field.of("input_Frequency", Role.VALUE, Sensitivity.UNSAID, Frequency.ADAPTER),
                    Field.of("input_StartRangeOfDays", Role.VALUE, Sensitivity.NONE, Adapters.TEXT),
                    Field.of("input_EndRangeOfDays", Role.VALUE, Sensitivity.NONE, Adapters.TEXT),
                    Field.of("input_ExpiryDate", Role.VALUE, Sensitivity.NONE, Adapters.TEXT));
        }

        @Override
        protected DirectDebitCreationInput read(Fields fields) {
            return new DirectDebitCreationInput(
                    fields.read("input_CustomerMSISDN", Adapters.TEXT),
                    fields.read("input_Country", Country.ADAPTER),
                    fields.read("input_ServiceProviderCode", Adapters.TEXT),
                    fields.read("input_ThirdPartyReference", Adapters.TEXT),
                    fields.read("input_ThirdPartyConversationID", Adapters.TEXT),
                    fields.read("input_AgreedTC", AgreedTerms.ADAPTER),
                    fields.read("input_FirstPaymentDate", Adapters.TEXT),
                    fields.read("input_Frequency", Frequency.ADAPTER),
                    fields.read("input_StartRangeOfDays", Adapters.TEXT),
                    fields.read("input_EndRangeOfDays", Adapters.TEXT),
                    fields.read("input_ExpiryDate", Adapters.TEXT),
                    fields.unknown());
        }

        @Override
        protected void write(DirectDebitCreationInput value, JsonObject object) {
            Fields.write(object, "input_CustomerMSISDN", Adapters.TEXT, value.customerMsisdn());
            Fields.write(object, "input_Country", Country.ADAPTER, value.country());
            Fields.write(object, "input_ServiceProviderCode", Adapters.TEXT, value.serviceProviderCode());
            Fields.write(object, "input_ThirdPartyReference", Adapters.TEXT, value.thirdPartyReference());
            Fields.write(object, "input_ThirdPartyConversationID", Adapters.TEXT, value.thirdPartyConversationId());
            Fields.write(object, "input_AgreedTC", AgreedTerms.ADAPTER, value.agreedTerms());
            Fields.write(object, "input_FirstPaymentDate", Adapters.TEXT, value.firstPaymentDate());
            Fields.write(object, "input_Frequency", Frequency.ADAPTER, value.frequency());
            Fields.write(object, "input_StartRangeOfDays", Adapters.TEXT, value.startRangeOfDays());
            Fields.write(object, "input_EndRangeOfDays", Adapters.TEXT, value.endRangeOfDays());
            Fields.write(object, "input_ExpiryDate", Adapters.TEXT, value.expiryDate());
        }
    }
}
