package io.github.mpesasdk.conformance.languages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.market.MarketSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Any generator reads the specs: the stock clients of other languages, generated when this module is built, compile,
 * get a token, pay, ask, and decode a callback and a whole result.
 */
class LanguagesTest {

    // What each driver calls, and how often.
    private static final Map<String, Map<String, Integer>> CALLS = Map.of(
            "kenya", Map.of("token", 1, "stkPush", 1, "stkQuery", 1, "b2cPaymentV3", 1),
            "vodacom", Map.of("getSession", 1, "c2bPayment", 2, "queryTransactionStatus", 1),
            "mozambique", Map.of("c2bPayment", 2, "b2bPayment", 1, "queryTransactionStatus", 1));
    private static final Map<String, Integer> CALLBACKS = Map.of("kenya", 2, "vodacom", 1, "mozambique", 1);

    private static Sandbox sandbox;

    @BeforeAll
    static void open() {
        sandbox = Sandbox.start();
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @TestFactory
    Stream<DynamicTest> theStockClientGetsATokenPaysAsksAndIsCalledBack() {
        return Stream.of(Language.values()).flatMap(language -> Stream.of("kenya", "vodacom", "mozambique")
                .map(market -> DynamicTest.dynamicTest(language + " " + market, () -> drive(language, market))));
    }

    private static void drive(Language language, String market) throws IOException {
        assumeCanRun(language.obstacle());
        Checked.client(language);
        sandbox.reset();
        sandbox.vodacom().asynchronous(false);
        sandbox.mozambique().asynchronous(false);
        MarketSandbox gateway = gateway(market);

        Map<String, String> environment = new TreeMap<>(language.environment());
        environment.put("MPESA_SANDBOX", sandbox.describe());
        language.drive(market).succeeds(environment);

        assertTrue(gateway.awaitCallbacks(Duration.ofSeconds(30)));
        assertEquals(List.of(), gateway.journal().violations());
        CALLS.getOrDefault(market, Map.of())
                .forEach((operation, times) ->
                        assertEquals(times, gateway.journal().count(operation), operation));
        assertEquals(CALLBACKS.get(market), gateway.journal().deliveries().size());
    }

    private static MarketSandbox gateway(String market) {
        return switch (market) {
            case "kenya" -> sandbox.kenya();
            case "vodacom" -> sandbox.vodacom();
            default -> sandbox.mozambique();
        };
    }

    @TestFactory
    Stream<DynamicTest> otherGeneratorsAcceptTheSpec() {
        return Stream.of(OtherGenerator.values())
                .flatMap(generator -> Stream.of("daraja", "vodacom", "mozambique", "drc")
                        .map(api -> DynamicTest.dynamicTest(generator + " " + api, () -> {
                            assumeCanRun(generator.obstacle());
                            Files.createDirectories(OtherGenerator.OUTPUT);
                            generator.generate(api).succeeds(generator.environment());
                            assertTrue(Files.exists(generator.output(api)), "it wrote nothing");
                        })));
    }

    private static void assumeCanRun(Optional<String> obstacle) {
        assumeTrue(!Boolean.getBoolean("languages.skip"), "languages.skip is set");
        assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
    }
}
