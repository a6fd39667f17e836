package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.core.input.CallInput;
import io.github.mpesasdk.vodacomapi.model.ApiVersion;
import io.github.mpesasdk.vodacomapi.model.KycQueryType;
import java.util.UUID;

/** Fills in the fields that the client knows or makes: ids, the market, the short code. */
record VodacomFields(VodacomSettings settings) {

    static final String ID = "input_ThirdPartyConversationID";
    static final String REFERENCE = "input_TransactionReference";
    static final String QUERY_REFERENCE = "input_QueryReference";
    static final String TRANSACTION_ID = "input_TransactionID";
    static final String MANDATE_ID = "input_MandateID";
    static final String PURCHASED_ITEMS = "input_PurchasedItemsDesc";
    static final String PAYMENT_ITEMS = "input_PaymentItemsDesc";

    private static final int LONGEST_REFERENCE = 20;

    void fillIn(CallInput input, String id) {
        input.fillIn(ID, id)
                .fillIn(REFERENCE, VodacomFields::anyReference)
                .fillIn("input_Country", settings.market().country().value())
                .fillIn("input_Currency", settings.currency().value())
                .fillIn("input_KycQueryType", KycQueryType.NAME.value())
                .fillIn("input_APIVersion", ApiVersion.V3_1.value());
        for (String field : new String[] {"input_ServiceProviderCode", "input_PrimaryPartyCode"}) {
            input.fillIn(field, settings.serviceProvider())
                    .needs(field, "serviceProvider", VodacomOpenApiBuilder.BUILDER);
        }
    }

    // Not a part of the id: books and customers see the reference, and the id proves callbacks.
    private static String anyReference() {
        return random().substring(0, LONGEST_REFERENCE);
    }

    /** 32 hexadecimal digits that nobody has seen before. */
    static String random() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
