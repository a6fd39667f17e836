package io.github.mpesasdk.sandbox.drc;

import java.util.List;
import java.util.Optional;

/**
 * The merchant whose payments the gateway makes.
 *
 * @param serviceProviderCode the short code that collects
 * @param c2bCommandId the command to collect with
 * @param serviceProviderName its name when it pays out
 * @param shortCode the short code that pays out
 * @param b2cCommandId the command to pay out with
 */
record Merchant(
        String serviceProviderCode,
        String c2bCommandId,
        String serviceProviderName,
        String shortCode,
        String b2cCommandId) {

    static final Merchant ONLY =
            new Merchant("4321", "InitTrans_sandboxC2B", "SANDBOX", "54321", "InitTrans_sandboxB2C");

    /** The first item that names another merchant. */
    Optional<String> stranger(Event event, SoapRequest request) {
        List<Item> own = event == Event.C2B
                ? List.of(Item.text("ServiceProviderCode", serviceProviderCode), Item.text("CommandId", c2bCommandId))
                : List.of(
                        Item.text("ServiceProviderName", serviceProviderName),
                        Item.text("Shortcode", shortCode),
                        Item.text("CommandID", b2cCommandId));
        return own.stream()
                .filter(item -> !request.text(item.name()).equals(item.value()))
                .map(Item::name)
                .findFirst();
    }
}
