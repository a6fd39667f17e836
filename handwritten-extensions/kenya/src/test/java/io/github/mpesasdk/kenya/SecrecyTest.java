package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.core.testing.SdkLog;
import io.github.mpesasdk.core.testing.Secrecy;
import io.github.mpesasdk.sandbox.Exchange;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No secret, token or phone number leaves through a message, a log or a toString. */
class SecrecyTest extends ShopTest {

    private static final Pattern CALLBACK_SEGMENT = Pattern.compile("[0-9a-f]{32}");

    /** Faults under which an answer may be taken for an acceptance. */
    private static final String LETS_THE_ANSWER_PASS = ".*CALLBACK.*|QUEUE_TIMEOUT|WRONG_CREDENTIALS|TWO_ANSWERS"
            + "|STRAY_LINE_BREAK|CLOSED_WHILE_IDLE|ACCEPTED_AND_.*|KEY_TWICE|OTHER_ID";

    @RegisterExtension
    final SdkLog log = new SdkLog();

    SecrecyTest(KenyaSandbox kenya) {
        super(kenya);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = LETS_THE_ANSWER_PASS, mode = EnumSource.Mode.MATCH_NONE)
    void anErrorTellsNothing(Fault fault) {
        kenya.faults().always("b2cPaymentV3", fault);
        try (Shop hasty = Shop.open(kenya, settings -> settings.timeout(java.time.Duration.ofMillis(500)))) {
            MpesaException error = assertThrows(MpesaException.class, () -> hasty.daraja()
                    .b2c()
                    .pay(pay -> pay.amount(100).to(Shop.CUSTOMER).id("order-0002")));

            Secrecy.prove(error, sensitiveTexts());
        }
    }

    @Test
    void anExpiredCertificateIsUsedAndReported() {
        try (Shop expired = Shop.open(kenya)) {
            Payment<?> paid = expired.daraja().b2c().pay(pay -> pay.amount(100).to(Shop.CUSTOMER));

            assertInstanceOf(Succeeded.class, paid.await(Shop.SOON));
        }
        assertTrue(log.text().contains("expired at"), log.text());
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
        assertTrue(log.text().contains("daraja."), "something is logged at all");
        tellsNothing(log.text());
    }

    private void tellsNothing(String text) {
        Secrecy.prove(text, sensitiveTexts());
    }

    private List<String> sensitiveTexts() {
        List<String> texts = new ArrayList<>(List.of(
                "254708374149",
                "708374149",
                "0708 374 149",
                kenya.consumerKey(),
                kenya.consumerSecret(),
                kenya.passkey(),
                kenya.initiatorPassword()));
        for (Exchange exchange : kenya.journal().exchanges()) {
            texts.add(exchange.header("Authorization").replaceFirst("^\\S+ ", ""));
            CALLBACK_SEGMENT.matcher(exchange.body()).results().forEach(segment -> texts.add(segment.group()));
        }
        return texts;
    }
}
