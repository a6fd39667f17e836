package io.github.mpesasdk.mozambiqueapi.api;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Evidence;
import io.github.mpesasdk.Violation;
import io.github.mpesasdk.mozambiqueapi.model.QueryCustomerNameAnswer;
import io.github.mpesasdk.runtime.Adapters;
import io.github.mpesasdk.runtime.Checks;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Field;
import io.github.mpesasdk.runtime.Fields;
import io.github.mpesasdk.runtime.Fill;
import io.github.mpesasdk.runtime.Invoker;
import io.github.mpesasdk.runtime.Masked;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.RecordAdapter;
import io.github.mpesasdk.runtime.Role;
import io.github.mpesasdk.runtime.Rule;
import io.github.mpesasdk.runtime.Security;
import io.github.mpesasdk.runtime.Sensitivity;
import io.github.mpesasdk.runtime.Success;
import io.github.mpesasdk.runtime.UnknownFields;
import io.github.mpesasdk.runtime.WireRecord;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Who a customer is, before money is sent.
 *
 * <p>Every method checks its request against the spec before anything leaves, and throws one of the sealed family of
 * {@link io.github.mpesasdk.MpesaException}. Thread-safe.
 */
public final class CustomersApi {

    /** {@code GET /queryCustomerName/}: Ask for the name of a customer. */
    public static final Operation<QueryCustomerNameInput, QueryCustomerNameAnswer> QUERY_CUSTOMER_NAME = Operation.of(
                    "mozambique",
                    "queryCustomerName",
                    Operation.Input.QUERY,
                    QueryCustomerNameInput.ADAPTER,
                    QueryCustomerNameAnswer.ADAPTER)
            .at("GET", "/queryCustomerName/")
            .port(19323)
            .summary("Ask for the name of a customer")
            .effect(Effect.QUERY)
            .success(Success.whenField("output_ResponseCode")
                    .is("INS-0")
                    .alsoNamed("output_ResultCode")
                    .orElseField("output_CustomerName")
                    .tracedBy("output_CustomerName"))
            .answerRepeats("output_ThirdPartyReference", "input_ThirdPartyReference")
            .refusalsRepeatToo()
            .callbackRepeats("input_ThirdPartyReference", "request.input_ThirdPartyReference")
            .callbackRepeats("input_OriginalConversationID", "answer.output_ConversationID")
            .security(Security.BEARER)
            .outcomeIn("output_CustomerName")
            .callback("QueryCustomerNameCallback")
            .fill(Fill.from("input_ThirdPartyReference", "freshId"))
            .fill(Fill.from("input_ServiceProviderCode", "serviceProvider"))
            .evidence(Evidence.of("documented"))
            .build();

    /** Every operation of this group, in the order of the spec. */
    public static final List<Operation<?, ?>> OPERATIONS = List.of(QUERY_CUSTOMER_NAME);

    private final Invoker invoker;

    /** Operations that travel through {@code invoker}. */
    public CustomersApi(Invoker invoker) {
        this.invoker = invoker;
    }

