package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.core.outcome.Enquiry;

/** Who a customer is, before money is sent. Thread-safe. */
public final class Customers {

    private final MozambiqueContext context;

    Customers(MozambiqueContext context) {
        this.context = context;
    }

    /**
     * Asks for the name that a customer is registered under, with some letters masked: {@code Ex*mp*e Cus*om*r}. It is
     * personal data all the same. Many accounts may not ask: they are refused with INS-26.
     *
     * @param msisdn the customer's number as people write it: {@code 84 123 4567}, {@code +258 84 123 4567}
     * @throws InvalidInputException if it is no mobile number of Mozambique, or a setting of the client is missing
     */
    public Enquiry<String> name(String msisdn) {
        return name(Msisdn.of(msisdn, Mozambique.NUMBERING));
    }

    /** The same for a number that was read already. */
    public Enquiry<String> name(Msisdn msisdn) {
        return new Questions(context).name(msisdn.digits());
    }
}
