package io.github.mpesasdk.cli.story;

import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.drc.DrcGateway;
import io.github.mpesasdk.drc.DrcGatewayBuilder;
import io.github.mpesasdk.drcapi.DrcApi;
import io.github.mpesasdk.drcapi.model.DrcCallback;
import io.github.mpesasdk.drcapi.model.DrcCurrency;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.drc.DrcSandbox;
import java.time.Duration;

/** The DRC by its SOAP gateway, told: where nobody can be asked, and a callback is the only news of the money. */
public final class DrcStory {

    private static final String CUSTOMER = "0810 000 001";
    private static final String CUSTOMER_IN_FULL = "243810000001";
    // Longer than by default, to show what becomes of a payment whose session is over.
    private static final Duration SESSION_LIFE = Duration.ofMinutes(2);
    private static final Price PRICE = Price.of("2500", "2,500 francs");

    private final DrcSandbox gateway;
    private final Narrator narrator;
    private final Wire wire;

    /** A story on a fresh sandbox. */
    public DrcStory(Sandbox sandbox, Narrator narrator) {
        this.gateway = sandbox.drc();
        this.narrator = narrator;
        this.wire = new Wire(DrcApi.OPERATIONS, SoapItems::asJson, DrcGateway::decode, gateway.journal(), narrator);
    }

    /**
     * Tells it, in a second or two.
     *
     * @throws StoryBrokenException if anything went otherwise
     */
    public void tell() {
        try (CallbackReceiver shop = new CallbackReceiver("application/xml");
                DrcGateway drc = settings(shop, gateway.password()).build();
                DrcGateway stranger =
                        settings(shop, "not-" + gateway.password()).build()) {
            shop.open((path, body) -> {
                Received<DrcCallback> received = drc.callbacks().receive(path, body);
                return new CallbackReceiver.Reply(received.isGenuine(), received.acknowledgement());
            });
            narrator.title("""
                    DRC, by its SOAP gateway, in Congolese francs (CDF): for merchants whose account is there. The \
                    envelopes are the SDK's business. Nobody can be asked for an outcome; only a callback tells it.
                    The shop takes callbacks at %s.""".formatted(shop.address()));
            Checkout checkout = checkout(drc);
            DrcScenes scenes = new DrcScenes(gateway, shop, wire, narrator);
            scenes.paid(checkout);
            scenes.failed(checkout);
            scenes.lost(checkout);
            scenes.sessionExpires(checkout);
            scenes.wrongPassword(() -> charge(stranger, "INV005"));
        }
        wire.tellNothingToObject();
    }

    private DrcGatewayBuilder settings(CallbackReceiver shop, String password) {
        return DrcGateway.builder()
                .at(gateway.baseUrl())
                .login(gateway.username(), password)
                .c2bAccount(gateway.serviceProviderCode(), gateway.c2bCommandId())
                .callbacksAt(shop.address())
                .sessionLife(SESSION_LIFE);
    }

    private Checkout checkout(DrcGateway drc) {
        return new Checkout(
                new Checkout.Client(
                        "drc",
                        CUSTOMER,
                        ".currency(DrcCurrency.CDF).surname(\"Shop\").initials(\"INV001\")",
                        invoice -> charge(drc, invoice),
                        drc::find),
                PRICE,
                new Books(gateway.journal(), gateway.ledger("CDF"), gateway.faults(), CUSTOMER_IN_FULL),
                wire,
                narrator);
    }

    private static Payment<?> charge(DrcGateway drc, String invoice) {
        return drc.c2b().charge(charge -> charge.from(CUSTOMER)
                .currency(DrcCurrency.CDF)
                .amount(PRICE.amount())
                .surname("Shop")
                .initials(invoice));
    }
}
