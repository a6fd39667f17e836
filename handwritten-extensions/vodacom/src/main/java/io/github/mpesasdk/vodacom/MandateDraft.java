package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.vodacomapi.model.AgreedTerms;
import io.github.mpesasdk.vodacomapi.model.Frequency;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a caller says about a mandate to be created. Used within one call, by one thread. */
public final class MandateDraft extends OnceOnlyDraft<MandateDraft> {

    private static final String AGREED = "input_AgreedTC";

    MandateDraft(Numbers numbers) {
        super(numbers);
        nameNumber("from");
        nameMandate();
        name("customerAgreed", AGREED);
    }

    /** The customer's number as people of the market write it. */
    public MandateDraft from(String msisdn) {
        return number("from", msisdn);
    }

    /** The customer's number. */
    public MandateDraft from(Msisdn msisdn) {
        return number("from", msisdn);
    }

    /** What names the mandate from now on: 1 to 32 letters or digits. */
    public MandateDraft reference(String text) {
        return mandate(text);
    }

    /** States that the customer has agreed to the terms; required. */
    public MandateDraft customerAgreed() {
        return set("customerAgreed", AGREED, AgreedTerms.AGREED.value());
    }

    /** How often, and when first. Without it the mandate has no dates. */
    public MandateDraft every(Frequency interval, LocalDate first) {
        return set("every", "input_Frequency", interval.value())
                .set("every", "input_FirstPaymentDate", first.format(DateTimeFormatter.BASIC_ISO_DATE));
    }

    /** Between which days of a month it is collected; for monthly to yearly mandates only. */
    public MandateDraft betweenDays(int first, int last) {
        return set("betweenDays", "input_StartRangeOfDays", twoDigits(first))
                .set("betweenDays", "input_EndRangeOfDays", twoDigits(last));
    }

    private static String twoDigits(int day) {
        return String.format(Locale.ROOT, "%02d", day);
    }

    /** When it ends. */
    public MandateDraft until(LocalDate last) {
        return set("until", "input_ExpiryDate", last.format(DateTimeFormatter.BASIC_ISO_DATE));
    }
}
