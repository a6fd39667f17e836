package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.core.testing.SdkLog;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that is to hear of customers' payments is told that this needs a callback key. */
class UnprovenMoneyTest {

    private static final String WARNING = "kenya: onReceived hears of no confirmation without callbackKey(...)";
    private static final String KEY = "a-callback-key-of-more-than-32-characters";

    @RegisterExtension
    final SdkLog log = new SdkLog();

    private static void build(UnaryOperator<DarajaBuilder> settings) {
        settings.apply(Daraja.builder().app("key", "secret").shortCode("600984"))
                .build()
                .close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aClientWithoutAKeyIsWarnedOfOnce(boolean inProduction) {
        build(settings -> (inProduction ? settings.production() : settings.sandbox()).onReceived(money -> {}));

        assertEquals(1, log.text().split(Pattern.quote(WARNING), -1).length - 1, log.text());
        assertTrue(log.text().contains("openssl rand -hex 32"), log.text());
    }

    @Test
    void nobodyElseIsWarned() {
        build(DarajaBuilder::production);
        build(settings -> settings.sandbox().onReceived(money -> {}).callbackKey(KEY));
        build(settings -> settings.production().onReceived(money -> {}).callbackKey(KEY));
        build(settings ->
                settings.production().onReceived(money -> {}).fromEnv(Map.of("MPESA_KENYA_CALLBACK_KEY", KEY)));

        assertFalse(log.text().contains(WARNING), log.text());
    }

    @Test
    void aListWithoutAJournalThatLastsIsWarnedOf() {
        build(settings ->
                settings.production().onReceived(money -> {}).callbackKey(KEY).pullTransactions());

        assertTrue(log.text().contains("pullTransactions() without a journal that lasts"), log.text());
    }
}
