package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.core.outcome.Enquiry;
import io.github.mpesasdk.vodacomapi.api.CustomerApi;
import io.github.mpesasdk.vodacomapi.model.KycQueryType;
import io.github.mpesasdk.vodacomapi.model.QueryBeneficiaryNameRequest;

/** Who a customer is, before money is sent. Thread-safe. */
public final class Customers {

    private static final String NAME = "customers().name";

    private final VodacomContext context;
    private final Sending sending;

    Customers(VodacomContext context) {
        this.context = context;
        this.sending = new Sending(context);
    }

    /**
     * A customer's name. {@code toString} hides it.
     *
     * @param first as the gateway tells it; empty if it does not
     * @param last as the gateway tells it; empty if it does not
     */
    public record CustomerName(String first, String last) {

        @Override
        public String toString() {
            return "CustomerName[***]";
        }
    }

    /**
     * Asks for the name of a customer. The operator documents it for Ghana alone.
     *
     * @throws InvalidInputException if the number is none of the market, or a setting is missing; nothing was sent
     */
    public Enquiry<CustomerName> name(String msisdn) {
        String customer = context.numbers().read(msisdn);
        String provider = context.serviceProvider(NAME);
        return sending.enquire(
                CustomerApi.QUERY_BENEFICIARY_NAME,
                id -> QueryBeneficiaryNameRequest.builder()
                        .customerMsisdn(customer)
                        .country(context.country())
                        .serviceProviderCode(provider)
                        .thirdPartyConversationId(id)
                        .kycQueryType(KycQueryType.NAME)
                        .build(),
                fields -> new CustomerName(
                        fields.text("CustomerFirstName").orElse(""),
                        fields.text("CustomerLastName").orElse("")));
    }
}
