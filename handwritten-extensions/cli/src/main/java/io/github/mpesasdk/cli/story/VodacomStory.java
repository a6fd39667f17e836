package io.github.mpesasdk.cli.story;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.vodacom.VodacomSandbox;
import io.github.mpesasdk.vodacom.CustomerName;
import io.github.mpesasdk.vodacom.VodacomOpenApi;
import io.github.mpesasdk.vodacom.VodacomOpenApiBuilder;
import io.github.mpesasdk.vodacomapi.VodacomApi;
import io.github.mpesasdk.vodacomapi.model.Currency;
import io.github.mpesasdk.vodacomapi.model.Market;
import java.util.Locale;

/**
 * A market of the OpenAPI, told: a customer pays, and then whatever is particular to the country. Tanzania tells at
 * length what is the same in all of them.
 */
public final class VodacomStory {

    private static final String SESSION = "getSession";

    private final Sandbox sandbox;
    private final VodacomSandbox gateway;
    private final Market market;
    private final String payer;
    private final Narrator narrator;
    private final Wire wire;

    /** A story of a market on a fresh sandbox. */
    public VodacomStory(Sandbox sandbox, Narrator narrator, Market market) {
        this.sandbox = sandbox;
        this.gateway = sandbox.vodacom();
        this.market = market;
        this.payer = market.numbers().example();
        this.narrator = narrator;
        this.wire = new Wire(VodacomApi.OPERATIONS, VodacomOpenApi::decode, gateway.journal(), narrator);
    }

    /**
     * Tells it: Tanzania's in a few seconds, the others in less than one.
     *
     * @throws StoryBrokenException if anything went otherwise
     */
    public void tell() {
        try (VodacomOpenApi vodacom = settings().build()) {
            switch (market) {
                case TANZANIA -> tanzania(vodacom);
                case GHANA -> ghana(vodacom);
                case LESOTHO -> lesotho(vodacom);
                case DRC -> drc(vodacom);
                case MOZAMBIQUE -> mozambique(vodacom);
                // A country that the spec has since learned: what all have in common.
                default -> payment(vodacom);
            }
        }
        wire.tellNothingToObject();
    }

    private void tanzania(VodacomOpenApi vodacom) {
        narrator.title("""
                TANZANIA, by the M-Pesa OpenAPI, in shillings (TZS). Ghana, Lesotho, the DRC and Mozambique go \
                the same way: only market(...) differs. The portal says whether an answer is the outcome, or a callback is.""");
        Checkout checkout = checkout(vodacom, Price.of("5000", "5,000 shillings"));
        checkout.paid(SESSION, Checkout.PAYMENT);
        OpenApiScenes scenes = new OpenApiScenes(gateway, wire, narrator);
        try (VodacomOpenApi started = settings().build()) {
            scenes.sessionNotLiveYet(checkout(started, Price.of("5000", "5,000 shillings")));
        }
        scenes.refused(checkout);
        checkout.lost();
        scenes.calledBack(checkout, vodacom);
    }

    private void payment(VodacomOpenApi vodacom) {
        String country = market.numbers().country();
        String currency = market.currency().value();
        narrator.title(country.toUpperCase(Locale.ROOT) + ", by the M-Pesa OpenAPI, in " + currency + ".");
        checkout(vodacom, Price.of("10", "10 " + currency)).paid(SESSION, Checkout.PAYMENT);
    }

    private void ghana(VodacomOpenApi vodacom) {
        narrator.title("""
                GHANA, by the M-Pesa OpenAPI, in cedis (GHS). The brand is Telecel now; the address still says Vodafone.""");
        narrator.step("Whose number is it? The operator documents this question for Ghana alone.");
        narrator.code("name = vodacom.customers().name(\"" + payer + "\")\n    .await(Duration.ofSeconds(20))");
        CustomerName name = vodacom.customers().name(payer).await(Checkout.PATIENCE);
        wire.tellLatest(SESSION);
        wire.tellLatest("queryBeneficiaryName");
        Told.expect(!name.first().isBlank() && !name.last().isBlank(), "the customer has a name");
        narrator.means(name + ": name.first() and name.last() tell it, and no log ever does.");
        checkout(vodacom, Price.of("20.50", "20 cedis and 50 pesewas")).paid(Checkout.PAYMENT);
        said("input_Amount", "20.50");
        narrator.proof("The amount travelled as 20.50: a decimal from end to end, never a floating-point number.");
    }

