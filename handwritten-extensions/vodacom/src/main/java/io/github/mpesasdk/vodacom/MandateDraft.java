package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.vodacomapi.model.Frequency;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a caller says about a mandate to be created. Used within one call, by one thread. */
public final class MandateDraft {

    private final Numbers numbers;

    @Nullable
    String payer;

    @Nullable
    String reference;

    @Nullable
    Frequency frequency;

    @Nullable
    String firstPayment;

    @Nullable
    String firstDay;

    @Nullable
    String lastDay;

    @Nullable
    String expiry;

    @Nullable
    String conversationId;

    boolean agreed;

    MandateDraft(Numbers numbers) {
        this.numbers = numbers;
    }

    /** The customer's number as people of the market write it. */
    public MandateDraft from(String msisdn) {
        this.payer = numbers.read(msisdn);
        return this;
    }

    /** What names the mandate from now on: 1 to 32 letters or digits. */
    public MandateDraft reference(String text) {
        this.reference = text;
        return this;
    }

    /** States that the customer has agreed to the terms; required. */
    public MandateDraft customerAgreed() {
        this.agreed = true;
        return this;
    }

    /** How often, and when first. Without it the mandate has no dates. */
    public MandateDraft every(Frequency interval, LocalDate first) {
        this.frequency = interval;
        this.firstPayment = first.format(DateTimeFormatter.BASIC_ISO_DATE);
        return this;
    }

    /** Between which days of a month it is collected; for monthly to yearly mandates only. */
    public MandateDraft betweenDays(int first, int last) {
        this.firstDay = String.format(Locale.ROOT, "%02d", first);
        this.lastDay = String.format(Locale.ROOT, "%02d", last);
        return this;
    }

    /** When it ends. */
    public MandateDraft until(LocalDate last) {
        this.expiry = last.format(DateTimeFormatter.BASIC_ISO_DATE);
        return this;
    }

    /** Your own id of this request, instead of a random one: 1 to 32 letters or digits, never used before. */
    public MandateDraft conversationId(String id) {
        this.conversationId = id;
        return this;
    }
}
