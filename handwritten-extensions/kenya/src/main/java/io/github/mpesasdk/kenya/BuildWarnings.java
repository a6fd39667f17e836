package io.github.mpesasdk.kenya;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a client can be built with, and whose consequence shows much later. */
final class BuildWarnings {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");

    private BuildWarnings() {}

    /**
     * For a client that hears of customers' payments.
     *
     * @param isProven whether the addresses that are registered carry a token
     * @param mayTakePushes whether it compares lists of real money, and does not know what other processes have pushed
     */
    static void ofMoney(boolean isProven, boolean mayTakePushes) {
        if (!isProven) {
            LOG.log(
                    WARNING,
                    "{0}: onReceived hears of no confirmation without callbackKey(...): the addresses of"
                            + " c2b().register get no token then, and what arrives there proves nothing. Give it a key,"
                            + " the same in all processes (openssl rand -hex 32 makes one), before you register:"
                            + " production takes addresses once",
                    DarajaDialect.MARKET);
        }
        if (mayTakePushes) {
            LOG.log(
                    WARNING,
                    "{0}: pullTransactions() without a journal that lasts hands on as money that came unasked what"
                            + " another process has pushed, or this one before a restart: give all of them one journal(...)",
                    DarajaDialect.MARKET);
        }
    }

    /**
     * Explains a result 2001 to who looks for it. No reason to refuse or to worry: the operator's own certificates are
     * expired.
     */
    static void ofExpiry(@Nullable Initiator initiator, Clock clock) {
        if (!LOG.isLoggable(DEBUG)) {
            return;
        }
        Optional.ofNullable(initiator)
                .flatMap(operator -> operator.certificate().certificate())
                .filter(facts -> facts.isExpired(clock))
                .ifPresent(facts -> LOG.log(
                        DEBUG,
                        "the certificate {0} expired at {1}; it is used all the same",
                        facts.sha256(),
                        facts.notAfter()));
    }
}
