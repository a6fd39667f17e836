package io.github.mpesasdk.cli.story;

import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.mozambique.Mozambique;
import io.github.mpesasdk.mozambiqueapi.MozambiqueApi;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.mozambique.MozambiqueSandbox;
import java.util.Map;
import java.util.stream.Collectors;

/** Mozambique by its own API, told: a payment, and one whose answer is lost. */
public final class MozambiqueStory {

    private static final String CUSTOMER = "84 333 0333";
    private static final Price PRICE = Price.of("150", "150 meticais");

    private final MozambiqueSandbox mozambique;
    private final Narrator narrator;
    private final Wire wire;

    /** A story on a fresh sandbox. */
    public MozambiqueStory(Sandbox sandbox, Narrator narrator) {
        this.mozambique = sandbox.mozambique();
        this.narrator = narrator;
        this.wire = new Wire(MozambiqueApi.OPERATIONS, Mozambique::decode, mozambique.journal(), narrator);
    }

    /**
     * Tells it, in a second or two.
     *
     * @throws StoryBrokenException if anything went otherwise
     */
    public void tell() {
        narrator.title("""
                MOZAMBIQUE, by its own API, in meticais (MZN): the way that merchants there document and use. No session: \
                the encrypted API key goes with each call. Each operation has a port of its own, as in life: here \
                c2bPayment %d, queryTransactionStatus %d.""".formatted(mozambique.portOf("c2bPayment"), mozambique.portOf("queryTransactionStatus")));
        try (Mozambique client = client()) {
            Checkout checkout = checkout(client);
            checkout.paid(Checkout.PAYMENT);
            checkout.lost();
        }
        wire.tellNothingToObject();
    }

    private Checkout checkout(Mozambique client) {
        String msisdn = Msisdn.of(CUSTOMER, Mozambique.NUMBERING).digits();
        return new Checkout(
                new Checkout.Client(
                        "mozambique",
                        CUSTOMER,
                        ".reference(\"INV001\")",
                        invoice -> client.c2b().charge(charge -> charge.amount(PRICE.amount())
                                .from(CUSTOMER)
                                .reference(invoice)),
                        client::find),
                PRICE,
                new Books(mozambique.journal(), mozambique.ledger(), mozambique.faults(), msisdn),
                wire,
                narrator);
    }

    private Mozambique client() {
        Map<String, Integer> ports = MozambiqueApi.OPERATIONS.stream()
                .map(Operation::id)
                .collect(Collectors.toMap(id -> id, mozambique::portOf));
        return Mozambique.builder()
                .at(mozambique.baseUrl())
                .ports(ports)
                .apiKey(mozambique.apiKey(), mozambique.publicKeyBase64())
                .serviceProvider(mozambique.serviceProviderCode())
                .pollAfter(Checkout.POLL_AFTER)
                .build();
    }
}
