package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.Msisdn;
import java.util.regex.Pattern;

/** Reads customers' numbers for one client: those of its market and, in the sandbox, the test numbers. */
record Numbers(Market market, boolean isSandbox) {

    // 000000000001 and its like stand for customers who pay, fail, or let the prompt lapse. No numbering plan has them:
    // in all of them, 00 is the way abroad.
    private static final Pattern TEST_NUMBER = Pattern.compile("0{8}\\d{4}");

    /** The number as requests carry it: international form, digits only. */
    String read(String written) {
        boolean isTest = isSandbox && TEST_NUMBER.matcher(written).matches();
        return isTest ? written : Msisdn.of(written, market.numbers()).digits();
    }
}
