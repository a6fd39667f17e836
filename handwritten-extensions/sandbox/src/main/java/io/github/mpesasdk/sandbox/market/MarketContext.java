package io.github.mpesasdk.sandbox.market;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * What the server gives a market to work with.
 *
 * @param clock what time it is, for tokens, timestamps and ids; callbacks run by real time
 * @param tokenLifetime how long an access token lasts
 * @param callbackDelay from an acknowledgement to the settlement and its callback
 * @param promptTimeout how long a prompt waits on a phone that nobody answers
 * @param validationTimeout how long a validation address may take to answer
 * @param callbacks how to send callbacks
 * @param ports ports beside the sandbox's own
 * @param credentials by what the tenant is known
 * @param takesAnyone whether a caller with other credentials is taken for the tenant
 */
public record MarketContext(
        Clock clock,
        Duration tokenLifetime,
        Duration callbackDelay,
        Duration promptTimeout,
        Duration validationTimeout,
        Callbacks callbacks,
        Ports ports,
        Credentials credentials,
        boolean takesAnyone) {

    /** For whom a caller is taken that is not known, if anyone is taken. */
    public <A> Optional<A> anyone(A usual) {
        return takesAnyone ? Optional.of(usual) : Optional.empty();
    }
}
