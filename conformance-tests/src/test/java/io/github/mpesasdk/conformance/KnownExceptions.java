package io.github.mpesasdk.conformance;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bodies of others that we do not know, and why that is right. The list is to be short. */
final class KnownExceptions {

    /** Products that we do not speak yet: what a market says about their bodies is not tested. */
    private static final List<String> OTHER_PRODUCTS = List.of(
            "daraja/age-on-network/",
            "daraja/b2c-hakikisha/",
            "daraja/bill-manager/",
            "daraja/c2b-hakikisha/",
            "daraja/imsi/",
            "daraja/iot-sim/",
            "daraja/lipa-na-bonga/",
            "daraja/mobile-number-validation/",
            "daraja/query-org-info/",
            "daraja/swap/",
            "drc/b2b-");

    /** Each must fail; one that passes has to leave the list. */
    private static final Map<String, String> UNKNOWN = Map.of(
            "daraja/dynamic-qr/response-200-docs.json",
                    "a page's sample with an id for a code; gateways were seen to say 00",
            "recorded/drc/b2c-ack-items.json", "the items that a program stored, not the XML that came",
            "recorded/drc/c2b-ack-items.json", "the items that a program stored, not the XML that came",
            "recorded/kenya/stk-query-4999-processing.json",
                    "its publisher left fields out, the id that ties it to a question among them",
            "recorded/kenya/stk-query-E3008.json",
                    "its publisher left fields out, the id that ties it to a question among them");

    private KnownExceptions() {}

    static boolean isOfAnotherProduct(String name) {
        return OTHER_PRODUCTS.stream().anyMatch(name::startsWith);
    }

    /** Why a file, named as seen from the folder of all bodies, cannot be known. */
    static Optional<String> reason(String name) {
        return Optional.ofNullable(UNKNOWN.get(name));
    }
}
