package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.core.transport.BaseUrl;
import io.github.mpesasdk.vodacomapi.model.Currency;
import io.github.mpesasdk.vodacomapi.model.Market;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a client was built with, apart from its credentials and what all clients have. */
record VodacomSettings(
        BaseUrl base,
        Market market,
        boolean isSandbox,
        Currency currency,
        @Nullable String serviceProvider) {

    // 000000000001 and its like stand for customers who pay, fail, or let the prompt lapse; in direct debits they have
    // 20
    // digits. No numbering plan has them: in all of them, 00 is the way abroad.
    private static final Pattern TEST_NUMBER = Pattern.compile("0{8}(0{8})?\\d{4}");

    /** A number as requests carry it: international form, digits only; in the sandbox also a test number. */
    String msisdn(String written) {
        boolean isTest = isSandbox && TEST_NUMBER.matcher(written).matches();
        return isTest ? written : Msisdn.of(written, market.numbers()).digits();
    }
}
