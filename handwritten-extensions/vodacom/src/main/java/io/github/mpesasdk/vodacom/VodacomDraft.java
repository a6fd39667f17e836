package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Msisdn;

/** What the drafts of the OpenAPI have in common. */
public abstract class VodacomDraft<D extends VodacomDraft<D>> extends Draft<D> {

    private static final String MSISDN = "input_CustomerMSISDN";
    private static final String TOKEN = "input_MsisdnToken";
    private static final String MANDATE = "input_ThirdPartyReference";

    private final Numbers numbers;

    VodacomDraft(Numbers numbers) {
        this.numbers = numbers;
    }

    /** The word by which the caller knows the customer's number, while it may still be missing. */
    final void nameNumber(String word) {
        name(word, MSISDN);
    }

    /** A mobile number as people of the market write it. */
    final D number(String word, String msisdn) {
        try {
            return set(word, MSISDN, numbers.read(msisdn));
        } catch (InvalidInputException unreadable) {
            return wrong(word, MSISDN, unreadable);
        }
    }

    final D number(String word, Msisdn msisdn) {
        return set(word, MSISDN, msisdn.digits());
    }

    /** What stands for the number of a customer who has given a mandate. */
    final D msisdnToken(String token) {
        return set("token", TOKEN, token);
    }

    final void nameMandate() {
        name("reference", MANDATE);
    }

    /** What a mandate was created with. */
    final D mandate(String reference) {
        return set("reference", MANDATE, reference);
    }
}