    private void lesotho(VodacomOpenApi vodacom) {
        narrator.title("""
                LESOTHO, by the M-Pesa OpenAPI, in maloti (LSL). Numbers have eight digits, and no zero in front.""");
        checkout(vodacom, Price.of("45", "45 maloti")).paid(SESSION, Checkout.PAYMENT);
        said("input_CustomerMSISDN", "266" + payer.replace(" ", ""));
        narrator.proof("The number travelled with 11 digits. The documents say 12 to 14, and forget Lesotho.");
        narrator.step("The same for a number of nine digits, as the neighbours have them.");
        narrator.code("vodacom.c2b().charge(charge -> charge\n    .amount(45).from(\"58 000 0001\")...)");
        int before = gateway.journal().exchanges().size();
        try {
            vodacom.c2b().charge(charge -> charge.amount(45).from("58 000 0001").description("Tea"));
            throw new StoryBrokenException("A number with a digit too many was not refused.");
        } catch (InvalidInputException invalid) {
            narrator.means("InvalidInputException. " + invalid.getMessage());
        }
        Told.expect(gateway.journal().exchanges().size() == before, "nothing was sent");
        narrator.proof("The sandbox saw nothing of it.");
    }

    private void drc(VodacomOpenApi dollars) {
        narrator.title("""
                DRC, by the M-Pesa OpenAPI, in US dollars (USD) or Congolese francs (CDF). A client counts in dollars, \
                unless it is built with currency(Currency.CDF).""");
        checkout(dollars, Price.of("3", "3 US dollars")).paid(SESSION, Checkout.PAYMENT);
        said("input_Currency", "USD");
        narrator.proof("The request said USD.");
        try (VodacomOpenApi francs = settings().currency(Currency.CDF).build()) {
            checkout(francs, Price.of("8500", "8,500 francs")).paid(SESSION, Checkout.PAYMENT);
        }
        said("input_Currency", "CDF");
        narrator.proof("The request said CDF. The SDK converts nothing.");
    }

    private void mozambique(VodacomOpenApi vodacom) {
        narrator.title("""
                MOZAMBIQUE, by the M-Pesa OpenAPI, in meticais (MZN): the other way. Take it if that is where your \
                account is, and else Mozambique's own API; keys and codes of one mean nothing to the other.""");
        checkout(vodacom, Price.of("150", "150 meticais")).paid(SESSION, Checkout.PAYMENT);
        narrator.step("The same with the API key of Mozambique's own API.");
        narrator.code("VodacomOpenApi.builder().market(Market.MOZAMBIQUE)\n    .apiKey(keyOfTheOther, ...)...");
        int before = gateway.journal().count(Checkout.PAYMENT);
        try (VodacomOpenApi stranger = settings()
                .apiKey(sandbox.mozambique().apiKey(), gateway.publicKeyBase64())
                .build()) {
            stranger.c2b().charge(charge -> charge.amount(150).from(payer).description("Tea"));
            throw new StoryBrokenException("The key of another API was not refused.");
        } catch (RefusedException refused) {
            wire.tellLatest(SESSION);
            narrator.means("RefusedException: no session, so no payment was sent.");
        }
        Told.expect(gateway.journal().count(Checkout.PAYMENT) == before, "no payment was sent");
        narrator.proof("The sandbox saw no further c2bPayment.");
    }

    /** Checks what the latest payment carried. */
    private void said(String field, String value) {
        Told.expect(
                wire.latest(Checkout.PAYMENT).body().contains("\"" + field + "\":\"" + value + "\""),
                "the payment carries the " + field);
    }

    private VodacomOpenApiBuilder settings() {
        return VodacomOpenApi.builder()
                .at(gateway.baseUrl())
                .market(market)
                .apiKey(gateway.apiKey(), gateway.publicKeyBase64())
                .serviceProvider(gateway.serviceProviderCode())
                .pollAfter(Checkout.POLL_AFTER);
    }

    private Checkout checkout(VodacomOpenApi vodacom, Price price) {
        String msisdn = Msisdn.of(payer, market.numbers()).digits();
        return new Checkout(
                new Checkout.Client(
                        "vodacom",
                        payer,
                        ".reference(\"INV001\").description(\"Tea\")",
                        invoice -> vodacom.c2b().charge(charge -> charge.amount(price.amount())
                                .from(payer)
                                .description("Tea")
                                .reference(invoice)),
                        vodacom::find),
                price,
                new Books(gateway.journal(), gateway.ledger(), gateway.faults(), msisdn),
                wire,
                narrator);
    }
}
