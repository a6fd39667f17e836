package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.core.outcome.Outcome;
import io.github.mpesasdk.core.outcome.Payment;
import io.github.mpesasdk.core.outcome.Succeeded;
import io.github.mpesasdk.error.MpesaException;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No secret, token or phone number leaves through a message, a log or a toString. */
class SecrecyTest extends ShopTest {

    private static final Logger LOG = Logger.getLogger("io.github.mpesasdk");

    private final List<String> log = new ArrayList<>();
    private final Handler listener = new Handler() {
        private final Formatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord entry) {
            synchronized (log) {
                log.add(formatter.format(entry));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    SecrecyTest(KenyaSandbox kenya) {
        super(kenya);
    }

    @BeforeEach
    void logEverything() {
        listener.setLevel(Level.ALL);
        LOG.setLevel(Level.ALL);
        LOG.addHandler(listener);
    }

    @AfterEach
    void logAsUsual() {
        LOG.removeHandler(listener);
        LOG.setLevel(null);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = ".*CALLBACK|QUEUE_TIMEOUT", mode = EnumSource.Mode.MATCH_NONE)
    void anErrorTellsNothing(Fault fault) {
        kenya.faults().always("b2cPaymentV3", fault);
        try (Shop hasty = Shop.open(kenya, settings -> settings.timeout(java.time.Duration.ofMillis(500)))) {
            MpesaException error = assertThrows(MpesaException.class, () -> hasty.daraja()
                    .b2c()
                    .pay(pay -> pay.amount(100).to(Shop.CUSTOMER).conversationId("order-0002")));

            tellsNothing(stackTrace(error));
            tellsNothing(error.incident().toString());
            tellsNothing(error.incident().gatewayMessage().orElse(""));
            tellsNothing(error.code().toString());
        }
    }

    @Test
    void anExpiredCertificateIsUsedAndReported() {
        try (Shop expired = Shop.open(kenya)) {
            Payment<?> paid = expired.daraja().b2c().pay(pay -> pay.amount(100).to(Shop.CUSTOMER));

            assertInstanceOf(Succeeded.class, paid.await(Shop.SOON));
        }
        synchronized (log) {
            assertTrue(log.stream().anyMatch(line -> line.contains("expired at")));
        }
    }

    @Test
    void aPaymentAndItsOutcomeTellNothing() {
        Payment<?> push = shop.daraja().stk().push(Shop::tea);
        Outcome outcome = push.await(Shop.SOON);

        tellsNothing(push.toString());
        tellsNothing(push.acknowledgement().toString());
        tellsNothing(outcome.toString());
        tellsNothing(shop.received().toString());
        tellsNothing(shop.daraja().toString());
    }

    @AfterEach
    void theLogTellsNothing() {
        synchronized (log) {
            assertTrue(log.stream().anyMatch(line -> line.contains("daraja.")), "something is logged at all");
            tellsNothing(log.toString());
        }
    }

    private void tellsNothing(String text) {
        List<String> secrets = new ArrayList<>(List.of(
                "254708374149",
                "708374149",
                "0708 374 149",
                kenya.consumerKey(),
                kenya.consumerSecret(),
                kenya.passkey(),
                kenya.initiatorPassword()));
        kenya.journal().exchanges().stream()
                .map(exchange -> exchange.header("Authorization"))
                .forEach(header -> secrets.add(header.substring(header.indexOf(' ') + 1)));
        secrets.forEach(secret -> assertFalse(text.contains(secret), () -> "a secret in: " + text));
        assertFalse(text.matches("(?s).*[0-9a-f]{32}.*"), () -> "a callback segment in: " + text);
    }

    private static String stackTrace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