    /**
     * Ask for the name of a customer. Returns the name that a customer is registered under, with some letters masked,
     * to be compared before money is sent. The documents put the code into output_ResultCode, a recorded answer into
     * output_ResponseCode: read whichever is there. The only recorded answer is a refusal, INS-26.
     *
     * <p>Effect: query. Evidence: documented.
     *
     * @throws io.github.mpesasdk.MpesaException see the class comment
     */
    public QueryCustomerNameAnswer queryCustomerName(QueryCustomerNameInput request) {
        return invoker.invoke(QUERY_CUSTOMER_NAME, request);
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<QueryCustomerNameAnswer> queryCustomerNameAsync(QueryCustomerNameInput request) {
        return invoker.invokeAsync(QUERY_CUSTOMER_NAME, request);
    }

    /**
     * The query of {@code queryCustomerName}.
     *
     * @param customerMsisdn {@code input_CustomerMSISDN}, required: The MSISDN of the customer.
     * @param thirdPartyReference {@code input_ThirdPartyReference}, required: The id of this question, chosen by the
     *     sender.
     * @param serviceProviderCode {@code input_ServiceProviderCode}, required: The short code of the business that asks.
     * @param unknownFields what the spec does not know
     */
    public record QueryCustomerNameInput(
            @Nullable String customerMsisdn,
            @Nullable String thirdPartyReference,
            @Nullable String serviceProviderCode,
            UnknownFields unknownFields)
            implements WireRecord {

        /** Reads leniently, writes each value as the spec wants it; no reflection. */
        public static final RecordAdapter<QueryCustomerNameInput> ADAPTER = new Adapter();

        @Override
        public String toString() {
            return Masked.of(
                    "QueryCustomerNameInput",
                    ADAPTER,
                    unknownFields,
                    customerMsisdn,
                    thirdPartyReference,
                    serviceProviderCode);
        }

        /** A builder without any value. */
        public static Builder builder() {
            return new Builder();
        }

        /** A builder that starts with the values of this record. */
        public Builder toBuilder() {
            Builder builder = new Builder();
            builder.customerMsisdn = customerMsisdn;
            builder.thirdPartyReference = thirdPartyReference;
            builder.serviceProviderCode = serviceProviderCode;
            builder.unknownFields = unknownFields;
            return builder;
        }

        @Override
        public List<Violation> broken() {
            return Checks.of(unknownFields)
                    .field(Rules.CUSTOMER_MSISDN, customerMsisdn)
                    .field(Rules.THIRD_PARTY_REFERENCE, thirdPartyReference)
                    .field(Rules.SERVICE_PROVIDER_CODE, serviceProviderCode)
                    .found();
        }

        /** Collects the fields. Not thread-safe; the record it builds is. */
        public static final class Builder {
            private @Nullable String customerMsisdn;
            private @Nullable String thirdPartyReference;
            private @Nullable String serviceProviderCode;
            private UnknownFields unknownFields = UnknownFields.NONE;

            private Builder() {}

            /** The MSISDN of the customer. Must be 12 digits that start with 258. */
            public Builder customerMsisdn(String value) {
                this.customerMsisdn = value;
                return this;
            }

            /**
             * The id of this question, chosen by the sender. Must be letters, digits and underscores only, so no
             * hyphen, space or other punctuation. 1 to 40 characters.
             */
            public Builder thirdPartyReference(String value) {
                this.thirdPartyReference = value;
                return this;
            }

            /** The short code of the business that asks. Must be 5 or 6 digits. */
            public Builder serviceProviderCode(String value) {
                this.serviceProviderCode = value;
                return this;
            }

            /** The record as collected; the rules of the spec are checked when it is sent. */
            public QueryCustomerNameInput build() {
                return new QueryCustomerNameInput(
                        customerMsisdn, thirdPartyReference, serviceProviderCode, unknownFields);
            }
        }

        private static final class Rules {
            static final Rule CUSTOMER_MSISDN = Rule.of("input_CustomerMSISDN")
                    .required()
                    .pattern("^258[0-9]{9}$")
                    .hint("12 digits that start with 258")
                    .evidence("pattern", "captured")
                    .build();
            static final Rule THIRD_PARTY_REFERENCE = Rule.of("input_ThirdPartyReference")
                    .required()
                    .minimumLength(1)
                    .maximumLength(40)
                    .pattern("^\\w+$")
                    .hint("letters, digits and underscores only, so no hyphen, space or other punctuation")
                    .evidence("maxLength", "inferred")
                    .evidence("pattern", "single-source")
                    .build();
            static final Rule SERVICE_PROVIDER_CODE = Rule.of("input_ServiceProviderCode")
                    .required()
                    .pattern("^[0-9]{5,6}$")
                    .hint("5 or 6 digits")
                    .evidence("pattern", "single-source")
                    .build();
        }

        private static final class Adapter extends RecordAdapter<QueryCustomerNameInput> {
            @Override
            protected List<Field> describe() {
                return List.of(
                        Field.of("input_CustomerMSISDN", Role.VALUE, Sensitivity.PERSONAL, Adapters.TEXT),
                        Field.of("input_ThirdPartyReference", Role.KEY, Sensitivity.NONE, Adapters.TEXT),
                        Field.of("input_ServiceProviderCode", Role.VALUE, Sensitivity.NONE, Adapters.TEXT));
            }

            @Override
            protected QueryCustomerNameInput read(Fields fields) {
                return new QueryCustomerNameInput(
                        fields.read("input_CustomerMSISDN", Adapters.TEXT),
                        fields.read("input_ThirdPartyReference", Adapters.TEXT),
                        fields.read("input_ServiceProviderCode", Adapters.TEXT),
                        fields.unknown());
            }

            @Override
            protected void write(QueryCustomerNameInput value, JsonObject object) {
                Fields.write(object, "input_CustomerMSISDN", Adapters.TEXT, value.customerMsisdn());
                Fields.write(object, "input_ThirdPartyReference", Adapters.TEXT, value.thirdPartyReference());
                Fields.write(object, "input_ServiceProviderCode", Adapters.TEXT, value.serviceProviderCode());
            }
        }
    }
}
