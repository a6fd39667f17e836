package io.github.mpesasdk.kenya;

import io.github.mpesasdk.NumberingPlan;
import java.util.regex.Pattern;

/** How mobile numbers are written in Kenya: 254, and nine digits that start with 7 or 1. */
final class KenyaNumbers {

    static final NumberingPlan PLAN = new NumberingPlan("Kenya", "254", Pattern.compile("[17]\\d{8}"), "0712 345 678");

    private KenyaNumbers() {}
}
