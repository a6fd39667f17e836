package io.github.mpesasdk.drc;

import io.github.mpesasdk.NumberingPlan;
import java.util.regex.Pattern;

/** The mobile numbers of the DRC: 243 and nine digits. */
final class DrcNumbers {

    static final NumberingPlan PLAN =
            new NumberingPlan("the DRC", "243", Pattern.compile("[1-9]\\d{8}"), "0810 000 001");

    private DrcNumbers() {}
}
