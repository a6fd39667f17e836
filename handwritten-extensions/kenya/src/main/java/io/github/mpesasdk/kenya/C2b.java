package io.github.mpesasdk.kenya;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.daraja.api.C2bApi;
import io.github.mpesasdk.daraja.model.C2bAcknowledgement;
import io.github.mpesasdk.daraja.model.C2bCommandId;
import io.github.mpesasdk.daraja.model.C2bRegisterUrlInput;
import io.github.mpesasdk.daraja.model.C2bResponseType;
import io.github.mpesasdk.daraja.model.C2bSimulateInput;
import io.github.mpesasdk.runtime.Operation;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/**
 * Payments that customers start themselves. Thread-safe.
 *
 * <p>The API has two versions, and an app has one of them; the wrong one is refused with 401.003.01. They differ in how
 * the customer's number arrives: as a digest in version 1, masked in version 2.
 */
public final class C2b {

    /** The versions of the C2B API. */
    public enum Version {
        V1,
        V2
    }

    // The kinds of message for which the addresses are made, as the spec names them.
    static final String C2B_CONFIRMATION = "c2bConfirmation";
    private static final String C2B_VALIDATION = "c2bValidation";

    private final KenyaCalls calls;
    private final Version version;

    C2b(KenyaCalls calls, Version version) {
        this.calls = calls;
        this.version = version;
    }

    /** The same calls in another version of the API; 2 is the default. */
    public C2b version(Version other) {
        return new C2b(calls, other);
    }

    /**
     * Registers the two addresses that hear of payments at the short code. In production this works once; they are
     * changed in the portal.
     *
     * <p>With a callback key, a token is appended to both addresses, by which {@link Callbacks#receive} recognises what
     * arrives there, for ever. Without one the addresses are registered as they are, and what arrives there is never
     * called genuine: make their paths unguessable and compare them yourself.
     *
     * @param confirmation told of every payment
     * @param validation asked before each payment, if the operator switched that on
     * @param unanswered what happens if {@code validation} does not answer within about eight seconds
     * @throws InvalidInputException if an address breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused, for example because addresses are registered already
     */
    public C2bAcknowledgement register(URI confirmation, URI validation, C2bResponseType unanswered) {
        return calls.transport().invoke(registration(), registration(confirmation, validation, unanswered));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<C2bAcknowledgement> registerAsync(
            URI confirmation, URI validation, C2bResponseType unanswered) {
        try {
            return calls.transport().invokeAsync(registration(), registration(confirmation, validation, unanswered));
        } catch (RuntimeException nothingSent) {
            return CompletableFuture.failedFuture(nothingSent);
        }
    }

    private Operation<C2bRegisterUrlInput, C2bAcknowledgement> registration() {
        return version == Version.V1 ? C2bApi.C2B_REGISTER_URL_V1 : C2bApi.C2B_REGISTER_URL_V2;
    }

    private C2bRegisterUrlInput registration(URI confirmation, URI validation, C2bResponseType unanswered) {
        return C2bRegisterUrlInput.builder()
                .shortCode(shortCode("c2b().register"))
                .responseType(unanswered)
                .confirmationUrl(calls.flow().lastingAddress(C2B_CONFIRMATION, confirmation))
                .validationUrl(calls.flow().lastingAddress(C2B_VALIDATION, validation))
                .build();
    }

    private String shortCode(String call) {
        String shortCode = calls.settings().shortCode();
        if (shortCode == null) {
            throw new InvalidInputException(
                    call, "shortCode", "is needed: give it to " + DarajaBuilder.BUILDER + " with shortCode(...)");
        }
        return shortCode;
    }

    /** Lets a customer of the sandbox pay a bill. There is no such call in production. */
    public C2bAcknowledgement simulatePayBill(String msisdn, long shillings, String billReference) {
        return simulate(simulation(msisdn, shillings, C2bCommandId.CUSTOMER_PAY_BILL_ONLINE)
                .billRefNumber(billReference)
                .build());
    }

    /** Lets a customer of the sandbox buy goods. There is no such call in production. */
    public C2bAcknowledgement simulateBuyGoods(String msisdn, long shillings) {
        return simulate(simulation(msisdn, shillings, C2bCommandId.CUSTOMER_BUY_GOODS_ONLINE)
                .build());
    }

    private C2bSimulateInput.Builder simulation(String msisdn, long shillings, C2bCommandId command) {
        if (calls.settings().isProduction()) {
            throw new InvalidInputException(
                    "c2b().simulate", "environment", "must be a sandbox: production has no simulation");
        }
        return C2bSimulateInput.builder()
                .shortCode(Long.parseLong(shortCode("c2b().simulate")))
                .commandId(command)
                .amount(shillings)
                .msisdn(Long.parseLong(Msisdn.of(msisdn, KenyaNumbers.PLAN).digits()));
    }

    private C2bAcknowledgement simulate(C2bSimulateInput request) {
        return calls.transport()
                .invoke(version == Version.V1 ? C2bApi.C2B_SIMULATE_V1 : C2bApi.C2B_SIMULATE_V2, request);
    }
}
